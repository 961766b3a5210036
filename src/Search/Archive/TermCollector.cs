using Dateline.Index.Analysis;
using Dateline.Index.Querying;

namespace Dateline.Search.Archive;

/// <summary>The terms that analysis makes of a piece of query text, with their positions.</summary>
internal sealed class TermCollector : ITokenSink
{
    private readonly List<PhraseTerm> _terms = [];
    private int _position = -1;

    public static IReadOnlyList<PhraseTerm> Analyze(Analyzer analyzer, string text)
    {
        var collector = new TermCollector();
        analyzer.Analyze(text, collector);
        return collector._terms;
    }

    public void Add(ReadOnlySpan<char> term, int startOffset, int endOffset, int positionIncrement)
    {
        _position += positionIncrement;
        _terms.Add(new PhraseTerm(term.ToString(), _position));
    }

    public void End(int finalOffset, int trailingPositionIncrement)
    {
    }
}
