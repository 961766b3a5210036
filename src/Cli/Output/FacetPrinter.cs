using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;

namespace Dateline.Cli.Output;

/// <summary>Facet counts for people: count, mark, label, value, indented by level.</summary>
internal static class FacetPrinter
{
    public static void Print(TextWriter output, FacetResult facet)
    {
        output.WriteLine($"{EnumNames.Kebab(facet.Dimension)} ({facet.Total} articles, {facet.Missing} without value)");
        foreach (var value in facet.Values)
            Print(output, value, depth: 0);
    }

    private static void Print(TextWriter output, FacetValue value, int depth)
    {
        var mark = value.Selected ? '*' : value.Excluded ? '-' : ' ';
        output.WriteLine($"{value.Count,8} {mark} {new string(' ', 2 * depth)}{value.Label}  [{value.Value}]");
        foreach (var child in value.Children)
            Print(output, child, depth + 1);
    }
}
