using System.Text;
using Dateline.Index.Querying;
using Dateline.Index.Reading;

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

    /// <summary>Most different terms read; later ones of a short beginning are left out.</summary>
    public int MaxTerms { get; init; } = 1_000_000;

    /// <summary>
    /// The <paramref name="count"/> most frequent terms that start with some text; ties in code point order. Holds no
    /// more than those.
    /// </summary>
    public IReadOnlyList<Completion> Complete(string prefix, int count, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0) return [];
        var start = Encoding.UTF8.GetBytes(prefix);
        var open = Open(start);
        var best = new PriorityQueue<Completion, (int DocFreq, int Order)>(); // worst first
        var term = Array.Empty<byte>();
        for (var read = 0; read < MaxTerms && open.Count > 0; read++)
        {
            if (read % TermsPerCheck == 0) cancellation.ThrowIfCancellationRequested();
            var docFreq = TakeSmallest(open, start, ref term, out var length);
            if (best.Count == count && docFreq <= best.Peek().DocFreq) continue;
            if (best.Count == count) best.Dequeue();
            best.Enqueue(new Completion(Encoding.UTF8.GetString(term, 0, length), docFreq), (docFreq, -read));
        }

        var completions = new Completion[best.Count];
        for (var k = completions.Length - 1; k >= 0; k--) completions[k] = best.Dequeue();
        return completions;
    }

    private List<TermsCursor> Open(byte[] start)
    {
        var open = new List<TermsCursor>();
        foreach (var segment in searcher.Segments)
        {
            if (segment.Reader.Terms(field)?.Terms() is { } cursor && cursor.SeekCeiling(start)
                && cursor.Term.StartsWith(start)) open.Add(cursor);
        }

        return open;
    }

    // Moves the cursors past their smallest term, which it copies; returns its documents over all segments.
    private static int TakeSmallest(List<TermsCursor> open, byte[] start, ref byte[] term, out int length)
    {
        var smallest = open[0];
        for (var k = 1; k < open.Count; k++)
        {
            if (open[k].Term.SequenceCompareTo(smallest.Term) < 0) smallest = open[k];
        }

        length = smallest.Term.Length;
        if (term.Length < length) term = new byte[2 * length];
        smallest.Term.CopyTo(term);
        var docFreq = 0;
        for (var k = open.Count - 1; k >= 0; k--)
        {
            if (!open[k].Term.SequenceEqual(term.AsSpan(0, length))) continue;
            docFreq += open[k].State.DocFreq;
            if (!open[k].Next() || !open[k].Term.StartsWith(start)) open.RemoveAt(k);
        }

        return docFreq;
    }
}
