using static Dateline.Summarize.Speech.SpeechValues;

namespace Dateline.Summarize.Speech;

/// <summary>The features of what lies between a place and the other edge, or the word where no edge is chosen
/// yet.</summary>
internal static class SpeechStretchFeatures
{
    private static readonly uint To = SpeechText.Hash("to");

    /// <summary>Writes all of them.</summary>
    public static void Add(
        ref SpeechFeatureWriter writer, SpeechUnitView unit, SpeechLayout layout, int cue, int anchor, int at)
    {
        var between = unit.Clauses.Between(Math.Max(anchor, 0), at);
        Extent(ref writer, unit, between, layout, cue, anchor, at);
        Clauses(ref writer, unit, between.Finite, layout, cue, anchor, at);
        Quoting(ref writer, unit, between, layout, cue, anchor, at);
    }

    private static void Extent(ref SpeechFeatureWriter writer, SpeechUnitView unit, in SpeechClauses.Counts between,
        SpeechLayout layout, int cue, int anchor, int at)
    {
        var tokens = unit.Tokens;
        uint left = Word(tokens, at - 1), edge = Next(tokens, at), shape = Shape(layout, cue, at);
        uint length = Bucket(Math.Abs(at - anchor)), commas = Math.Min(between.Commas, 5u);
        var that = Math.Min(between.That, 3u);
        writer.Add(length, shape);
        writer.Add(length, edge, Coarse(tokens, at + 1));
        writer.Add(commas, shape, edge);
        writer.Add(commas, Math.Min(between.Marks, 3u), Rest(tokens, cue, at));
        writer.Add(that, Word(tokens, at), left);
        writer.Add(Math.Min(that, 2), Math.Min(between.Opens, 2u), shape);
        writer.Add(Word(tokens, anchor), Word(tokens, at), shape);
        writer.Add(Coarse(tokens, anchor), Coarse(tokens, at), shape);
    }

    private static void Clauses(ref SpeechFeatureWriter writer, SpeechUnitView unit, uint verbs, SpeechLayout layout,
        int cue, int anchor, int at)
    {
        var tokens = unit.Tokens;
        uint follows = unit.Clauses.Follows(at), begins = unit.Clauses.Follows(anchor);
        uint word = tokens[cue].Word, shape = Shape(layout, cue, at);
        verbs = Math.Min(verbs, 3);
        writer.Add(follows, verbs, shape);
        writer.Add(follows, begins, shape);
        writer.Add(follows, begins, (uint)tokens[cue].Tag);
        writer.Add(verbs, Bucket(Math.Abs(at - anchor)), shape);
        writer.Add(verbs, Word(tokens, at), shape);
        writer.Add(verbs, word, shape);
        writer.Add(verbs, begins, Math.Min(2u, Bucket(tokens.Length - at)));
        writer.Add(Tag(tokens, anchor), MarkedTag(tokens, at), Tag(tokens, at + 1));
    }

    // How it lies to quotations, words of others among quoted ones, other words that may announce speech.
    private static void Quoting(ref SpeechFeatureWriter writer, SpeechUnitView unit, in SpeechClauses.Counts between,
        SpeechLayout layout, int cue, int anchor, int at)
    {
        var tokens = unit.Tokens;
        int from = Math.Max(Math.Min(anchor, at), 0), to = Math.Max(anchor, at);
        uint unquoted = Bucket(between.Unquoted), opens = Math.Min(between.Opens, 3u), colons = between.Colons;
        uint cuts = Cuts(tokens, at), whole = Whole(tokens, from, to), edges = Edges(tokens, from, to);
        var place = Shape(layout, cue, at);
        var shape = place | (tokens[cue].Quotation > 0 ? 16u : 0);
        var cues = Cues(between, tokens[cue], from <= cue && cue < to);
        writer.Add(whole, place, cuts);
        writer.Add(whole, Rest(tokens, cue, at), place);
        writer.Add(tokens[cue].Word, whole, cuts);
        writer.Add(opens, whole, cuts);
        writer.Add(Word(tokens, at - 1), To == Word(tokens, at) ? 1u : 0, whole);
        writer.Add(cues, shape, edges);
        writer.Add(unquoted, opens | (shape << 4), edges);
        writer.Add(colons, shape, edges);
        writer.Add(cues, Word(tokens, at), shape);
        writer.Add(edges, Math.Min(unquoted, 2), tokens[cue].Cue | (shape << 4));
        writer.Add(edges, unit.Clauses.Follows(at), shape);
    }

    // 2 with a word that mostly announces speech, 1 with one that sometimes does, the cue itself not counted.
    private static uint Cues(in SpeechClauses.Counts between, in SpeechToken cue, bool holdsCue)
    {
        var own = holdsCue && cue.Quotation == 0;
        return between.StrongCues > (own && cue.Cue >= SpeechClauses.StrongCue ? 1 : 0) ? 2u
            : between.Cues > (own ? 1 : 0) ? 1u : 0;
    }

    private static uint Edges(ReadOnlySpan<SpeechToken> tokens, int from, int to)
    {
        ref readonly var first = ref tokens[Math.Min(from, tokens.Length - 1)];
        ref readonly var last = ref tokens[Math.Max(to - 1, 0)];
        return (first.Opens ? 1u : 0) | (last.Closes ? 2u : 0)
            | (first.Quotation > 0 ? 4u : 0) | (last.Quotation > 0 ? 8u : 0);
    }

    // Whether it opens, closes and stays inside one quotation; 9 where nothing lies between.
    private static uint Whole(ReadOnlySpan<SpeechToken> tokens, int from, int to)
    {
        if (to <= from || to > tokens.Length)
            return 9;
        ref readonly var first = ref tokens[from];
        ref readonly var last = ref tokens[to - 1];
        return (first.Opens ? 1u : 0) | (last.Closes ? 2u : 0)
            | (first.Quotation > 0 && first.Quotation == last.Quotation ? 4u : 0);
    }

    // True for a place inside a quotation.
    private static uint Cuts(ReadOnlySpan<SpeechToken> tokens, int at) =>
        at > 0 && at < tokens.Length && tokens[at].Quotation > 0 && tokens[at].Quotation == tokens[at - 1].Quotation
            ? 1u : 0;
}
