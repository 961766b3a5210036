using Dateline.Summarize.Evidence;

namespace Dateline.Eval.Timelines;

/// <summary>
/// Gives the sentences of a reference timeline back their days. Crisis and Entities come with a list of days and all
/// sentences run together, in order; the cuts between sentences show (nothing stands between them), those between days
/// do not. Days get one sentence or more, in order, so that sentences are as near as possible to what the sources say
/// of their day.
/// </summary>
internal sealed class JoinedTimeline(Vocabulary vocabulary, DayWords words)
{
    private const int MostSentencesADay = 30;
    private const double UnevennessCost = 0.02;

    /// <summary>The timeline; null when there are fewer sentences than days.</summary>
    public DatedSummaries? Restore(string text, IReadOnlyList<DateOnly> days) => Restore(Cut(text), days);

    /// <summary>The same from sentences, in order.</summary>
    public DatedSummaries? Restore(List<string> sentences, IReadOnlyList<DateOnly> days)
    {
        if (sentences.Count < days.Count || days.Count == 0) return null;
        var timeline = new DatedSummaries();
        var ends = Ends(Likeness(sentences, days), (double)sentences.Count / days.Count);
        for (int d = 0, from = 0; d < days.Count; from = ends[d++])
            timeline.Add(days[d], sentences[from..ends[d]]);
        return timeline;
    }

    private List<string> Cut(string text)
    {
        List<string> sentences = [];
        var start = 0;
        for (var at = 1; at + 1 < text.Length; at++)
        {
            if (!IsCut(text, at)) continue;
            sentences.Add(text[start..at].Trim());
            start = at;
        }

        sentences.Add(text[start..].Trim());
        sentences.RemoveAll(static sentence => sentence.Length == 0);
        return sentences;
    }

    private bool IsCut(string text, int at)
    {
        var (before, first, second) = (text[at - 1], text[at], text[at + 1]);
        var opens = char.IsUpper(first)
            || (first is '"' or '`' or '“' or '‘' && (char.IsUpper(second) || second == '`'));
        if (!opens) return false;
        if (before is '.' or '!' or '?') return second != '.';
        if (before is '"' or '\'' or '”' or ')')
            return at > 1 && text[at - 2] is '.' or '!' or '?' or '"' or '\'' or ' ' && second != '.';
        return char.IsLower(before) && char.IsUpper(first) && !words.Knows(WordAround(text, at));
    }

    private static string WordAround(string text, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return text[start..end];
    }

    private double[,] Likeness(List<string> sentences, IReadOnlyList<DateOnly> days)
    {
        var likeness = new double[days.Count, sentences.Count];
        for (var s = 0; s < sentences.Count; s++)
        {
            var terms = vocabulary.Terms(sentences[s]).Distinct().ToArray();
            for (var d = 0; d < days.Count; d++) likeness[d, s] = words.Likeness(days[d], terms);
        }

        return likeness;
    }

    // Dynamic programme over days and sentences; gives where each day ends.
    private static int[] Ends(double[,] likeness, double expected)
    {
        var (days, count) = (likeness.GetLength(0), likeness.GetLength(1));
        var best = new double[days + 1, count + 1];
        var taken = new int[days + 1, count + 1];
        for (var d = 0; d <= days; d++)
            for (var s = 0; s <= count; s++) best[d, s] = double.NegativeInfinity;
        best[0, 0] = 0;
        for (var d = 1; d <= days; d++)
        {
            for (var s = d; s <= count - (days - d); s++)
            {
                double sum = 0;
                for (var m = 1; m <= Math.Min(MostSentencesADay, s - d + 1); m++)
                {
                    sum += likeness[d - 1, s - m];
                    var value = best[d - 1, s - m] + sum - UnevennessCost * (m - expected) * (m - expected);
                    if (value > best[d, s]) (best[d, s], taken[d, s]) = (value, m);
                }
            }
        }

        var ends = new int[days];
        for (int d = days, s = count; d > 0; s -= taken[d, s], d--) ends[d - 1] = s;
        return ends;
    }
}
