using Dateline.Search.Articles;

namespace Dateline.Search.Extraction.PublicationDates;

/// <summary>What a date line says of its date.</summary>
internal enum DateLabel
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>"Published", "Posted", "First published" …</summary>
    Published,

    /// <summary>"Updated", "Last modified" …</summary>
    Updated,
}

/// <summary>A line (or part of one) that gives a publication date.</summary>
/// <param name="Start">First unit of the date's words, label included, in the text given.</param>
/// <param name="End">Unit after the last.</param>
/// <param name="Date">The day as printed, in the outlet's zone.</param>
/// <param name="Instant">The moment, when time and zone are printed.</param>
/// <param name="Label">What the line says of it.</param>
/// <param name="HasTime">True when a time of day is printed.</param>
/// <param name="OtherWords">Words in the text that are no part of a date line.</param>
internal readonly record struct PublicationDateLine(
    int Start, int End, DateRange Date, DateTimeOffset? Instant, DateLabel Label, bool HasTime, int OtherWords)
{
    /// <summary>Stable rule name for the evidence.</summary>
    public string Rule => Label switch
    {
        DateLabel.Published => "published-line",
        DateLabel.Updated => "updated-line",
        DateLabel.None => "date-line",
        _ => throw new InvalidOperationException($"Unknown label {Label}."),
    };
}
