using Dateline.Search.Archive;

namespace Dateline.Search.Querying;

/// <summary>The fields a clause can name.</summary>
public enum QueryField
{
    /// <summary><c>place:</c> a path (<c>syria/homs</c>) or a name (<c>homs</c>), with everything below it.</summary>
    Place,

    /// <summary><c>actor:</c> an id or words of a name.</summary>
    Actor,

    /// <summary><c>source:</c> outlet, by slug or name.</summary>
    Source,

    /// <summary><c>published:</c> publication date overlaps the days given.</summary>
    Published,

    /// <summary><c>event:</c> a date in the text overlaps the days given.</summary>
    Event,

    /// <summary><c>added:</c> day (UTC) it entered the archive.</summary>
    Added,

    /// <summary><c>title:</c> words of the headline.</summary>
    Title,

    /// <summary><c>story:</c> the copies and versions of one story, by the id of the article that founded it.</summary>
    Story,

    /// <summary>
    /// <c>count:stories</c>: selects nothing; makes every count one of stories, and lists each story once.
    /// </summary>
    Count,

    /// <summary><c>published~:</c> as <c>published:</c>, and undated articles whose estimated date overlaps.</summary>
    PublishedOrEstimated,
}

/// <summary>Names of the fields, and what to suggest for names that are none.</summary>
public static class QueryFields
{
    private static readonly string[] Names =
        ["place", "actor", "source", "published", "event", "added", "title", "story", "count", "published~"];

    // What other search tools and people call them; suggested, never accepted.
    private static readonly (string Name, string[] Others)[] OtherNames =
    [
        ("place", ["where", "location", "loc", "country", "city"]),
        ("actor", ["who", "person", "people", "organisation", "organization", "org", "name"]),
        ("source", ["outlet", "site", "publisher", "newspaper"]),
        ("published", ["date", "when", "pub", "day", "after", "before", "since", "until"]),
        ("event", ["happened"]),
        ("added", ["ingested"]),
        ("title", ["headline", "intitle"]),
        ("story", ["cluster", "copies", "duplicate", "duplicates"]),
        ("is", ["has"]),
    ];

    /// <summary>The field's name in the query language.</summary>
    public static string Name(this QueryField field) => Names[(int)field];

    /// <summary>The field a facet dimension selects in.</summary>
    public static QueryField Of(FacetDimension dimension) => dimension switch
    {
        FacetDimension.Place => QueryField.Place,
        FacetDimension.Actor => QueryField.Actor,
        FacetDimension.Source => QueryField.Source,
        FacetDimension.Date => QueryField.Published,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Unknown dimension."),
    };

    /// <summary>True for fields that take dates.</summary>
    public static bool TakesDates(this QueryField field) =>
        field is QueryField.Published or QueryField.Event or QueryField.Added or QueryField.PublishedOrEstimated;

    internal static bool TryFind(string name, out QueryField field)
    {
        var index = Array.FindIndex(Names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        field = (QueryField)Math.Max(index, 0);
        return index >= 0;
    }

    /// <summary>The name most likely meant, or null.</summary>
    internal static string? Suggest(string name)
    {
        var lower = name.ToLowerInvariant();
        var known = Array.Find(OtherNames, entry => entry.Others.Contains(lower)).Name;
        return known ?? EditDistance.Nearest(lower, [.. Names, "is"]);
    }
}
