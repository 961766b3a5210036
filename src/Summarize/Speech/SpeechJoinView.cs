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
    /// <summary>The text.</summary>
    public SpeechText Text { get; } = text;

    /// <summary>All passages of the text, in order.</summary>
    public List<SpeechPassage> Told { get; } = told;

    /// <summary>The quotation.</summary>
    public LooseQuotation Loose { get; } = loose[number];

    /// <summary>True where the loose quotation before it stands in the same unit or the one before.</summary>
    public bool FollowsLoose { get; } = number > 0 && loose[number - 1].Unit >= loose[number].Unit - 1;

    /// <summary>Paragraph of its unit.</summary>
    public int Paragraph => Text.Units[Loose.Unit].Paragraph;

    /// <summary>True for a unit of the same or the neighbouring paragraph.</summary>
    public bool IsNear(int unit) => Math.Abs(Text.Units[unit].Paragraph - Paragraph) <= 1;

    /// <summary>True where a passage's last content ends inside quotation marks.</summary>
    public bool EndsQuoted(SpeechPassage passage) => Text.Tokens[passage.Content[^1].To - 1].Quotation > 0;
}
