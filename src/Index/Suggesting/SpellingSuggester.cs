using System.Text;
using Dateline.Index.Querying;

namespace Dateline.Index.Suggesting;

/// <summary>A term near a word.</summary>
/// <param name="Term">The term.</param>
/// <param name="Edits">Edit distance, 1 or 2.</param>
/// <param name="DocFreq">Documents that have it, deleted ones included.</param>
public readonly record struct SpellingSuggestion(string Term, int Edits, int DocFreq);

/// <summary>
/// Terms of a field within two edits of a word that no or few documents have. Reads the terms dictionary through, as
/// the first character may be the wrong one, and compares only terms of nearly the word's length.
/// </summary>
/// <param name="searcher">The index.</param>
/// <param name="field">A text or keyword field.</param>
public sealed class SpellingSuggester(IndexSearcher searcher, string field)
{
    private const int MaxEdits = 2;
    private const int ShortWord = 5; // below so many units one edit is much
    private const int TermsPerCheck = 4096;

    /// <summary>Most terms read per segment and word.</summary>
    public int MaxTerms { get; init; } = 2_000_000;

    /// <summary>
    /// The best <paramref name="count"/> terms that are more frequent than the word itself, fewest edits first, then
    /// most documents, then in code point order. Words under 3 or over 64 UTF-16 units have none.
    /// </summary>
    public IReadOnlyList<SpellingSuggestion> Suggest(string word, int count, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (word.Length is < 3 or > BoundedEdits.MaxLength) return [];
        var most = word.Length < ShortWord ? 1 : MaxEdits;
        var found = new Dictionary<string, SpellingSuggestion>(StringComparer.Ordinal);
        foreach (var segment in searcher.Segments) Collect(segment, word, most, found, cancellation);
        var known = found.Remove(word, out var itself) ? itself.DocFreq : 0;
        return [.. found.Values
            .Where(suggestion => suggestion.DocFreq > known)
            .OrderBy(suggestion => suggestion.Edits)
            .ThenByDescending(suggestion => suggestion.DocFreq)
            .ThenBy(suggestion => suggestion.Term, StringComparer.Ordinal)
            .Take(count)];
    }

    private void Collect(
        SegmentContext segment, string word, int most, Dictionary<string, SpellingSuggestion> found,
        CancellationToken cancellation)
    {
        if (segment.Reader.Terms(field) is not { } terms) return;
        var edits = new BoundedEdits(word);
        var cursor = terms.Terms();
        Span<char> text = stackalloc char[BoundedEdits.MaxLength + MaxEdits];
        for (var read = 0; read < MaxTerms && cursor.Next(); read++)
        {
            if (read % TermsPerCheck == 0) cancellation.ThrowIfCancellationRequested();
            var term = cursor.Term;
            if (term.Length + most < word.Length || term.Length > 3 * (word.Length + most)) continue; // 3 bytes a unit
            if (!Encoding.UTF8.TryGetChars(term, text, out var length)) continue;
            var distance = edits.Distance(text[..length], most);
            if (distance > most) continue;
            var near = text[..length].ToString();
            var docFreq = cursor.State.DocFreq + found.GetValueOrDefault(near).DocFreq;
            found[near] = new SpellingSuggestion(near, distance, docFreq);
        }
    }
}
