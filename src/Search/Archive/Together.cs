using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>A question who occurs with whom, where and when.</summary>
public sealed record TogetherRequest
{
    /// <summary>Most rows and columns.</summary>
    public const int MostValues = 50;

    /// <summary>The articles to look at.</summary>
    public required ArchiveQuery Query { get; init; }

    /// <summary>Whom or where to look at; null for the actors that most articles have.</summary>
    public ValueClause? With { get; init; }

    /// <summary>Most values of <see cref="With"/> or actors to look at.</summary>
    public int Rows { get; init; } = 12;

    /// <summary>Most actors, places and months listed for each.</summary>
    public int Columns { get; init; } = 12;
}

/// <summary>Who occurs with whom, where and when. Every count is the total of the query beside it.</summary>
public sealed record TogetherResponse
{
    /// <summary>Canonical text of the query as understood.</summary>
    public required string CanonicalQuery { get; init; }

    /// <summary>Remarks on how it was read.</summary>
    public required IReadOnlyList<SearchWarning> Warnings { get; init; }

    /// <summary>Articles, or stories where the query counts those.</summary>
    public required int Total { get; init; }

    /// <summary>Those looked at, most articles first.</summary>
    public required IReadOnlyList<TogetherRow> Rows { get; init; }
}

/// <summary>One value and what occurs with it.</summary>
/// <param name="Value">The value, with the articles of the query that have it.</param>
/// <param name="Actors">Actors of these articles, most articles first.</param>
/// <param name="Places">Their places, of all levels, without those that <paramref name="Value"/> lies in.</param>
/// <param name="Months">The months they were published in, newest last; the months with most when there are too
/// many.</param>
/// <param name="Undated">Those without a publication date. Articles dated to a year alone are in no month.</param>
public sealed record TogetherRow(
    TogetherCount Value, IReadOnlyList<TogetherCount> Actors, IReadOnlyList<TogetherCount> Places,
    IReadOnlyList<TogetherCount> Months, int Undated);

/// <summary>A count that can be opened.</summary>
/// <param name="Value">The value: actor id, place path or month.</param>
/// <param name="Label">For people.</param>
/// <param name="Kind">Type or kind; null for months.</param>
/// <param name="Count">How many articles have it.</param>
/// <param name="Query">The query that finds exactly these.</param>
public sealed record TogetherCount(string Value, string Label, string? Kind, int Count, string Query);
