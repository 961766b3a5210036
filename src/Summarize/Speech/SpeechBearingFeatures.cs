using static Dateline.Summarize.Speech.SpeechValues;

namespace Dateline.Summarize.Speech;

/// <summary>The features of a place as it lies to the word that may announce speech.</summary>
internal static class SpeechBearingFeatures
{
    /// <summary>Writes those of a place.</summary>
    public static void Add(ref SpeechFeatureWriter writer, SpeechUnitView unit, SpeechLayout layout, int cue, int at)
    {
        Words(ref writer, unit.Tokens, layout, unit.Tokens[cue].Word, at);
        Distances(ref writer, unit, layout, cue, at);
        Syntax(ref writer, unit, layout, cue, at);
    }

    /// <summary>Writes those of no place at all: nobody speaks.</summary>
    public static void AddNone(ref SpeechFeatureWriter writer, SpeechUnitView unit, SpeechLayout layout, int cue)
    {
        var tokens = unit.Tokens;
        var word = tokens[cue].Word;
        writer.Add(1, word);
        writer.Add(2, (uint)layout);
        writer.Add(3, tokens[cue].Suffix);
        writer.Add(4, word, (uint)layout);
        writer.Add(5, Word(tokens, cue - 1));
        writer.Add(6, Coarse(tokens, cue - 1), (uint)layout);
        writer.Add(7, Word(tokens, cue + 1));
        writer.Add(8, tokens[cue].Fine);
        writer.Add(9, cue == 0 ? 1u : 0, (uint)layout);
    }

    private static void Words(
        ref SpeechFeatureWriter writer, ReadOnlySpan<SpeechToken> tokens, SpeechLayout layout, uint word, int at)
    {
        uint left = Word(tokens, at - 1), right = Word(tokens, at);
        writer.Add(Name(tokens, at), (uint)layout, left);
        writer.Add(word, left);
        writer.Add(word, right);
        writer.Add(word, Coarse(tokens, at));
        writer.Add(word, left, right);
        writer.Add((uint)layout, left, right);
        writer.Add((uint)layout, Coarse(tokens, at - 1), Coarse(tokens, at));
    }

    private static void Distances(
        ref SpeechFeatureWriter writer, SpeechUnitView unit, SpeechLayout layout, int cue, int at)
    {
        var tokens = unit.Tokens;
        uint word = tokens[cue].Word, edge = Next(tokens, at), shape = Shape(layout, cue, at);
        uint distance = Bucket(Math.Abs(at - cue)), rest = Rest(tokens, cue, at);
        uint beyond = at > cue ? unit.CueFrom(at) : unit.CueBefore(at);
        writer.Add(distance, shape);
        writer.Add(rest, shape);
        writer.Add(rest, shape, edge);
        writer.Add(word, distance, shape);
        writer.Add(word, rest, shape);
        writer.Add(beyond, edge, shape);
        writer.Add(beyond, rest, shape);
        writer.Add(beyond, Word(tokens, at), Coarse(tokens, at + 1));
        writer.Add(distance, edge, Word(tokens, at - 1));
    }

    private static void Syntax(
        ref SpeechFeatureWriter writer, SpeechUnitView unit, SpeechLayout layout, int cue, int at)
    {
        var tokens = unit.Tokens;
        uint word = tokens[cue].Word, tag = (uint)tokens[cue].Tag, edge = Word(tokens, at);
        uint around = TagsAround(tokens, at), follows = unit.Clauses.Follows(at), shape = Shape(layout, cue, at);
        var passive = SpeechClauses.IsPassive(tokens, cue) ? 1u : 0;
        var between = Math.Min(unit.Clauses.Between(cue, at).Finite, 3u);
        writer.Add(word, around);
        writer.Add((uint)layout, around, tag);
        writer.Add(follows, shape);
        writer.Add(follows, tag, shape);
        writer.Add(follows, edge, tag);
        writer.Add(follows, word);
        writer.Add(between, edge, Word(tokens, at - 1));
        writer.Add(passive, tag, follows);
        writer.Add(passive, word, shape);
    }
}
