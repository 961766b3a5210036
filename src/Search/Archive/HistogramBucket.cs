using Dateline.Search.Articles;

namespace Dateline.Search.Archive;

/// <summary>Articles published in one period.</summary>
/// <param name="Period">The day, month or year. Articles dated less precisely are counted at their first day.</param>
/// <param name="Count">How many.</param>
public sealed record HistogramBucket(DateRange Period, int Count);
