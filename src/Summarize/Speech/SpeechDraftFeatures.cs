using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>
/// The features by which a whole reading of a word is judged: how sure the single decisions were, how its content lies
/// to quotations and clauses, what it leaves over, and which readings of other words stand against it. Their order and
/// hashes are part of the model's format.
/// </summary>
internal static class SpeechDraftFeatures
{
    /// <summary>Most features of a reading.</summary>
    public const int Most = 120;

    private static readonly uint That = SpeechText.Hash("that");

    private static readonly HashSet<uint> Pronouns =
        [.. "he she they it we i you who which that".Split(' ').Select(word => SpeechText.Hash(word))];

    /// <summary>Writes the features of a reading.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="drafts">All readings of the unit.</param>
    /// <param name="draft">The one.</param>
    /// <param name="rows">Receives the features.</param>
    /// <returns>How many.</returns>
    public static int Write(SpeechUnitView unit, List<SpeechDraft> drafts, SpeechDraft draft, Span<uint> rows)
    {
        var tokens = unit.Tokens;
        var writer = new SpeechFeatureWriter(rows, 3000);
        var here = tokens[draft.Cue];
        var shape = SpeechDraftShape.Of(tokens, draft);
        var rivals = SpeechDraftRivals.Of(drafts, draft, tokens);
        Sureness(ref writer, draft, here, shape, rivals);
        Quoting(ref writer, unit, draft, here, shape);
        Competition(ref writer, draft, here, shape, rivals);
        Edges(ref writer, tokens, draft, here, shape);
        Speaker(ref writer, tokens, draft, here, shape);
        return writer.Count;
    }

    private static void Sureness(
        ref SpeechFeatureWriter writer, SpeechDraft draft, in SpeechToken here, in SpeechDraftShape shape,
        in SpeechDraftRivals rivals)
    {
        uint layout = (uint)draft.Layout, cueing = Odds(draft.Cueing), likely = Depth(draft.Likelihood);
        var whole = Depth(draft.Likelihood + MathF.Log(draft.Cueing));
        var marks = shape.Marks;
        writer.Add(0);
        writer.Add(cueing);
        writer.Add(likely);
        writer.Add(whole);
        writer.Add(Fine(draft.Likelihood + MathF.Log(draft.Cueing)));
        writer.Add(cueing, likely);
        writer.Add(cueing, marks);
        writer.Add(likely, marks);
        writer.Add(whole, marks);
        writer.Add((uint)draft.Rank, marks, layout);
        writer.Add((uint)draft.Rank, likely);
        writer.Add(cueing, layout);
        writer.Add(likely, layout, marks);
        writer.Add(here.Word);
        writer.Add(here.Word, layout);
        writer.Add(here.Word, marks);
        writer.Add(here.Word, cueing / 2);
        writer.Add(here.Cue, layout, marks);
        writer.Add(here.Cue, cueing, marks);
        writer.Add(whole, rivals.Inside);
        writer.Add(whole, rivals.Around);
        writer.Add(whole, rivals.Across);
    }

    private static void Quoting(
        ref SpeechFeatureWriter writer, SpeechUnitView unit, SpeechDraft draft, in SpeechToken here,
        in SpeechDraftShape shape)
    {
        var tokens = unit.Tokens;
        var layout = (uint)draft.Layout;
        writer.Add(shape.Marks, shape.Quotations, layout);
        writer.Add(shape.Marks, shape.Loose, shape.LooseSide);
        writer.Add(shape.Loose, shape.LooseSide, layout);
        writer.Add(shape.Loose, shape.Quotations);
        writer.Add(shape.Length, shape.Marks);
        writer.Add(shape.Length, layout);
        writer.Add(here.Word, shape.Length);
        writer.Add(here.Quotation > 0 ? 1u : 0, shape.Marks);
        writer.Add(tokens[0].Quotation > 0 ? 1u : 0, tokens[^1].Quotation > 0 ? 1u : 0, shape.Marks);
        writer.Add(Bucket(tokens.Length), Bucket(draft.Cue), layout);
        writer.Add(unit.Unit.Paragraph == 0 ? 1u : 0, shape.Marks);
    }

    private static void Competition(
        ref SpeechFeatureWriter writer, SpeechDraft draft, in SpeechToken here, in SpeechDraftShape shape,
        in SpeechDraftRivals rivals)
    {
        var layout = (uint)draft.Layout;
        writer.Add(rivals.Inside, rivals.Around, rivals.Across);
        writer.Add(rivals.Inside, shape.Marks);
        writer.Add(rivals.Inside, rivals.InsideAt, layout);
        writer.Add(rivals.Around, shape.Marks);
        writer.Add(rivals.Across, shape.Marks);
        writer.Add(rivals.Inside, here.Word);
        writer.Add(rivals.Around, here.Word);
        writer.Add(rivals.Across, here.Word);
        writer.Add(rivals.Inside, Odds(draft.Cueing));
        writer.Add(rivals.Around, Odds(draft.Cueing));
        writer.Add(rivals.Across, Odds(draft.Cueing));
        writer.Add(rivals.Same, rivals.Around);
        writer.Add(here.Cue, rivals.Inside, rivals.Around);
    }

