using Dateline.Index.Analysis;

namespace Dateline.Summarize.Evidence;

/// <summary>
/// Numbers the index terms of one briefing, so that sentences are compared as small sorted integer lists. The same
/// analysis as the index's, so that a query word and a sentence word meet under one stem. Not thread-safe.
/// </summary>
internal sealed class Vocabulary(Analyzer analyzer) : ITokenSink
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<int> _current = [];

    /// <summary>Number of distinct terms met.</summary>
    public int Count => _ids.Count;

    /// <summary>The text's terms in order, with repeats.</summary>
    public int[] Terms(ReadOnlySpan<char> text)
    {
        _current.Clear();
        analyzer.Analyze(text, this);
        return [.. _current];
    }

    void ITokenSink.Add(ReadOnlySpan<char> term, int startOffset, int endOffset, int positionIncrement)
    {
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(term, out var id))
        {
            id = _ids.Count;
            lookup[term] = id;
        }

        _current.Add(id);
    }

    void ITokenSink.End(int finalOffset, int trailingPositionIncrement)
    {
    }
}
