using System.Text;
using Dateline.Index.Querying;

namespace Dateline.Index.Suggesting;

/// <summary>A term that completes what was typed.</summary>
/// <param name="Term">The term.</param>
/// <param name="DocFreq">Documents that have it, deleted ones included.</param>
public readonly record struct Completion(string Term, int DocFreq);

/// <summary>Terms of a field by their beginning, those of most documents first.</summary>
/// <param name="searcher">The index.</param>
/// <param name="field">A text or keyword field.</param>
public sealed class PrefixSuggester(IndexSearcher searcher, string field)
{
    private const int TermsPerCheck = 4096;

    /// <summary>Most terms read per segment; later ones of a short beginning are left out.</summary>
    public int MaxTerms { get; init; } = 200_000;

    /// <summary>The <paramref name="count"/> most frequent terms that start with some text; ties in code point
    /// order.</summary>
    public IReadOnlyList<Completion> Complete(string prefix, int count, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var start = Encoding.UTF8.GetBytes(prefix);
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var segment in searcher.Segments)
        {
            if (segment.Reader.Terms(field)?.Terms() is not { } cursor || !cursor.SeekCeiling(start)) continue;
            for (var read = 0; read < MaxTerms && cursor.Term.StartsWith(start); read++)
            {
                if (read % TermsPerCheck == 0) cancellation.ThrowIfCancellationRequested();
                var term = Encoding.UTF8.GetString(cursor.Term);
                frequencies[term] = frequencies.GetValueOrDefault(term) + cursor.State.DocFreq;
                if (!cursor.Next()) break;
            }
        }

        return [.. frequencies
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(count).Select(pair => new Completion(pair.Key, pair.Value))];
    }
}