    private static void Edges(ref SpeechFeatureWriter writer, ReadOnlySpan<SpeechToken> tokens, SpeechDraft draft,
        in SpeechToken here, in SpeechDraftShape shape)
    {
        var layout = (uint)draft.Layout;
        int from = draft.Content[0].From, to = draft.Content[^1].To;
        uint left = Word(tokens, from - 1), first = Word(tokens, from), last = Word(tokens, to - 1),
            right = Word(tokens, to);
        var restLeft = Bucket(from - (draft.Speaker is { } who && who.To <= from ? who.To : 0));
        var rest = Rest(tokens, to);
        var gap = Bucket(Math.Min(Distance(draft.Cue, draft.Content[0]), Distance(draft.Cue, draft.Content[^1])));
        writer.Add(left, layout);
        writer.Add(first, layout);
        writer.Add(last, layout);
        writer.Add(right, layout);
        writer.Add(left, first);
        writer.Add(last, right);
        writer.Add(first, right, layout);
        writer.Add(Coarse(tokens, from), Coarse(tokens, to), layout);
        writer.Add(Coarse(tokens, from), Coarse(tokens, from + 1), layout);
        writer.Add(Coarse(tokens, to), Coarse(tokens, to + 1), layout);
        writer.Add(first == That ? 1u : 0, here.Word);
        writer.Add(here.Word, first);
        writer.Add(here.Word, right);
        writer.Add(here.Word, Coarse(tokens, from));
        writer.Add(rest, right, layout);
        writer.Add(rest, shape.Marks, layout);
        writer.Add(restLeft, layout, shape.Marks);
        writer.Add(restLeft, left);
        writer.Add(rest, restLeft, layout);
        writer.Add(gap, layout, shape.Marks);
        writer.Add(gap, here.Word, layout);
        writer.Add(rest, here.Word);
    }

    private static void Speaker(ref SpeechFeatureWriter writer, ReadOnlySpan<SpeechToken> tokens, SpeechDraft draft,
        in SpeechToken here, in SpeechDraftShape shape)
    {
        var layout = (uint)draft.Layout;
        uint kind = 0, gap = 0, length = 0, first = 0;
        if (draft.Speaker is { } who)
        {
            first = tokens[who.From].Word;
            length = Bucket(who.To - who.From);
            gap = Bucket(Distance(draft.Cue, who)) + (who.From > draft.Cue ? 20u : 0);
            kind = Pronouns.Contains(first) ? 1u : 2;
            for (var at = who.From; at < who.To; at++)
                kind |= (tokens[at].Name > 0 ? 4u : 0) | (tokens[at].Quotation > 0 ? 8u : 0);
        }

        writer.Add(kind, layout, shape.Marks);
        writer.Add(kind, gap, layout);
        writer.Add(kind, here.Word);
        writer.Add(kind, Odds(draft.Cueing), shape.Marks);
        writer.Add(gap, here.Word);
        writer.Add(length, kind);
        writer.Add(first, layout);
        writer.Add(first, here.Word);
        writer.Add(kind, gap, Odds(draft.Cueing) / 2);
    }

    private static int Distance(int cue, (int From, int To) stretch) =>
        stretch.From > cue ? stretch.From - cue - 1 : cue - stretch.To;

    // 0 to 13 in steps of half a logit.
    internal static uint Odds(float probability) =>
        (uint)Math.Clamp(7 + (2 * MathF.Log(probability / Math.Max(1e-6f, 1 - probability))), 0, 15);

    private static uint Depth(float logarithm) => (uint)Math.Clamp(-3 * logarithm, 0, 15);

    private static uint Fine(float logarithm) => (uint)Math.Clamp(-10 * logarithm, 0, 60);

    // 0 at the very end, 20 where only a full stop follows, else by distance.
    private static uint Rest(ReadOnlySpan<SpeechToken> tokens, int at)
    {
        var rest = tokens.Length - at;
        return rest == 1 && tokens[at].Kind == TokenKind.Punctuation ? 20u : Bucket(rest);
    }

    internal static uint Bucket(int count) => count switch
    {
        < 0 => 15,
        <= 6 => (uint)count,
        <= 8 => 7,
        <= 11 => 8,
        <= 15 => 9,
        <= 22 => 10,
        <= 35 => 11,
        <= 60 => 12,
        _ => 13,
    };

    private static uint Word(ReadOnlySpan<SpeechToken> tokens, int at) =>
        (uint)at < (uint)tokens.Length ? tokens[at].Word : at < 0 ? 1u : 2u;

    private static uint Coarse(ReadOnlySpan<SpeechToken> tokens, int at)
    {
        if ((uint)at >= (uint)tokens.Length)
            return 5010;
        ref readonly var token = ref tokens[at];
        return token.Coarse != 0 ? token.Coarse
            : token.Kind == TokenKind.Punctuation ? token.Word : 5000u + (uint)token.Kind + (token.Capital ? 8u : 0);
    }
}
