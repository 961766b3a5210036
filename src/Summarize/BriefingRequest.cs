namespace Dateline.Summarize;

/// <summary>What to brief on, and how much.</summary>
public sealed record BriefingRequest
{
    /// <summary>A topic in plain words ("peace talks in Moscow") or any query with filters.</summary>
    public required string Topic { get; init; }

    /// <summary>Largest <see cref="Depth"/>.</summary>
    public const int MaxDepth = 200;

    /// <summary><see cref="Depth"/> when none is given.</summary>
    public const int DefaultDepth = 50;

    /// <summary>Articles used at most, best first: 1 to <see cref="MaxDepth"/>.</summary>
    public int Depth { get; init; } = DefaultDepth;

    /// <summary>Key points at most: 1 to 20.</summary>
    public int KeyPoints { get; init; } = 8;

    /// <summary>Sentences of the bottom line at most: 1 to 6.</summary>
    public int BottomLine { get; init; } = 3;

    /// <summary>Timeline entries at most: 0 to 50.</summary>
    public int Timeline { get; init; } = 12;

    /// <summary>Rows of figures at most: 0 to 50.</summary>
    public int Figures { get; init; } = 12;

    /// <summary>
    /// The day whose knowledge the briefing has: nothing published later, or perhaps later, is used. Null for all there
    /// is.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The sections wanted; the header and the sources of what is shown always come.</summary>
    public BriefingSections Sections { get; init; } = BriefingSections.All;

    /// <summary>The same request at another length.</summary>
    public BriefingRequest OfLength(BriefingLength length) => length switch
    {
        BriefingLength.Brief => this with { BottomLine = 2, KeyPoints = 4, Timeline = 6, Figures = 6, Statements = 5 },
        BriefingLength.Normal => this,
        BriefingLength.Full =>
            this with { BottomLine = 4, KeyPoints = 16, Timeline = 30, Figures = 30, Statements = 20 },
        _ => throw new ArgumentOutOfRangeException(nameof(length), length, "Unknown length."),
    };

    /// <summary>Statements under "Who said what" at most: 0 to 30.</summary>
    public int Statements { get; init; } = 10;

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> naming the first value out of its range.</summary>
    public void Validate()
    {
        Check(Depth, 1, MaxDepth, nameof(Depth));
        Check(KeyPoints, 1, 20, nameof(KeyPoints));
        Check(BottomLine, 1, 6, nameof(BottomLine));
        Check(Timeline, 0, 50, nameof(Timeline));
        Check(Statements, 0, 30, nameof(Statements));
        Check(Figures, 0, 50, nameof(Figures));
    }

    private static void Check(int value, int min, int max, string name)
    {
        if (value < min || value > max)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be {min} to {max}.");
    }
}
