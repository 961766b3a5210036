using Dateline.Index.Facets;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;
using Dateline.Search.Ingestion;

namespace Dateline.Web.Markup;

/// <summary>Readings of query-string parameters that pages and API share.</summary>
internal static class Parameters
{
    /// <summary>Every dimension, in the order shown.</summary>
    public static IReadOnlyList<FacetDimension> AllFacets { get; } =
        [FacetDimension.Place, FacetDimension.Actor, FacetDimension.Source, FacetDimension.Date];

    /// <summary>A sort order by name; null when absent or unknown.</summary>
    public static SortOrder? Sort(string? name) => Named<SortOrder>(name);

    /// <summary>A period by name; null when absent or unknown.</summary>
    public static DatePeriod? Period(string? name) => Named<DatePeriod>(name);

    /// <summary>A dimension by name; null when absent or unknown.</summary>
    public static FacetDimension? Dimension(string? name) => Named<FacetDimension>(name);

    /// <summary>An outcome by name; null when absent or unknown.</summary>
    public static InputOutcomeKind? Outcome(string? name) => Named<InputOutcomeKind>(name);

    /// <summary>Names of all values, for messages.</summary>
    public static string Choices<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(EnumNames.Kebab));

    private static T? Named<T>(string? name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(EnumNames.Kebab(value), name, StringComparison.OrdinalIgnoreCase)) return value;
        return null;
    }
}
