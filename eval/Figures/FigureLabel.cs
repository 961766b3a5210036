using System.Globalization;
using Dateline.Search.Places.Building;
using Dateline.Summarize.Figures;
using Dateline.Summarize.Model;

namespace Dateline.Eval.Figures;

/// <summary>One labelled figure; see <c>Labels/README.md</c>.</summary>
internal sealed record FigureLabel(
    string Article, int Start, string Words, FigureKind Kind, FigureQualifier Qualifier, decimal? Low, decimal? High,
    FigureScope Scope, bool IsPart, string? Speaker, string? Place, string? Date)
{
    /// <summary>True when the figure is the labelled one: its number covers or lies in the label's words.</summary>
    public bool Meets(Figure figure) => figure.Value.Start < Start + Words.Length && Start < figure.Value.End
        && figure.Kind == Kind;

    /// <summary>True when number, qualifier, bounds, scope and part are as labelled.</summary>
    public bool IsExact(Figure figure) => Meets(figure) && figure.Qualifier == Qualifier && figure.Low == Low
        && figure.High == High
        && figure.Scope == Scope && figure.IsPart == IsPart;

    /// <summary>True when the speaker is the labelled one: the same name, or one within the other; nobody where nobody
    /// is told.</summary>
    public bool IsSpeaker(Figure figure) => Same(Speaker, figure.Speaker?.Name);

    /// <summary>True when the labelled place is among the names of the figure's place.</summary>
    public bool IsPlace(Figure figure) => Place is null
        || figure.Place?.Names.Any(name => DisplayName.Folded(name) == DisplayName.Folded(Place)) == true;

    /// <summary>True when the figure has the labelled date.</summary>
    public bool IsDate(Figure figure) => Date is null || figure.Date?.Date.ToString() == Date;

    private static bool Same(string? one, string? other) => one is null || other is null
        ? one is null && other is null
        : one.Contains(other, StringComparison.OrdinalIgnoreCase)
            || other.Contains(one, StringComparison.OrdinalIgnoreCase);

    /// <summary>The label of a line's cells; null when it is none.</summary>
    public static FigureLabel? Parse(string[] cells) =>
        cells is [var article, var start, var words, var kind, var qualifier, var low, var high, "event"
            or "cumulative", "-" or "part", var speaker, var place, var date]
        && int.TryParse(start, CultureInfo.InvariantCulture, out var first)
            && Enum.TryParse<FigureKind>(kind, true, out var type)
        && Enum.TryParse<FigureQualifier>(qualifier, out var read)
            ? new FigureLabel(article, first, words, type, read, Number(low), Number(high),
                cells[7] == "event" ? FigureScope.Event
                    : FigureScope.Cumulative, cells[8] == "part", Told(speaker), Told(place), Told(date))
            : null;

    private static string? Told(string cell) => cell == "-" ? null : cell;

    private static decimal? Number(string cell) => cell == "-" ? null
        : decimal.Parse(cell, CultureInfo.InvariantCulture);
}
