using Dateline.Search.Text;
using static Dateline.Summarize.Speech.SpeechValues;

namespace Dateline.Summarize.Speech;

/// <summary>The features of a position that may be an edge of content or of a speaker.</summary>
internal static class SpeechPositionFeatures
{
    private static readonly uint To = SpeechText.Hash("to");

    /// <summary>Writes all of them, as <see cref="SpeechFeatures.Position"/> has them.</summary>
    public static void Add(
        ref SpeechRows writer, SpeechUnitView unit, SpeechLayout layout, int cue, int anchor, int at)
    {
        Edge(ref writer, unit.Tokens, at, unit.Tokens[cue].Word, layout);
        Stretch(ref writer, unit, layout, cue, anchor, at);
        SpeechSyntaxFeatures.AddPosition(ref writer, unit, layout, cue, anchor, at);
    }

    private static void Edge(
        ref SpeechRows writer, ReadOnlySpan<SpeechToken> tokens, int at, uint cue, SpeechLayout layout)
    {
        uint left = Word(tokens, at - 1), right = Word(tokens, at), right2 = Word(tokens, at + 1);
        writer.Add(left);
        writer.Add(right);
        writer.Add(left, right);
        writer.Add(right2);
        writer.Add(right, right2);
        writer.Add(Word(tokens, at - 2), left);
        writer.Add(left, right, right2);
        writer.Add(Fine(tokens, at - 1));
        writer.Add(Fine(tokens, at));
        writer.Add(Fine(tokens, at + 1));
        writer.Add(Coarse(tokens, at - 1), Coarse(tokens, at));
        writer.Add(Coarse(tokens, at), Coarse(tokens, at + 1));
        writer.Add(Coarse(tokens, at - 1), right, Coarse(tokens, at + 1));
        writer.Add(Coarse(tokens, at - 2), Coarse(tokens, at - 1), right);
        writer.Add(left, Coarse(tokens, at), Coarse(tokens, at + 1));
        writer.Add(right, Coarse(tokens, at + 1), Coarse(tokens, at + 2));
        writer.Add(Name(tokens, at - 1), Name(tokens, at), at < tokens.Length && tokens[at].StartsName ? 1u : 0);
        writer.Add(Name(tokens, at), (uint)layout, left);
        writer.Add(cue, left);
        writer.Add(cue, right);
        writer.Add(cue, Coarse(tokens, at));
        writer.Add(cue, left, right);
        writer.Add((uint)layout, left, right);
        writer.Add((uint)layout, Coarse(tokens, at - 1), Coarse(tokens, at));
    }

    private static void Stretch(
        ref SpeechRows writer, SpeechUnitView unit, SpeechLayout layout, int cue, int anchor, int at)
    {
        var tokens = unit.Tokens;
        var word = tokens[cue].Word;
        var between = unit.Clauses.Between(Math.Max(anchor, 0), at);
        uint commas = Math.Min(between.Commas, 5u), that = Math.Min(between.That, 3u),
            opens = Math.Min(between.Opens, 3u), marks = Math.Min(between.Marks, 3u), cuts = Cuts(tokens, at);
        var side = at > cue ? 1u : 0;
        uint length = Bucket(Math.Abs(at - anchor)), distance = Bucket(Math.Abs(at - cue)),
            shape = (uint)layout | (side << 3);
        var rest = at > cue ? Rest(tokens, at) : Bucket(at);
        uint beyond = at > cue ? unit.CueFrom(Math.Min(at, tokens.Length)) : unit.CueBefore(at);
        var quote = QuoteRelation(tokens, anchor, at);
        var edge = at < tokens.Length ? tokens[at].Word : 0;
        writer.Add(length, shape);
        writer.Add(distance, shape);
        writer.Add(rest, shape);
        writer.Add(rest, shape, edge);
        writer.Add(quote, shape, cuts);
        writer.Add(quote, rest, shape);
        writer.Add(word, distance, shape);
        writer.Add(word, rest, shape);
        writer.Add(word, quote, cuts);
        writer.Add(commas, shape, edge);
        writer.Add(commas, marks, rest);
        writer.Add(that, Word(tokens, at), Word(tokens, at - 1));
        writer.Add(Math.Min(that, 2), Math.Min(opens, 2), shape);
        writer.Add(opens, quote, cuts);
        writer.Add(beyond, edge, shape);
        writer.Add(beyond, rest, shape);
        writer.Add(beyond, Word(tokens, at), Coarse(tokens, at + 1));
        writer.Add(length, edge, Coarse(tokens, at + 1));
        writer.Add(distance, edge, Word(tokens, at - 1));
        writer.Add(Word(tokens, at - 1), To == Word(tokens, at) ? 1u : 0, quote);
        writer.Add(Word(tokens, anchor), Word(tokens, at), shape);
        writer.Add(Coarse(tokens, anchor), Coarse(tokens, at), shape);
    }

    // How the stretch from anchor to position lies to quotations: whole, opened, closed, inside one, or without any.
    private static uint QuoteRelation(ReadOnlySpan<SpeechToken> tokens, int anchor, int at)
    {
        int from = Math.Min(anchor, at), to = Math.Max(anchor, at) - 1;
        if (from < 0 || to < from || to >= tokens.Length)
            return 9;
        var opens = tokens[from].Opens ? 1u : 0;
        var closes = tokens[to].Closes ? 2u : 0;
        return opens | closes | (tokens[from].Quotation > 0 && tokens[from].Quotation == tokens[to].Quotation ? 4u : 0);
    }

    // True for a position inside a quotation.
    private static uint Cuts(ReadOnlySpan<SpeechToken> tokens, int at) =>
        at > 0 && at < tokens.Length && tokens[at].Quotation > 0 && tokens[at].Quotation == tokens[at - 1].Quotation
            ? 1u : 0;

    // 0 at the very end, 1 where only a full stop follows, else by distance.
    private static uint Rest(ReadOnlySpan<SpeechToken> tokens, int at)
    {
        var rest = tokens.Length - at;
        return rest == 1 && tokens[at].Kind == TokenKind.Punctuation ? 20u : Bucket(rest);
    }
}
