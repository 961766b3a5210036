using static Dateline.Summarize.Speech.SpeechValues;

namespace Dateline.Summarize.Speech;

/// <summary>The features made of parts of speech.</summary>
internal static class SpeechSyntaxFeatures
{
    /// <summary>Writes those of a word that may announce speech.</summary>
    public static void AddCue(ref SpeechRows writer, SpeechUnitView unit, int cue)
    {
        var tokens = unit.Tokens;
        ref readonly var here = ref tokens[cue];
        uint tag = (uint)here.Tag, left = MarkedTag(tokens, cue - 1), right = MarkedTag(tokens, cue + 1);
        var follows = unit.Clauses.Follows(cue + 1);
        var passive = SpeechClauses.IsPassive(tokens, cue) ? 1u : 0;
        writer.Add(tag, here.Cue);
        writer.Add(here.Word, tag);
        writer.Add(tag, left);
        writer.Add(tag, right);
        writer.Add(left, tag, right);
        writer.Add(tag, Tags(tokens, cue + 1));
        writer.Add(tag, Tags(tokens, cue - 2));
        writer.Add(here.Word, left, right);
        writer.Add(here.Fine, left, right);
        writer.Add(Tags(tokens, cue + 1), Tags(tokens, cue + 3), tag);
        writer.Add(here.Word, Tags(tokens, cue + 1));
        writer.Add(here.Word, Tags(tokens, cue - 2));
        writer.Add(follows, tag);
        writer.Add(here.Word, follows);
        writer.Add(here.Cue, follows, tag);
        writer.Add(here.Word, passive, tag);
        writer.Add(passive, here.Cue);
        writer.Add(here.Word, unit.Clauses.Between(0, cue).Finite == 0 ? 1u : 0, tag);
    }

    /// <summary>Writes those of a position.</summary>
    public static void AddPosition(
        ref SpeechRows writer, SpeechUnitView unit, SpeechLayout layout, int cue, int anchor, int at)
    {
        var tokens = unit.Tokens;
        uint word = tokens[cue].Word, tag = (uint)tokens[cue].Tag;
        uint left = MarkedTag(tokens, at - 1), right = MarkedTag(tokens, at);
        uint around = left ^ (right * 0x85EBCA6Bu), on = Tags(tokens, at), back = Tags(tokens, at - 2);
        writer.Add(around);
        writer.Add(around, MarkedTag(tokens, at + 1));
        writer.Add(around, MarkedTag(tokens, at - 2));
        writer.Add(on, MarkedTag(tokens, at + 2));
        writer.Add(back, on);
        writer.Add(Word(tokens, at - 1), on);
        writer.Add(Word(tokens, at), Tag(tokens, at + 1), left);
        writer.Add(word, around);
        writer.Add((uint)layout, around, tag);
        Clauses(ref writer, unit, layout, cue, anchor, at);
        Quoting(ref writer, unit, layout, cue, anchor, at);
    }

    // Words of others among quoted ones, and other words that may announce speech.
    private static void Quoting(
        ref SpeechRows writer, SpeechUnitView unit, SpeechLayout layout, int cue, int anchor, int at)
    {
        var tokens = unit.Tokens;
        int from = Math.Max(Math.Min(anchor, at), 0), to = Math.Max(anchor, at);
        var between = unit.Clauses.Between(from, to);
        var unquoted = Bucket(between.Unquoted);
        var isOwn = from <= cue && cue < to && tokens[cue].Quotation == 0;
        var cues = between.StrongCues > (isOwn && tokens[cue].Cue >= SpeechClauses.StrongCue ? 1 : 0) ? 2u
            : between.Cues > (isOwn ? 1 : 0) ? 1u : 0;
        uint quotations = Math.Min(between.Opens, 3u), colons = between.Colons;
        var shape = (uint)layout | (at > cue ? 8u : 0) | (tokens[cue].Quotation > 0 ? 16u : 0);
        var edges = Edges(tokens, from, to);
        writer.Add(cues, shape, edges);
        writer.Add(unquoted, quotations | (shape << 4), edges);
        writer.Add(colons, shape, edges);
        writer.Add(cues, Word(tokens, at), shape);
        writer.Add(edges, Math.Min(unquoted, 2), (uint)tokens[cue].Cue | (shape << 4));
        writer.Add(edges, unit.Clauses.Follows(at), shape);
    }

    private static uint Edges(ReadOnlySpan<SpeechToken> tokens, int from, int to)
    {
        ref readonly var first = ref tokens[Math.Min(from, tokens.Length - 1)];
        ref readonly var last = ref tokens[Math.Max(to - 1, 0)];
        return (first.Opens ? 1u : 0) | (last.Closes ? 2u : 0)
            | (first.Quotation > 0 ? 4u : 0) | (last.Quotation > 0 ? 8u : 0);
    }

    private static void Clauses(
        ref SpeechRows writer, SpeechUnitView unit, SpeechLayout layout, int cue, int anchor, int at)
    {
        var tokens = unit.Tokens;
        var clauses = unit.Clauses;
        uint word = tokens[cue].Word, tag = (uint)tokens[cue].Tag;
        uint follows = clauses.Follows(at), begins = clauses.Follows(anchor);
        uint verbs = Math.Min(clauses.Between(Math.Max(anchor, 0), at).Finite, 3u),
            between = Math.Min(clauses.Between(cue, at).Finite, 3u);
        var passive = SpeechClauses.IsPassive(tokens, cue) ? 1u : 0;
        var shape = (uint)layout | (at > cue ? 8u : 0);
        var length = Bucket(Math.Abs(at - anchor));
        var edge = Word(tokens, at);
        writer.Add(follows, shape);
        writer.Add(follows, edge);
        writer.Add(follows, tag, shape);
        writer.Add(follows, verbs, shape);
        writer.Add(follows, begins, shape);
        writer.Add(follows, begins, tag);
        writer.Add(follows, edge, tag);
        writer.Add(follows, word);
        writer.Add(verbs, length, shape);
        writer.Add(verbs, edge, shape);
        writer.Add(verbs, word, shape);
        writer.Add(verbs, begins, Math.Min(2u, Bucket(unit.Count - at)));
        writer.Add(between, edge, Word(tokens, at - 1));
        writer.Add(passive, tag, follows);
        writer.Add(passive, word, shape);
        writer.Add(Tag(tokens, anchor), MarkedTag(tokens, at), Tag(tokens, at + 1));
    }
}
