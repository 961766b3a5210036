using System.Globalization;
using Dateline.Search.Text;
using Dateline.Summarize.Speech;

namespace Dateline.Eval.Quotes;

/// <summary>How two sets of tokens are compared.</summary>
internal enum TokenOverlap
{
    /// <summary>Tokens in both over tokens in either; the stricter.</summary>
    Jaccard,

    /// <summary>Tokens in both over the mean of the two.</summary>
    Dice,
}

/// <summary>
/// Compares attributions found with those marked. Contents match, one to one, where their tokens overlap by at least
/// 0.8, punctuation counted; the speaker of a match is right where its tokens and the marked source's have a Jaccard
/// overlap of 0.5.
/// </summary>
internal sealed class QuoteScore(TokenOverlap overlapKind)
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

    /// <summary>F1 over all attributions.</summary>
    public double AllF1 => F(Share(Matched, Found), Share(Matched, Gold));

    /// <summary>F1 over those with quotation marks in their content.</summary>
    public double QuotedF1 => F(Share(QuotedFoundMatched, QuotedFound), Share(QuotedGoldMatched, QuotedGold));

    /// <summary>Of the contents found whose source is marked, how many have the right speaker.</summary>
    public double SpeakerShare => Share(SpeakerRight, Spoken);

    /// <summary>Precision and recall.</summary>
    public void Print(TextWriter output)
    {
        Print(output, "all", Gold, Found, Share(Matched, Found), Share(Matched, Gold));
        Print(output, "with quotation marks", QuotedGold, QuotedFound,
            Share(QuotedFoundMatched, QuotedFound), Share(QuotedGoldMatched, QuotedGold));
    }

    private void Print(TextWriter output, string which, int gold, int found, double precision, double recall) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{which} ({overlapKind}): {gold} marked, {found} found; precision {precision:F3}, recall {recall:F3}"));

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double F(double precision, double recall) =>
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);

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
            Cover(tokens, [source]), Cover(tokens, [speaker]), TokenOverlap.Jaccard) >= SameSpeaker;
        SpeakerRight += right ? 1 : 0;
        if (!right)
            Mistakes.Add($"SPEAKER\t{Words(article.Text, source)}\t{Show(article.Text, found)}");
    }

    // Greedy, the best overlap first.
    private (int[] Gold, int[] Own) Match(List<HashSet<int>> gold, List<HashSet<int>> own)
    {
        int[] goldTo = [.. gold.Select(_ => -1)], ownTo = [.. own.Select(_ => -1)];
        var pairs = from g in Enumerable.Range(0, gold.Count)
                    from o in Enumerable.Range(0, own.Count)
                    let overlap = Overlap(gold[g], own[o], overlapKind)
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

    private static double Overlap(HashSet<int> one, HashSet<int> other, TokenOverlap kind)
    {
        var both = one.Count(other.Contains);
        var all = one.Count + other.Count;
        return both == 0 ? 0 : kind == TokenOverlap.Dice ? 2.0 * both / all : (double)both / (all - both);
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
        Show(text, gold.Source, gold.Cue, gold.Content);

    private static string Show(string text, Attribution found) =>
        Show(text, found.Speaker, found.Cue, found.Content);

    private static string Show(string text, TextSpan? source, TextSpan? cue, IEnumerable<TextSpan> content) =>
        $"{Words(text, source)} | {Words(text, cue)} | "
        + string.Join(" … ", content.Select(span => Words(text, span)));

    private static string Words(string text, TextSpan? span) =>
        span is { } some ? some.Of(text).ToString().ReplaceLineEndings(" ") : "-";
}
