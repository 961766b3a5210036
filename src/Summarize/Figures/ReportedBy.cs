using Dateline.Search.Text;

namespace Dateline.Summarize.Figures;

/// <summary>A word of saying in a figure's clause, and who stands before it.</summary>
/// <param name="Cue">The word.</param>
/// <param name="Speaker">The words that name who; null when they could not be told.</param>
internal sealed record ReportedBy(TextSpan Cue, TextSpan? Speaker)
{
    private const int LongestSpeaker = 12;

    /// <summary>
    /// The nearest word of saying in the figure's clause, for figures outside every attribution: "what activists called
    /// a massacre of more than 200", "the agency estimates more than 10,000 have died; rebels say more". Null when the
    /// clause has none.
    /// </summary>
    public static ReportedBy? Find(string body, Figure figure)
    {
        var sentence = figure.Sentence;
        var text = new FigureText(body[sentence.Start..sentence.End]);
        var (from, to) = (0, text.Count);
        var at = text.TokenAt(figure.Value.Start - sentence.Start);
        for (var token = at; token > 0 && from == 0; token--)
            if (text.Is(token - 1, ";")) from = token;
        for (var token = at; token < to; token++)
            if (text.Is(token, ";")) to = token;
        for (var token = at - 1; token >= from; token--)
            if (IsCue(text, token)) return At(text, token, from, to, sentence.Start);
        for (var token = at; token < to; token++)
            if (IsCue(text, token) && IsAside(text, token, from)) return At(text, token, from, to, sentence.Start);
        return null;
    }

    /// <summary>Whom "who" or "which" stands for: the words before it and its comma, up to a boundary; null when there
    /// are none.</summary>
    public static TextSpan? Antecedent(string body, TextSpan sentence, TextSpan relative)
    {
        if (relative.Start <= sentence.Start) return null;
        var text = new FigureText(body[sentence.Start..relative.Start]);
        var end = text.Is(text.Count - 1, ",") ? text.Count - 1 : text.Count;
        var (first, next) = Before(text, end, 0);
        return next > first ? Shift(text.Span(first, next), sentence.Start) : null;
    }

    private static ReportedBy At(FigureText text, int cue, int from, int to, int offset)
    {
        var (first, next) = text.Is(cue, "according") ? After(text, cue + 2, to) : Before(text, cue, from);
        TextSpan? speaker = next > first ? Shift(text.Span(first, next), offset) : null;
        return new ReportedBy(Shift(text.Span(cue, cue + 1), offset), speaker);
    }

    private static TextSpan Shift(TextSpan span, int offset) => new(span.Start + offset, span.End + offset);

    private static (int First, int Next) After(FigureText text, int first, int to)
    {
        var next = first;
        while (next < to && next < first + LongestSpeaker && !text.IsStop(next)) next++;
        return (first, next);
    }

    private static (int First, int Next) Before(FigureText text, int cue, int from)
    {
        var next = cue;
        while (next > from && text.IsA(next - 1, WordClass.Adverb | WordClass.Have)) next--;
        var first = next;
        while (first > from && first > next - LongestSpeaker && !IsBoundary(text, first - 1)) first--;
        while (first < next && text.IsA(first, WordClass.Preposition)) first++;
        return first > from && first <= next - LongestSpeaker ? (next, next) : (first, next);
    }

    // ", the group said": who follows the words stands between a comma and the verb.
    private static bool IsAside(FigureText text, int cue, int from)
    {
        if (text.Is(cue, "according")) return true;
        var (first, next) = Before(text, cue, from);
        return next > first && text.Is(first - 1, ",") && !text.IsA(first, WordClass.Conjunction);
    }

    private static bool IsBoundary(FigureText text, int at) => text.IsStop(at)
        || (text.IsA(at, WordClass.Verb | WordClass.Be | WordClass.Have | WordClass.Relative | WordClass.Modal)
            && !text.IsA(at, WordClass.People))
        || text.Word(at) is "what" or "but" or "as" or "while" or "people" or "killed" or "dead" or "wounded";

    // Not "so-called", "claimed 12 lives", "an estimated 12".
    private static bool IsCue(FigureText text, int at) => !text.Is(at - 1, "-") && IsSaying(text, at)
        && !(text.Word(at) is "claim" or "claims" or "claimed"
            && (IsLives(text, at + 1) || text.Word(at + 1) is "by" or "from" or "of" or "against" or "for"));

    /// <summary>True where a word of claiming claims lives.</summary>
    public static bool ClaimsLives(string body, TextSpan cue)
    {
        var text = new FigureText(body[cue.Start..Math.Min(body.Length, cue.End + 60)]);
        return text.Word(0) is "claim" or "claims" or "claimed" or "claiming" && IsLives(text, 1);
    }

    private static bool IsLives(FigureText text, int at)
    {
        for (var word = at; word < at + 6; word++)
            if (text.Word(word) is "life" or "lives" or "victims" or "responsibility") return true;
        return false;
    }

    private static bool IsSaying(FigureText text, int at) => text.Word(at) is "said" or "says" or "say" or "claim"
        or "claims" or "claimed" or "told"
        or "called" or "calls" or "alleged" or "alleges" or "estimates" or "estimate" or "announced"
        || (text.Word(at) is "puts" or "put" && (text.IsA(at + 2, WordClass.Toll) || text.IsA(at + 3, WordClass.Toll)))
        || (text.Is(at, "according") && text.Is(at + 1, "to"))
        || (text.Word(at) is "reported" or "reports" or "estimated" or "projected"
            && !text.IsA(at + 1, WordClass.Preposition) && !text.IsA(at - 1, WordClass.Be)
            && !text.IsA(at - 1, WordClass.Preposition | WordClass.Indefinite | WordClass.Definite)
            && !text.Is(at - 1, "reportedly"));
}
