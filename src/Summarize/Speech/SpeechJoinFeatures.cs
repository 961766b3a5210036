using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>The features by which a quotation is joined to a passage. Their order and hashes are part of the model's
/// format.</summary>
internal static class SpeechJoinFeatures
{
    /// <summary>Most features of a candidate.</summary>
    public const int Most = 64;

    private static readonly HashSet<uint> Pronouns =
        [.. "he she they it we i you".Split(' ').Select(word => SpeechText.Hash(word))];

    // What is known of quotation and candidate. Near: the part of the candidate's content that is nearest.
    private readonly record struct Situation(
        uint Place, uint Units, uint Paragraphs, uint Form, uint Quoted, uint Open, uint Gap, uint Others, uint Side);

    /// <summary>Writes the features of a candidate.</summary>
    /// <returns>How many.</returns>
    public static int Write(SpeechJoinView view, SpeechJoinKind kind, SpeechPassage passage, Span<uint> rows)
    {
        var writer = new SpeechFeatureWriter(rows, 5000 + ((uint)kind * 100));
        var isNext = kind == SpeechJoinKind.Next;
        var near = isNext ? passage.Content[0] : passage.Content[^1];
        var tokens = view.Text.Tokens;
        var loose = view.Loose;
        var units = Distance(view.Text, near, loose, isNext, out var paragraphs);
        var gap = isNext ? near.From - loose.To : loose.From - Math.Max(near.To, passage.Cue + 1);
        var situation = new Situation(Place(view.Text, loose), units, paragraphs, Form(tokens, passage),
            Quoted(tokens, near), Open(view, near, isNext), Bucket(gap), Others(view, passage),
            near.From > passage.Cue ? 1u : 0);
        Standing(ref writer, view, passage, situation);
        Words(ref writer, view, passage, situation);
        Strengths(ref writer, view, passage, situation);
        return writer.Count;
    }

    private static void Standing(
        ref SpeechFeatureWriter writer, SpeechJoinView view, SpeechPassage passage, in Situation situation)
    {
        var (place, nearUnits, nearParagraphs, form, quoted, open, gap, _, _) = situation;
        var units = (uint)Math.Min(Math.Abs(passage.Unit - view.Loose.Unit), 4);
        var paragraphs = Math.Min(Math.Abs(view.Text.Units[passage.Unit].Paragraph - view.Paragraph), 2);
        writer.Add(0);
        writer.Add(place);
        writer.Add(place, units, (uint)paragraphs);
        writer.Add(place, nearUnits, nearParagraphs);
        writer.Add(place, form, nearParagraphs);
        writer.Add(place, quoted, nearParagraphs);
        writer.Add(place, quoted, nearUnits);
        writer.Add(open, place);
        writer.Add(open, nearParagraphs, nearUnits);
        writer.Add(open, form);
        writer.Add(gap, place);
        writer.Add(gap, quoted);
    }

    private static void Words(
        ref SpeechFeatureWriter writer, SpeechJoinView view, SpeechPassage passage, in Situation situation)
    {
        var (place, nearUnits, nearParagraphs, form, quoted, open, gap, others, side) = situation;
        var tokens = view.Text.Tokens;
        var loose = view.Loose;
        var unit = view.Text.Units[loose.Unit];
        var before = loose.From == 0 ? 0 : tokens[loose.From - 1].Word ^ (loose.From > unit.From ? 0 : 77u);
        var after = loose.To < unit.To ? tokens[loose.To].Word : 3;
        var last = tokens[Math.Max(loose.From, loose.To - (tokens[loose.To - 1].Closes ? 2 : 1))].Word;
        var speaker = passage.Speaker is { } who ? Pronouns.Contains(tokens[who.From].Word) ? 1u : 2u : 0u;
        writer.Add(gap, before);
        writer.Add(before, quoted);
        writer.Add(before, place);
        writer.Add(before, (uint)passage.Layout, side);
        writer.Add(after, place);
        writer.Add(after, before);
        writer.Add(last, place);
        writer.Add(last, open);
        writer.Add(speaker, place, form);
        writer.Add(speaker, nearParagraphs, quoted);
        writer.Add(others, place);
        writer.Add(others, nearUnits, quoted);
    }

