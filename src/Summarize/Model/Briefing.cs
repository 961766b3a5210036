using System.Text.Json.Serialization;
using Dateline.Search.Articles;

namespace Dateline.Summarize.Model;

/// <summary>
/// A briefing as data: every sentence verbatim from an article with citations that can be checked against it. Sections
/// without content are empty lists. Serialised as is (JSON, camelCase) and rendered to Markdown and HTML. Members that
/// came later may be missing from a file; the serialiser then gives <c>init</c> a null, which stands for the default.
/// </summary>
public sealed record Briefing
{
    /// <summary>Version of this schema.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Question, window, counts and mode.</summary>
    public required BriefingHeader Header { get; init; }

    /// <summary>Two to four sentences.</summary>
    [JsonRequired]
    public IReadOnlyList<BriefingSentence> BottomLine { get; init; } = [];

    /// <summary>Main points with their standing.</summary>
    [JsonRequired]
    public IReadOnlyList<KeyPoint> KeyPoints { get; init; } = [];

    /// <summary>By event date, ascending.</summary>
    [JsonRequired]
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>Numbers of the topic, one row a quantity and event; disputed ones first.</summary>
    public IReadOnlyList<BriefingFigure> Figures { get; init => field = value ?? []; } = [];

    /// <summary>What changed since an earlier briefing; null when there was none to compare with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BriefingChanges? Changes { get; init; }

    /// <summary>Who said what, the most relevant first.</summary>
    public IReadOnlyList<SpokenStatement> Statements { get; init => field = value ?? []; } = [];

    /// <summary>Parties with a voice in the articles, then those without.</summary>
    public IReadOnlyList<BriefingSide> Sides { get; init => field = value ?? []; } = [];

    /// <summary>What could not be answered.</summary>
    [JsonRequired]
    public IReadOnlyList<BriefingGap> Gaps { get; init; } = [];

    /// <summary>Articles cited, in order of first citation; citations name them by <see
    /// cref="Citation.ArticleId"/>.</summary>
    [JsonRequired]
    public IReadOnlyList<BriefingSource> Sources { get; init; } = [];
}

/// <summary>What was asked and what it was answered from.</summary>
public sealed record BriefingHeader
{
    /// <summary>The question as given.</summary>
    public required string Topic { get; init; }

    /// <summary>The query it was read as, canonical.</summary>
    public required string CanonicalQuery { get; init; }

    /// <summary>All that was asked for, so that it can be asked again; null in briefings of earlier versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BriefingRequest? Request { get; init; }

    /// <summary>Articles found.</summary>
    public required int HitsFound { get; init; }

    /// <summary>Articles used.</summary>
    public required int HitsUsed { get; init; }

    /// <summary>Independent origins among those used.</summary>
    public required int Origins { get; init; }

    /// <summary>Oldest publication date used.</summary>
    public DateRange? Oldest { get; init; }

    /// <summary>Newest publication date used.</summary>
    public DateRange? Newest { get; init; }

    /// <summary>How far the evidence carries, by a printed rule; null when nothing was found.</summary>
    public BriefingConfidence? Confidence { get; init; }

    /// <summary>Used articles without date.</summary>
    public int Undated { get; init; }

    /// <summary><c>extractive</c>, or <c>model</c> when a language model wrote some sentences.</summary>
    public string Mode { get; init => field = value ?? "extractive"; } = "extractive";

    /// <summary>What a language model was asked and what came of it; null when none was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelReport? Model { get; init; }

    /// <summary>Archive version that was read.</summary>
    public long ArchiveVersion { get; init; }

    /// <summary>
    /// Number of the last curation record heeded; 0 for none. With another one the same articles may be under other
    /// values.
    /// </summary>
    public long CurationVersion { get; init; }

    /// <summary>Program version.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Remarks on how the query was read.</summary>
    [JsonRequired]
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>How far the evidence carries. Says nothing of how likely anything is.</summary>
/// <param name="Level"><c>high</c>, <c>moderate</c> or <c>low</c>.</param>
/// <param name="Reason">What was counted.</param>
/// <param name="Rule">The rule that makes the level of it, in words.</param>
public sealed record BriefingConfidence(string Level, string Reason, string Rule);

/// <summary>One sentence and where its words stand.</summary>
/// <param name="Text">Verbatim words of the first citation (white space folded), unless a model wrote it.</param>
/// <param name="Citations">At least one.</param>
/// <param name="Date">Publication date of the first citation's article, for "as of".</param>
/// <param name="Outlet">Its outlet.</param>
public sealed record BriefingSentence(string Text, IReadOnlyList<Citation> Citations, DateRange? Date, string? Outlet)
{
    /// <summary>Who wrote it; a model's sentence is made of words of all its citations.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public SentenceWriter Writer { get; init; }

    /// <summary>
    /// The sentence before, verbatim words of the second citation, where the text opens with a reference to it; else
    /// null.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Context { get; init; }
}

/// <summary>Standing of a point.</summary>
public enum PointStatus
{
    /// <summary>Told by one origin.</summary>
    SingleSource,

    /// <summary>Told by two or more independent origins.</summary>
    Corroborated,

    /// <summary>Origins contradict each other on it.</summary>
    Disputed,

    /// <summary>A later report replaced it.</summary>
    Superseded,
}

/// <summary>A main point.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Status">Standing.</param>
/// <param name="Origins">Independent origins that support it.</param>
/// <param name="Reason">The rule that gave the standing, in words.</param>
/// <param name="Support">Further sentences that support or contradict it.</param>
public sealed record KeyPoint(
    BriefingSentence Sentence, PointStatus Status, int Origins, string Reason, IReadOnlyList<BriefingSentence> Support);

/// <summary>What happened at one date.</summary>
/// <param name="Date">Event date.</param>
/// <param name="DateCitation">The date expression itself, or where it follows from the publication date, the words that
/// say so.</param>
/// <param name="Sentence">The sentence.</param>
public sealed record TimelineEntry(DateRange Date, Citation DateCitation, BriefingSentence Sentence);

/// <summary>Something the briefing could not answer.</summary>
/// <param name="Kind">Stable kebab-case kind, e.g. <c>term-without-evidence</c>, <c>not-confirmed</c>.</param>
/// <param name="Message">For people.</param>
/// <param name="Citations">Where it is said, may be empty.</param>
public sealed record BriefingGap(string Kind, string Message, IReadOnlyList<Citation> Citations);

/// <summary>An article the briefing cites.</summary>
public sealed record BriefingSource
{
    /// <summary>Number used in print, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Article id.</summary>
    public required string ArticleId { get; init; }

    /// <summary>Headline.</summary>
    public required string Title { get; init; }

    /// <summary>Publisher.</summary>
    public string? Outlet { get; init; }

    /// <summary>Publication date.</summary>
    public DateRange? Published { get; init; }

    /// <summary>Where it came from.</summary>
    public required string Origin { get; init; }

    /// <summary>Citations in this briefing.</summary>
    public required int Uses { get; init; }
}
