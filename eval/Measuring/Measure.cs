using Dateline.Search.Text;

namespace Dateline.Eval.Measuring;

/// <summary>One quality measure over one data set.</summary>
/// <param name="Name">Subcommand and first column of <c>floors.tsv</c>.</param>
/// <param name="Set">Folder name of its data set inside a folder of sets.</param>
/// <param name="Description">One sentence: what is measured, by whose definition.</param>
/// <param name="Run">Measures; prints details and worst cases, returns the figures.</param>
internal sealed record Measure(
    string Name, string Set, string Description, Func<MeasureRun, IReadOnlyList<Figure>> Run);

/// <summary>A named result.</summary>
/// <param name="Name">Second column of <c>floors.tsv</c>.</param>
/// <param name="Value">Fractions are 0 to 1.</param>
internal sealed record Figure(string Name, double Value);

/// <summary>Which items of a set are measured; a set is halved by a hash of the item's name.</summary>
internal enum Part
{
    /// <summary>Every item.</summary>
    All,

    /// <summary>The half whose mistakes may be looked at.</summary>
    Looked,

    /// <summary>The half that is only measured, so that over-fitting to the other shows.</summary>
    Unseen,
}

/// <summary>How to run a measure.</summary>
/// <param name="Folder">The data set's own folder.</param>
/// <param name="Part">Which half.</param>
/// <param name="Sample">True where a quicker run over fewer items is asked for; sets that take seconds ignore
/// it.</param>
/// <param name="Worst">How many of the worst cases to print.</param>
/// <param name="Output">Where details go.</param>
internal sealed record MeasureRun(string Folder, Part Part, bool Sample, int Worst, TextWriter Output)
{
    /// <summary>True when the item belongs to the part measured.</summary>
    public bool Includes(string name) => Part switch
    {
        Part.Looked => IsLooked(name),
        Part.Unseen => !IsLooked(name),
        _ => true,
    };

    private static bool IsLooked(string name)
    {
        var hash = Fnv1a.Seed;
        foreach (var c in name)
            hash = Fnv1a.Add(hash, c);
        return ((hash >> 16) & 1) == 0;
    }
}
