namespace Dateline.Search.Dates.Estimation;

/// <summary>
/// The words of a text that tell what it is about: names, numbers and longer words, in small letters.
/// </summary>
internal sealed class TellingWords
{
    private const int ShortestWord = 5;
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public TellingWords(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end > at && IsTelling(text[at..end]))
                _words.Add(Stem(text[at..end]));
            at = Math.Max(end, at + 1);
        }
    }

    public int Count => _words.Count;

    public IEnumerable<string> Words => _words;

    /// <summary>How many words both have.</summary>
    public int Shared(TellingWords other)
    {
        var (small, large) = _words.Count < other._words.Count ? (_words, other._words) : (other._words, _words);
        var shared = 0;
        foreach (var word in small)
            shared += large.Contains(word) ? 1 : 0;
        return shared;
    }

    /// <summary>Shared words as a share of the smaller set.</summary>
    public double Overlap(TellingWords other) =>
        Count == 0 || other.Count == 0 ? 0 : (double)Shared(other) / Math.Min(Count, other.Count);

    private static bool IsTelling(ReadOnlySpan<char> word) =>
        word.Length >= ShortestWord || char.IsDigit(word[0]) || (char.IsUpper(word[0]) && word.Length >= 3);

    private static string Stem(ReadOnlySpan<char> word)
    {
        var lower = word.ToString().ToLowerInvariant();
        return lower.Length > ShortestWord && lower[^1] == 's' ? lower[..^1] : lower;
    }
}
