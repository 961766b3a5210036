namespace Dateline.Summarize.Saved;

/// <summary>A saved briefing as a list shows it.</summary>
/// <param name="Id">Its name, e.g. <c>20120716-093000-peace-talks</c>: lower-case letters, digits and hyphens.</param>
/// <param name="Saved">When it was saved, UTC.</param>
/// <param name="Topic">Its question; null when the file cannot be read.</param>
/// <param name="ArchiveVersion">Archive version it was written from.</param>
/// <param name="HitsFound">Articles it found.</param>
/// <param name="Problem">Why the file cannot be read; null when it can.</param>
public sealed record SavedBriefing(
    string Id, DateTimeOffset Saved, string? Topic, long ArchiveVersion, int HitsFound, string? Problem)
{
    /// <summary>Number of the last curation record it heeded; 0 for none.</summary>
    public long CurationVersion { get; init; }
}
