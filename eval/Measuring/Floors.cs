using System.Globalization;

namespace Dateline.Eval.Measuring;

/// <summary>The least (or most) a figure may be, one line of <c>floors.tsv</c>.</summary>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Figure">Name of the figure.</param>
/// <param name="AtMost">True when the figure may not exceed the bound, false when it may not fall below it.</param>
/// <param name="Bound">The pinned bound.</param>
/// <param name="Aim">What the project is really after.</param>
internal sealed record Floor(string Measure, string Figure, bool AtMost, double Bound, double Aim)
{
    // Figures are printed and pinned with four decimals.
    private const double Rounding = 0.00005;

    public bool Holds(double value) => AtMost ? value <= Bound + Rounding : value >= Bound - Rounding;
}

/// <summary>
/// Reads <c>floors.tsv</c>: measure, figure, <c>&gt;=</c> or <c>&lt;=</c>, bound, aim; tabs; <c>#</c> comments.
/// </summary>
internal static class Floors
{
    public static List<Floor> Read(string file)
    {
        var floors = new List<Floor>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length > 0 && line[0] != '#')
                floors.Add(Parse(line) ?? throw new FormatException(
                    $"{file}:{number}: expected measure, figure, >= or <=, bound, aim, separated by tabs; found "
                        + $"'{line}'."));
        }

        return floors;
    }

    private static Floor? Parse(string line)
    {
        if (line.Split('\t') is not [var measure, var figure, ">=" or "<=", var bound, var aim] cells
            || !double.TryParse(bound, CultureInfo.InvariantCulture, out var least)
            || !double.TryParse(aim, CultureInfo.InvariantCulture, out var wanted))
            return null;
        return new Floor(measure, figure, cells[2] == "<=", least, wanted);
    }
}
