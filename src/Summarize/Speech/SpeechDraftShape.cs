using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>How the content of a reading lies to quotations.</summary>
/// <param name="Marks">Bits: quoted, unquoted, cuts a quotation, opens with a mark, closes with one.</param>
/// <param name="Quotations">How many open inside, at most 3.</param>
/// <param name="Loose">Length, in classes, of the longest quotation outside; 0 for none.</param>
/// <param name="LooseSide">1 where that stands before the word, 2 after.</param>
/// <param name="Length">Tokens, in classes.</param>
internal readonly record struct SpeechDraftShape(uint Marks, uint Quotations, uint Loose, uint LooseSide, uint Length)
{
    /// <summary>The shape of a reading.</summary>
    public static SpeechDraftShape Of(ReadOnlySpan<SpeechToken> tokens, SpeechDraft draft)
    {
        uint inside = 0, outside = 0, cut = 0, quotations = 0, loose = 0, side = 0;
        int length = 0, run = 0;
        for (var at = 0; at < tokens.Length; at++)
        {
            ref readonly var token = ref tokens[at];
            if (draft.Covers(at))
            {
                length++;
                inside |= token.Quotation > 0 ? 1u : 0;
                outside |= token.Quotation == 0 && token.Kind != TokenKind.Punctuation ? 2u : 0;
                quotations += token.Opens ? 1u : 0;
                cut |= token.Quotation > 0 && ((!token.Opens && (at == 0 || !draft.Covers(at - 1)))
                    || (!token.Closes && (at + 1 == tokens.Length || !draft.Covers(at + 1)))) ? 4u : 0;
                run = 0;
                continue;
            }

            run = token.Quotation == 0 ? 0 : token.Opens ? 1 : run + 1;
            if (run > 5 && SpeechDraftFeatures.Bucket(run) >= loose)
                (loose, side) = (SpeechDraftFeatures.Bucket(run), at < draft.Cue ? 1u : 2);
        }

        var edges = (tokens[draft.Content[0].From].Opens ? 8u : 0)
            | (tokens[draft.Content[^1].To - 1].Closes ? 16u : 0);
        return new SpeechDraftShape(
            inside | outside | cut | edges, Math.Min(quotations, 3), loose, side, SpeechDraftFeatures.Bucket(length));
    }
}

/// <summary>The strongest other words that stand against a reading, each as its odds in classes; 0 for none.</summary>
/// <param name="Inside">In the content; 20 more where in a quotation.</param>
/// <param name="InsideAt">How far from the content's start.</param>
/// <param name="Around">With content that holds this word.</param>
/// <param name="Across">With content that overlaps.</param>
/// <param name="Same">Bits: the content around ends, starts where this does.</param>
internal readonly record struct SpeechDraftRivals(uint Inside, uint InsideAt, uint Around, uint Across, uint Same)
{
    /// <summary>What stands against a reading.</summary>
    public static SpeechDraftRivals Of(List<SpeechDraft> drafts, SpeechDraft draft, ReadOnlySpan<SpeechToken> tokens)
    {
        uint inside = 0, at = 0, around = 0, across = 0, same = 0;
        foreach (var other in drafts)
        {
            if (other.Rank > 0 || other.Cue == draft.Cue)
                continue;
            var odds = SpeechDraftFeatures.Odds(other.Cueing) + 1;
            if (draft.Covers(other.Cue))
            {
                odds += tokens[other.Cue].Quotation > 0 ? 20u : 0;
                if (odds % 20 > inside % 20)
                    (inside, at) = (odds, Math.Min(SpeechDraftFeatures.Bucket(other.Cue - draft.Content[0].From), 4u));
            }
            else if (other.Covers(draft.Cue))
            {
                if (odds > around)
                    (around, same) = (odds, SameEnd(other, draft));
            }
            else if (other.Clashes(draft))
            {
                across = Math.Max(across, odds);
            }
        }

        return new SpeechDraftRivals(inside, at, around, across, same);
    }

    private static uint SameEnd(SpeechDraft one, SpeechDraft other) =>
        (one.Content[^1].To == other.Content[^1].To ? 1u : 0) | (one.Content[0].From == other.Content[0].From ? 2u : 0);
}
