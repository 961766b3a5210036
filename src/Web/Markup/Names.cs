using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Querying;

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

    /// <summary>What is counted, in the right number: "article", "stories".</summary>
    public static string Unit(int count, CountUnit unit) => (unit, count) switch
    {
        (CountUnit.Articles, 1) => "article",
        (CountUnit.Articles, _) => "articles",
        (_, 1) => "story",
        _ => "stories",
    };

    /// <summary>"12 articles · 3 independent texts · first seen 2012-07-16, CNN".</summary>
    public static string Of(StorySummary story)
    {
        var texts = story.Texts == 1 ? "1 independent text" : $"{story.Texts} independent texts";
        var who = story.FirstOutlet is { } outlet ? ", " + outlet : "";
        var first = story.First is { } day ? $" · first seen {day}{who}" : "";
        return $"{story.Articles} {Unit(story.Articles, CountUnit.Articles)} · {texts}{first}";
    }

    /// <summary>A publication date, or "undated".</summary>
    public static string Date(DateRange? date) => date?.ToString() ?? "undated";
}
