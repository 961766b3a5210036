using System.Diagnostics;
using System.Globalization;

namespace Dateline.Eval.Measuring;

/// <summary>Runs the measures that have floors and compares.</summary>
internal static class FloorCheck
{
    /// <summary>Prints a table; true when every floor holds and every set was there.</summary>
    /// <param name="dataFolder">Folder that holds the sets, one folder each.</param>
    /// <param name="floors">The floors.</param>
    /// <param name="sample">The quick form.</param>
    /// <param name="output">Where the table goes.</param>
    public static bool Run(string dataFolder, IReadOnlyList<Floor> floors, bool sample, TextWriter output)
    {
        var good = true;
        output.WriteLine($"{"measure",-18} {"figure",-34} {"value",9}    {"floor",9} {"aim",9}  ok");
        foreach (var group in floors.GroupBy(floor => floor.Measure))
            good &= Run(dataFolder, group.Key, [.. group], sample, output);
        return good;
    }

    private static bool Run(string dataFolder, string name, List<Floor> floors, bool sample, TextWriter output)
    {
        if (Measures.All.FirstOrDefault(measure => measure.Name == name) is not { } measure)
            throw new FormatException($"floors.tsv names a measure '{name}' that Measures.All does not have.");
        var folder = Path.Combine(dataFolder, measure.Set);
        if (!Directory.Exists(folder))
        {
            output.WriteLine($"{name,-18} no {folder}");
            return false;
        }

        var watch = Stopwatch.StartNew();
        var figures = measure.Run(new MeasureRun(folder, Part.All, sample, 0, TextWriter.Null));
        var good = true;
        foreach (var floor in floors)
            good &= Print(floor, figures.FirstOrDefault(figure => figure.Name == floor.Figure), output);
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{name,-18} took {watch.Elapsed.TotalSeconds:F1} s"));
        return good;
    }

    private static bool Print(Floor floor, Figure? figure, TextWriter output)
    {
        var holds = figure is not null && floor.Holds(figure.Value);
        var value = figure is null ? "none" : figure.Value.ToString("F4", CultureInfo.InvariantCulture);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{floor.Measure,-18} {floor.Figure,-34} {value,9} {(floor.AtMost ? "<=" : ">=")} {floor.Bound,9:F4} "
                + $"{floor.Aim,9:F4}  {(holds ? "ok" : "BELOW")}"));
        return holds;
    }
}
