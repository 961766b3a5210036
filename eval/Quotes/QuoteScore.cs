using Dateline.Search.Text;
using Dateline.Summarize.Speech;

namespace Dateline.Eval.Quotes;

/// <summary>
/// Compares attributions found with those marked. Contents match, one to one, where the tokens in both are at least
/// 0.8 of
/// the tokens in either (intersection over union, punctuation counted); the speaker of a match is right where its
/// tokens and the marked source's reach 0.5.
/// </summary>
internal sealed class QuoteScore
{
    private const double SameContent = 0.8;
    private const double SameSpeaker = 0.5;
    private static readonly char[] Marks = ['"', '“', '”'];

    public int Gold, Found, Matched, QuotedGold, QuotedFound, QuotedGoldMatched, QuotedFoundMatched, Spoken,
        SpeakerRight;
    public List<string> Mistakes { get; } = [];

    public void Add(AttributedArticle article, IReadOnlyList<Attribution> found)
    {
        var tokens = new List<Token>();
        Tokenizer.Tokenize(article.Text, tokens);
        var gold = article.Attributions.Select(marked => Cover(tokens, marked.Content)).ToList();
        var own = found.Select(attribution => Cover(tokens, attribution.Content)).ToList();
        var (goldTo, ownTo) = Match(gold, own);
        Count(article, found, goldTo, ownTo);
        for (var i = 0; i < gold.Count; i++)
        {
            if (goldTo[i] >= 0)
                Speaker(article, article.Attributions[i], found[goldTo[i]], tokens);
            else
                Mistakes.Add($"MISSED\t{Show(article.Text, article.Attributions[i])}");
        }

        for (var i = 0; i < own.Count; i++)
        {
            if (ownTo[i] < 0)
                Mistakes.Add($"SPURIOUS\t{Show(article.Text, found[i])}");
        }
    }

    private void Count(AttributedArticle article, IReadOnlyList<Attribution> found, int[] goldTo, int[] ownTo)
    {
        for (var i = 0; i < goldTo.Length; i++)
        {
            var quoted = Quoted(article.Text, article.Attributions[i].Content) ? 1 : 0;
            Gold++;
            QuotedGold += quoted;
            Matched += goldTo[i] >= 0 ? 1 : 0;
            QuotedGoldMatched += goldTo[i] >= 0 ? quoted : 0;
        }

        for (var i = 0; i < ownTo.Length; i++)
        {
            var quoted = Quoted(article.Text, found[i].Content) ? 1 : 0;
            Found++;
            QuotedFound += quoted;
            QuotedFoundMatched += ownTo[i] >= 0 ? quoted : 0;
        }
    }

    private void Speaker(AttributedArticle article, GoldAttribution gold, Attribution found, List<Token> tokens)
    {
        if (gold.Source is not { } source)
            return;
        Spoken++;
        var right = found.Speaker is { } speaker && Overlap(
            Cover(tokens, [source]), Cover(tokens, [speaker])) >= SameSpeaker;
        SpeakerRight += right ? 1 : 0;
        if (!right)
            Mistakes.Add($"SPEAKER\t{Words(article.Text, source)}\t{Show(article.Text, found)}");
    }

    // Greedy, the best overlap first.
    private static (int[] Gold, int[] Own) Match(List<HashSet<int>> gold, List<HashSet<int>> own)
    {
        int[] goldTo = [.. gold.Select(_ => -1)], ownTo = [.. own.Select(_ => -1)];
        var pairs = from g in Enumerable.Range(0, gold.Count)
                    from o in Enumerable.Range(0, own.Count)
                    let overlap = Overlap(gold[g], own[o])
                    where overlap >= SameContent
                    orderby overlap descending, g, o
                    select (g, o);
        foreach (var (g, o) in pairs)
        {
            if (goldTo[g] < 0 && ownTo[o] < 0)
                (goldTo[g], ownTo[o]) = (o, g);
        }

        return (goldTo, ownTo);
    }

    private static double Overlap(HashSet<int> one, HashSet<int> other)
    {
        var both = one.Count(other.Contains);
        return both == 0 ? 0 : (double)both / (one.Count + other.Count - both);
    }

    private static HashSet<int> Cover(List<Token> tokens, IEnumerable<TextSpan> spans)
    {
        var covered = new HashSet<int>();
        foreach (var span in spans)
        {
            for (var at = FirstFrom(tokens, span.Start); at < tokens.Count && tokens[at].Start < span.End; at++)
                covered.Add(at);
        }

        return covered;
    }

    private static int FirstFrom(List<Token> tokens, int start)
    {
        int low = 0, high = tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].End <= start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool Quoted(string text, IEnumerable<TextSpan> content) =>
        content.Any(span => span.Of(text).IndexOfAny(Marks) >= 0);

    private static string Show(string text, GoldAttribution gold) =>
        $"{Words(text, gold.Source)} | {Words(text, gold.Cue)} | {string.Join(" … ", gold.Content.Select(span => Words(text, span)))}";

    private static string Show(string text, Attribution found) =>
        $"{Words(text, found.Speaker)} | {Words(text, found.Cue)} | {string.Join(" … ", found.Content.Select(span => Words(text, span)))}";

    private static string Words(string text, TextSpan? span) =>
        span is { } some ? some.Of(text).ToString().ReplaceLineEndings(" ") : "-";
}
