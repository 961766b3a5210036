using System.Collections.Frozen;
using Dateline.Search.Articles;
using Dateline.Search.Dates;

namespace Dateline.Summarize.Evidence;

/// <summary>What is compared of words: their terms, their counts, the days they name, and how often they say
/// no.</summary>
internal sealed class ComparedWords
{
    private const int FewTerms = 3;

    // Words that change nothing of what is told beside a number or a day.
    private static readonly FrozenSet<string> Light =
        ("least most about around nearly almost some over under more than up fewer less only so far now has have "
        + "had been being were would could may might also he she we its his her")
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Negations =
        "not no never none neither nor without cannot n't".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<int> _terms;
    private readonly HashSet<DateRange> _days;

    private ComparedWords(HashSet<int> terms, HashSet<DateRange> days, IReadOnlyList<string> numbers, int negations) =>
        (_terms, _days, Numbers, NegationCount) = (terms, days, numbers, negations);

    /// <summary>Counts, in text order; no dates.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>How many words say no.</summary>
    public int NegationCount { get; }

    /// <summary>Reads words.</summary>
    /// <param name="words">The words, as they stand in an article.</param>
    /// <param name="published">When the article was published.</param>
    /// <param name="vocabulary">Numbers the terms; one for all that is compared.</param>
    public static ComparedWords Of(string words, DateRange? published, Vocabulary vocabulary)
    {
        var text = words.ToCharArray();
        var days = new HashSet<DateRange>();
        foreach (var date in TimeExpressionFinder.Find(words, published is { } known
            ? new PublishedDate(known, null, "") : null))
        {
            if (date.Kind is not (TimeExpressionKind.Date or TimeExpressionKind.Time))
                continue;
            text.AsSpan(date.Span.Start, date.Span.Length).Fill(' ');
            if (date.Range is { } range)
                days.Add(range);
        }

        var numbers = NumberScanner.Find(text);
        var negations = 0;
        HashSet<int> terms = [];
        foreach (var word in Words(new string(text)))
        {
            if (Negations.Contains(word))
                negations++;
            else if (word.Length > 1 && !Light.Contains(word) && NumberScanner.Find(word).Count == 0)
                terms.UnionWith(vocabulary.Terms(word));
        }

        return new ComparedWords(terms, days, numbers, negations);
    }

    /// <summary>True when a word stands behind one that says no: "did not deny", "neither confirmed nor
    /// denied".</summary>
    public static bool IsNegated(string words, string word)
    {
        var at = words.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at <= 0)
            return false;
        var before = words.AsSpan(0, at).TrimEnd();
        before = before[(before.LastIndexOfAny(' ', '\n') + 1)..];
        return before.EndsWith("n't", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("n’t", StringComparison.OrdinalIgnoreCase)
            || Negations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before);
    }

    private static string[] Words(string text)
    {
        var plain = text.Replace('’', '\'').Replace("n't", " not", StringComparison.OrdinalIgnoreCase).ToCharArray();
        for (var at = 0; at < plain.Length; at++)
        {
            if (!char.IsLetterOrDigit(plain[at]))
                plain[at] = ' ';
        }

        return new string(plain).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Dice's coefficient of the terms, 0 to 1.</summary>
    public double Alike(ComparedWords other) => _terms.Count + other._terms.Count == 0
        ? 0
        : 2.0 * _terms.Count(other._terms.Contains) / (_terms.Count + other._terms.Count);

    /// <summary>
    /// True when both speak of one thing: neither puts another word in the place of one of the other's, and both name
    /// the same days or none. Numbers and a "not" may differ.
    /// </summary>
    public bool IsOfSameMatter(ComparedWords other)
    {
        var (few, many) = _terms.Count <= other._terms.Count ? (_terms, other._terms) : (other._terms, _terms);
        return few.Count >= FewTerms && 2 * few.Count >= many.Count && few.IsSubsetOf(many)
            && (_days.Count == 0 ? other._days.Count == 0 : _days.Overlaps(other._days));
    }

    /// <summary>True when each gives a number that the other does not.</summary>
    public bool HasOtherNumbers(ComparedWords other) =>
        Numbers.Except(other.Numbers).Any() && other.Numbers.Except(Numbers).Any();

    /// <summary>True when like words cannot be copies: other numbers, other days, or a "not" in one of them.</summary>
    public bool Differs(ComparedWords other) => HasOtherNumbers(other) || NegationCount % 2 != other.NegationCount % 2
        || (_days.Count > 0 && other._days.Count > 0 && !_days.Overlaps(other._days));

    /// <summary>"16, 23", or "none".</summary>
    public string NumberList => Numbers.Count == 0 ? "none" : string.Join(", ", Numbers);
}
