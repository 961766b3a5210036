using Dateline.Search.Archive;
using Dateline.Search.Articles;

namespace Dateline.Web.Markup;

/// <summary>Names of things on pages.</summary>
internal static class Names
{
    /// <summary>Heading of a dimension.</summary>
    public static string Of(FacetDimension dimension) => dimension switch
    {
        FacetDimension.Place => "Place",
        FacetDimension.Actor => "Actor",
        FacetDimension.Source => "Outlet",
        FacetDimension.Date => "Published",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Unknown dimension."),
    };

    /// <summary>A publication date, or "undated".</summary>
    public static string Date(DateRange? date) => date?.ToString() ?? "undated";
}
