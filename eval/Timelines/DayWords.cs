using Dateline.Search.Articles;
using Dateline.Search.Text;
using Dateline.Summarize.Evidence;

namespace Dateline.Eval.Timelines;

/// <summary>
/// What the sources of a topic say of each day: the terms of sentences that mention it, or of what was published on it.
/// </summary>
internal sealed class DayWords
{
    private const int FirstSentences = 3;

    private readonly Dictionary<DateOnly, Dictionary<int, double>> _days = [];
    private readonly Dictionary<int, int> _sentencesWith = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private int _sentences;

    public DayWords(IEnumerable<Article> articles, Vocabulary vocabulary)
    {
        foreach (var article in articles) Add(article, vocabulary);
    }

    /// <summary>True when a source writes the word so.</summary>
    public bool Knows(string word) => _known.Contains(word);

    /// <summary>Cosine of terms with what is said of a day, rare terms heavier; 0 where nothing is said.</summary>
    public double Likeness(DateOnly day, int[] terms)
    {
        if (!_days.TryGetValue(day, out var profile)) return 0;
        double shared = 0, own = 0, other = 0;
        foreach (var term in terms)
        {
            var rarity = Rarity(term);
            own += rarity * rarity;
            shared += rarity * rarity * Weight(profile.GetValueOrDefault(term));
        }

        foreach (var (term, count) in profile) other += Math.Pow(Rarity(term) * Weight(count), 2);
        return shared == 0 ? 0 : shared / Math.Sqrt(own * other);
    }

    private static double Weight(double count) => Math.Log(1 + count);

    private double Rarity(int term) => Math.Log(1 + (_sentences + 1.0) / (_sentencesWith.GetValueOrDefault(term) + 1));

    private void Add(Article article, Vocabulary vocabulary)
    {
        var position = 0;
        foreach (var span in SentenceSplitter.Split(article.Body))
        {
            var text = article.Body[span.Start..span.End];
            var terms = vocabulary.Terms(text).Distinct().ToArray();
            _sentences++;
            foreach (var term in terms) _sentencesWith[term] = _sentencesWith.GetValueOrDefault(term) + 1;
            foreach (var token in text.Split(' ')) _known.Add(token.Trim(',', '.', '"', '\'', '(', ')', '’'));
            foreach (var date in article.EventDates)
                if (date.Date.Precision == DatePrecision.Day
                    && date.Evidence.Start >= span.Start && date.Evidence.End <= span.End)
                    Count(date.Date.First, terms, 1);
            if (position++ < FirstSentences && article.Published is { } published)
                Count(published.Date.First, terms, 0.5);
        }
    }

    private void Count(DateOnly day, int[] terms, double weight)
    {
        if (!_days.TryGetValue(day, out var profile)) _days.Add(day, profile = []);
        foreach (var term in terms) profile[term] = profile.GetValueOrDefault(term) + weight;
    }
}
