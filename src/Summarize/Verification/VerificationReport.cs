using Dateline.Summarize.Model;

namespace Dateline.Summarize.Verification;

/// <summary>What became of a cited span.</summary>
public enum CitationStatus
{
    /// <summary>The words stand where they were cited.</summary>
    Ok,

    /// <summary>The words stand elsewhere in the same article.</summary>
    Moved,

    /// <summary>The article no longer has these words, or the briefing's own record was altered.</summary>
    Changed,

    /// <summary>The archive has no such article.</summary>
    Missing,

    /// <summary>The words stand in another article only.</summary>
    WrongDocument,
}

/// <summary>The check of one citation.</summary>
public sealed record CitationCheck
{
    /// <summary>Where in the briefing, e.g. <c>keyPoints[2].sentence</c>.</summary>
    public required string Where { get; init; }

    /// <summary>Outcome.</summary>
    public required CitationStatus Status { get; init; }

    /// <summary>One sentence that says what was found.</summary>
    public required string Message { get; init; }

    /// <summary>The citation checked.</summary>
    public required Citation Citation { get; init; }

    /// <summary>True when the words are intact but other words of the article differ from the version cited.</summary>
    public bool ArticleChanged { get; init; }

    /// <summary>True when the words are intact in the version cited, which the archive keeps, and no longer in the
    /// article.</summary>
    public bool EarlierVersion { get; init; }

    /// <summary>Where the words are now, when moved; UTF-16 units of the body.</summary>
    public int? FoundAt { get; init; }

    /// <summary>The article that has the words, when it is another one.</summary>
    public string? FoundIn { get; init; }
}

/// <summary>The check of a whole briefing.</summary>
/// <param name="Checks">Every citation in reading order.</param>
public sealed record VerificationReport(IReadOnlyList<CitationCheck> Checks)
{
    /// <summary>Citations whose words stand where cited.</summary>
    public int Intact => Checks.Count(check => check.Status == CitationStatus.Ok);

    /// <summary>Citations that need a look: any status but ok, or an article that changed around intact
    /// words.</summary>
    public int Differing => Checks.Count(check => check.Status != CitationStatus.Ok || check.ArticleChanged);

    /// <summary>True when nothing differs.</summary>
    public bool AllOk => Differing == 0;
}