    private static void Strengths(
        ref SpeechFeatureWriter writer, SpeechJoinView view, SpeechPassage passage, in Situation situation)
    {
        var (place, nearUnits, nearParagraphs, form, quoted, _, _, others, side) = situation;
        uint layout = (uint)passage.Layout, weak = Odds(view.Loose.Cueing), sure = Odds(passage.Confidence),
            length = Bucket(view.Loose.To - view.Loose.From), joined = (uint)Math.Min(passage.Joined, 4);
        var cue = view.Text.Tokens[passage.Cue];
        writer.Add(layout, side, quoted);
        writer.Add(layout, side, nearParagraphs | (place << 4));
        writer.Add(weak, place);
        writer.Add(weak, nearUnits, quoted);
        writer.Add(length, place);
        writer.Add(length, nearParagraphs);
        writer.Add(sure, quoted);
        writer.Add(sure, place);
        writer.Add(joined, place);
        writer.Add(joined, nearParagraphs, nearUnits);
        writer.Add(cue.Word, place);
        writer.Add(cue.Word, side, nearParagraphs);
        writer.Add(cue.Cue, place, nearParagraphs);
        writer.Add(view.FollowsLoose ? 1u : 0, place, nearUnits);
        writer.Add(others, form, nearParagraphs | (nearUnits << 4) | (place << 8));
    }

    // Units from the near content to the quotation, and paragraphs.
    private static uint Distance(
        SpeechText text, (int From, int To) near, in LooseQuotation loose, bool isNext, out uint paragraphs)
    {
        var at = loose.Unit;
        if (isNext)
        {
            while (at + 1 < text.Units.Count && text.Units[at].To <= near.From)
                at++;
        }
        else
        {
            while (at > 0 && text.Units[at].From >= near.To)
                at--;
        }

        paragraphs = (uint)Math.Min(Math.Abs(text.Units[at].Paragraph - text.Units[loose.Unit].Paragraph), 3);
        return (uint)Math.Min(Math.Abs(at - loose.Unit), 4);
    }

    // Whether the quotation opens or ends its paragraph or unit, and is closed.
    private static uint Place(SpeechText text, in LooseQuotation loose)
    {
        var units = text.Units;
        var (from, to, _) = units[loose.Unit];
        var opensUnit = loose.From == from ? 1u : 0;
        var endsUnit = loose.To >= to - 1 ? 2u : 0;
        var first = loose.Unit == 0 || units[loose.Unit - 1].Paragraph != units[loose.Unit].Paragraph ? 4u : 0;
        var last = loose.Unit + 1 == units.Count || units[loose.Unit + 1].Paragraph != units[loose.Unit].Paragraph
            ? 8u : 0;
        return opensUnit | endsUnit | first | last | (loose.IsUnit ? 16u : 0);
    }

    // The quotation goes on with one that nothing closed, follows the other at once, or not.
    private static uint Open(SpeechJoinView view, (int From, int To) near, bool isNext)
    {
        var tokens = view.Text.Tokens;
        int mine = tokens[view.Loose.From].Quotation, edge = isNext ? near.From : near.To - 1;
        var other = tokens[edge].Quotation;
        if (other == 0)
            return 0;
        if (other == mine)
            return 1;
        var (first, second) = isNext ? (mine, other) : (other, mine);
        return second != first + 1 ? 2u : view.Text.Quotations[first - 1].Closed ? 3u : 4u;
    }

    private static uint Quoted(SpeechToken[] tokens, (int From, int To) near) =>
        (tokens[near.From].Quotation > 0 ? 1u : 0) | (tokens[near.To - 1].Quotation > 0 ? 2u : 0);

    private static uint Form(SpeechToken[] tokens, SpeechPassage passage)
    {
        uint form = 0;
        foreach (var (from, to) in passage.Content)
        {
            for (var at = from; at < to; at++)
                form |= tokens[at].Quotation > 0 ? 1u : tokens[at].Kind != TokenKind.Punctuation ? 2u : 0;
        }

        return form;
    }

    // Other passages in the quotation's unit, and between it and this one.
    private static uint Others(SpeechJoinView view, SpeechPassage passage)
    {
        uint here = 0, between = 0;
        int from = Math.Min(passage.Cue, view.Loose.From), to = Math.Max(passage.Cue, view.Loose.From);
        foreach (var other in view.Told)
        {
            if (ReferenceEquals(other, passage))
                continue;
            here += other.Unit == view.Loose.Unit ? 1u : 0;
            between += other.Cue > from && other.Cue < to ? 1u : 0;
        }

        return Math.Min(here, 2) | (Math.Min(between, 2) << 2);
    }

    private static uint Odds(float probability) => probability <= 0 ? 0
        : 1 + (uint)Math.Clamp(4 + MathF.Log(probability / Math.Max(1e-6f, 1 - probability)), 0, 9);

    private static uint Bucket(int count) => count switch
    {
        <= 0 => 0,
        <= 6 => (uint)count,
        <= 10 => 7,
        <= 20 => 8,
        <= 40 => 9,
        <= 80 => 10,
        _ => 11,
    };
}
