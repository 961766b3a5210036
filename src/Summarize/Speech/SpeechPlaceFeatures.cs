using static Dateline.Summarize.Speech.SpeechValues;

namespace Dateline.Summarize.Speech;

/// <summary>The features of a place between two tokens by itself: the words, their classes and their parts of
/// speech.</summary>
internal static class SpeechPlaceFeatures
{
    /// <summary>Writes all of them.</summary>
    public static void Add(ref SpeechFeatureWriter writer, SpeechUnitView unit, int at)
    {
        Words(ref writer, unit.Tokens, at);
        Classes(ref writer, unit.Tokens, at);
        Tags(ref writer, unit, at);
    }

    private static void Words(ref SpeechFeatureWriter writer, ReadOnlySpan<SpeechToken> tokens, int at)
    {
        uint left = Word(tokens, at - 1), right = Word(tokens, at), right2 = Word(tokens, at + 1);
        writer.Add(left);
        writer.Add(right);
        writer.Add(left, right);
        writer.Add(right2);
        writer.Add(right, right2);
        writer.Add(Word(tokens, at - 2), left);
        writer.Add(left, right, right2);
    }

    private static void Classes(ref SpeechFeatureWriter writer, ReadOnlySpan<SpeechToken> tokens, int at)
    {
        uint left = Word(tokens, at - 1), right = Word(tokens, at);
        uint leftClass = Coarse(tokens, at - 1), rightClass = Coarse(tokens, at), right2Class = Coarse(tokens, at + 1);
        writer.Add(Fine(tokens, at - 1));
        writer.Add(Fine(tokens, at));
        writer.Add(Fine(tokens, at + 1));
        writer.Add(leftClass, rightClass);
        writer.Add(rightClass, right2Class);
        writer.Add(leftClass, right, right2Class);
        writer.Add(Coarse(tokens, at - 2), leftClass, right);
        writer.Add(left, rightClass, right2Class);
        writer.Add(right, right2Class, Coarse(tokens, at + 2));
        writer.Add(Name(tokens, at - 1), Name(tokens, at), at < tokens.Length && tokens[at].StartsName ? 1u : 0);
    }

    private static void Tags(ref SpeechFeatureWriter writer, SpeechUnitView unit, int at)
    {
        var tokens = unit.Tokens;
        uint around = TagsAround(tokens, at), on = TagPair(tokens, at), back = TagPair(tokens, at - 2);
        writer.Add(around);
        writer.Add(around, MarkedTag(tokens, at + 1));
        writer.Add(around, MarkedTag(tokens, at - 2));
        writer.Add(on, MarkedTag(tokens, at + 2));
        writer.Add(back, on);
        writer.Add(Word(tokens, at - 1), on);
        writer.Add(Word(tokens, at), Tag(tokens, at + 1), MarkedTag(tokens, at - 1));
        writer.Add(unit.Clauses.Follows(at), Word(tokens, at));
    }
}
