using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>How a passage stands to a quotation that may belong to it.</summary>
internal enum SpeechJoinKind : byte
{
    /// <summary>The last before it.</summary>
    Before,

    /// <summary>The last before that one which ends with a quotation.</summary>
    Quoting,

    /// <summary>The first after it.</summary>
    Next,
}

/// <summary>A quotation with all around it that the decision looks at.</summary>
internal readonly struct SpeechJoinView(
    SpeechText text, List<SpeechPassage> told, List<LooseQuotation> loose, int number)
{
    public SpeechText Text { get; } = text;

    public List<SpeechPassage> Told { get; } = told;

    public LooseQuotation Loose { get; } = loose[number];

    /// <summary>The quotation before it, if it is loose too and in the same or the neighbouring paragraph.</summary>
    public LooseQuotation? LooseBefore { get; } = number > 0 ? loose[number - 1] : null;

    /// <summary>Paragraph of its unit.</summary>
    public int Paragraph => Text.Units[Loose.Unit].Paragraph;

    /// <summary>True for a unit of the same or the neighbouring paragraph.</summary>
    public bool IsNear(int unit) => Math.Abs(Text.Units[unit].Paragraph - Paragraph) <= 1;

    /// <summary>True where a passage's last content ends inside quotation marks.</summary>
    public bool EndsQuoted(SpeechPassage passage) => Text.Tokens[passage.Content[^1].To - 1].Quotation > 0;
}

/// <summary>The features by which a quotation is joined to a passage. Their order and hashes are part of the model's
/// format.</summary>
internal static class SpeechJoinFeatures
{
    /// <summary>Most features of a candidate.</summary>
    public const int Most = 64;

    private static readonly HashSet<uint> Pronouns =
        [.. "he she they it we i you".Split(' ').Select(word => SpeechText.Hash(word))];

    /// <summary>Writes the features of a candidate.</summary>
    /// <returns>How many.</returns>
    public static int Write(SpeechJoinView view, SpeechJoinKind kind, SpeechPassage passage, Span<uint> rows)
    {
        var text = view.Text;
        var loose = view.Loose;
        var tokens = text.Tokens;
        var units = text.Units;
        var (from, to) = units[loose.Unit] is var unit ? (unit.From, unit.To) : default;
        var writer = new SpeechFeatureWriter(rows, 5000 + ((uint)kind * 100));
        var isNext = kind == SpeechJoinKind.Next;
        var near = isNext ? passage.Content[0] : passage.Content[^1];
        var units_ = (uint)Math.Min(Math.Abs(passage.Unit - loose.Unit), 4);
        var paragraphs = (uint)Math.Min(Math.Abs(units[passage.Unit].Paragraph - view.Paragraph), 2);
        var nearUnits = Distance(text, near, loose, isNext, out var nearParagraphs);
        var form = Form(tokens, passage);
        var nearQuoted = Quoted(tokens, near);
        var open = Open(view, near, isNext);
        var place = Place(text, loose, from, to);
        var gap = Bucket(isNext ? near.From - loose.To : loose.From - Math.Max(near.To, passage.Cue + 1));
        uint beforeWord = loose.From == 0 ? 0 : tokens[loose.From - 1].Word ^ (loose.From > from ? 0 : 77u);
        uint afterWord = loose.To < to ? tokens[loose.To].Word : 3;
        var lastWord = tokens[Math.Max(loose.From, loose.To - (tokens[loose.To - 1].Closes ? 2 : 1))].Word;
        var speaker = passage.Speaker is { } who ? Pronouns.Contains(tokens[who.From].Word) ? 1u : 2u : 0u;
        var others = Others(view, passage);
        var layout = (uint)passage.Layout;
        var weak = Odds(loose.Cueing);
        var length = Bucket(loose.To - loose.From);
        var sure = Odds(passage.Confidence);
        var cueAfter = near.From > passage.Cue ? 1u : 0;
        var rival = view.LooseBefore is { } earlier && earlier.Unit >= loose.Unit - 1 ? 1u : 0;

        writer.Add(0);
        writer.Add(place);
        writer.Add(place, units_, paragraphs);
        writer.Add(place, nearUnits, nearParagraphs);
        writer.Add(place, form, nearParagraphs);
        writer.Add(place, nearQuoted, nearParagraphs);
        writer.Add(place, nearQuoted, nearUnits);
        writer.Add(open, place);
        writer.Add(open, nearParagraphs, nearUnits);
        writer.Add(open, form);
        writer.Add(gap, place);
        writer.Add(gap, nearQuoted);
        writer.Add(gap, beforeWord);
        writer.Add(beforeWord, nearQuoted);
        writer.Add(beforeWord, place);
        writer.Add(beforeWord, layout, cueAfter);
        writer.Add(afterWord, place);
        writer.Add(afterWord, beforeWord);
        writer.Add(lastWord, place);
        writer.Add(lastWord, open);
        writer.Add(speaker, place, form);
        writer.Add(speaker, nearParagraphs, nearQuoted);
        writer.Add(others, place);
        writer.Add(others, nearUnits, nearQuoted);
        writer.Add(layout, cueAfter, nearQuoted);
        writer.Add(layout, cueAfter, nearParagraphs | (place << 4));
        writer.Add(weak, place);
        writer.Add(weak, nearUnits, nearQuoted);
        writer.Add(length, place);
        writer.Add(length, nearParagraphs);
        writer.Add(sure, nearQuoted);
        writer.Add(sure, place);
        writer.Add((uint)Math.Min(passage.Joined, 4), place);
        writer.Add((uint)Math.Min(passage.Joined, 4), nearParagraphs, nearUnits);
        writer.Add(tokens[passage.Cue].Word, place);
        writer.Add(tokens[passage.Cue].Word, cueAfter, nearParagraphs);
        writer.Add(tokens[passage.Cue].Cue, place, nearParagraphs);
        writer.Add(rival, place, nearUnits);
        writer.Add(others, form, nearParagraphs | (nearUnits << 4) | (place << 8));
        return writer.Count;
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
    private static uint Place(SpeechText text, in LooseQuotation loose, int from, int to)
    {
        var units = text.Units;
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
