using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>
/// What a number may really be, for comparison. "At least 200" is no claim of 900: news says at least where a little
/// more is expected, so a lower bound reaches a quarter beyond itself, and "about" and "nearly" a tenth to either side.
/// </summary>
internal readonly record struct FigureInterval(decimal Low, decimal High)
{
    private const decimal Beyond = 1.25m;
    private const decimal Around = 0.1m;

    /// <summary>The interval of a figure.</summary>
    public static FigureInterval Of(Figure figure)
    {
        var value = figure.Low ?? figure.High ?? 0;
        return figure.Qualifier switch
        {
            FigureQualifier.AtLeast or FigureQualifier.MoreThan => new(value, value * Beyond),
            FigureQualifier.About or FigureQualifier.Nearly => new(value * (1 - Around), value * (1 + Around)),
            FigureQualifier.UpTo or FigureQualifier.LessThan => new(0, value),
            _ => new(figure.Low ?? 0, figure.High ?? value),
        };
    }

    /// <summary>True when both can be true.</summary>
    public bool Meets(FigureInterval other) => Low <= other.High && other.Low <= High;

    /// <summary>Both together: "37 gunmen and two civilians".</summary>
    public FigureInterval Plus(FigureInterval other) => new(Low + other.Low, High + other.High);
}
