using static Dateline.Summarize.Speech.SpeechValues;

namespace Dateline.Summarize.Speech;

/// <summary>The features of a word that may announce speech.</summary>
internal static class SpeechCueFeatures
{
    private static readonly uint That = SpeechText.Hash("that");

    /// <summary>Writes all of them.</summary>
    public static void Add(ref SpeechFeatureWriter writer, SpeechUnitView unit, int cue)
    {
        var tokens = unit.Tokens;
        var here = tokens[cue];
        Words(ref writer, tokens, cue, here);
        Classes(ref writer, tokens, cue, here);
        Surroundings(ref writer, unit, cue, here);
        Syntax(ref writer, unit, cue);
    }

    private static void Words(
        ref SpeechFeatureWriter writer, ReadOnlySpan<SpeechToken> tokens, int cue, in SpeechToken here)
    {
        uint w1 = Word(tokens, cue + 1), w2 = Word(tokens, cue + 2), l1 = Word(tokens, cue - 1),
            l2 = Word(tokens, cue - 2);
        writer.Add(0);
        writer.Add(here.Word);
        writer.Add(w1);
        writer.Add(w2);
        writer.Add(Word(tokens, cue + 3));
        writer.Add(l1);
        writer.Add(l2);
        writer.Add(Word(tokens, cue - 3));
        writer.Add(here.Word, w1);
        writer.Add(here.Word, l1);
        writer.Add(here.Word, w1, w2);
        writer.Add(here.Word, l1, w1);
        writer.Add(here.Word, l1, l2);
        writer.Add(here.Word, w2);
        writer.Add(here.Word, l2);
        writer.Add(w1, w2);
        writer.Add(l1, l2);
        writer.Add(l1, w1);
        writer.Add(here.Suffix);
        writer.Add(here.Suffix, l1);
        writer.Add(here.Suffix, w1);
        writer.Add(here.Cue);
        writer.Add(here.Cue, l1);
        writer.Add(here.Cue, w1);
    }

    private static void Classes(
        ref SpeechFeatureWriter writer, ReadOnlySpan<SpeechToken> tokens, int cue, in SpeechToken here)
    {
        for (var at = -3; at <= 3; at++)
        {
            writer.Add(Fine(tokens, cue + at));
            writer.Add(Coarse(tokens, cue + at));
        }

        writer.Add(here.Word, Coarse(tokens, cue + 1));
        writer.Add(here.Word, Coarse(tokens, cue - 1));
        writer.Add(here.Word, Coarse(tokens, cue + 2));
        writer.Add(here.Word, Fine(tokens, cue + 1));
        writer.Add(here.Fine, Coarse(tokens, cue + 1), Coarse(tokens, cue - 1));
        writer.Add(here.Coarse, Coarse(tokens, cue + 1), Coarse(tokens, cue + 2));
        writer.Add(here.Coarse, Coarse(tokens, cue - 1), Coarse(tokens, cue - 2));
        writer.Add(here.Coarse, Word(tokens, cue - 1), Word(tokens, cue + 1));
        writer.Add(here.Word, Name(tokens, cue + 1), Name(tokens, cue - 1));
        writer.Add(here.Cue, Name(tokens, cue + 1), Name(tokens, cue - 1));
        writer.Add(here.Fine, Word(tokens, cue + 1));
        writer.Add(here.Fine, Word(tokens, cue - 1));
        writer.Add(here.Capital ? 1u : 0, here.Name, (uint)here.Kind);
    }

    private static void Surroundings(
        ref SpeechFeatureWriter writer, SpeechUnitView unit, int cue, in SpeechToken here)
    {
        var tokens = unit.Tokens;
        uint closed = 0, opens = 0, that = 0, speaker = 0;
        for (var back = 1; back <= 10 && cue - back >= 0; back++)
        {
            ref readonly var token = ref tokens[cue - back];
            if (token.Closes && closed == 0)
                closed = (uint)Math.Min(back, 5);
            if (speaker == 0 && (token.Name is 1 or 2 || token.Pronoun))
                speaker = (uint)back;
        }

        for (var on = 1; on <= 10 && cue + on < tokens.Length; on++)
        {
            ref readonly var token = ref tokens[cue + on];
            if (token.Opens && opens == 0)
                opens = (uint)Math.Min(on, 6);
            if (token.Word == That && that == 0)
                that = (uint)Math.Min(on, 6);
        }

        var quoted = here.Quotation > 0 ? 1u : 0;
        var first = tokens[0].Quotation > 0 ? 1u : 0;
        uint before = unit.CueBefore(cue), after = unit.CueFrom(cue + 1);
        writer.Add(quoted, closed, opens);
        writer.Add(here.Word, closed, opens);
        writer.Add(here.Cue, closed, opens);
        writer.Add(here.Cue, quoted, first);
        writer.Add(here.Word, quoted, first);
        writer.Add(that);
        writer.Add(here.Cue, that);
        writer.Add(here.Word, that);
        writer.Add(before, here.Cue, after);
        writer.Add(before, here.Cue, quoted);
        writer.Add(here.Word, before);
        writer.Add(here.Word, after);
        writer.Add(speaker);
        writer.Add(here.Cue, speaker);
        writer.Add(Bucket(cue), here.Cue);
        writer.Add(Bucket(tokens.Length - cue - 1), here.Cue);
        writer.Add(here.Word, Bucket(tokens.Length - cue - 1), first);
        writer.Add(tokens[^1].Word, here.Cue);
        writer.Add(unit.Unit.Paragraph == 0 ? 1u : 0, here.Cue);
    }

    private static void Syntax(ref SpeechFeatureWriter writer, SpeechUnitView unit, int cue)
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
        writer.Add(tag, TagPair(tokens, cue + 1));
        writer.Add(tag, TagPair(tokens, cue - 2));
        writer.Add(here.Word, left, right);
        writer.Add(here.Fine, left, right);
        writer.Add(TagPair(tokens, cue + 1), TagPair(tokens, cue + 3), tag);
        writer.Add(here.Word, TagPair(tokens, cue + 1));
        writer.Add(here.Word, TagPair(tokens, cue - 2));
        writer.Add(follows, tag);
        writer.Add(here.Word, follows);
        writer.Add(here.Cue, follows, tag);
        writer.Add(here.Word, passive, tag);
        writer.Add(passive, here.Cue);
        writer.Add(here.Word, unit.Clauses.Between(0, cue).Finite == 0 ? 1u : 0, tag);
    }
}
