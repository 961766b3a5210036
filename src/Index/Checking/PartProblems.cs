namespace Dateline.Index.Checking;

/// <summary>Collects what is wrong with one part; a hundred reports are enough to show the kind of damage.</summary>
internal sealed class PartProblems(string part, string unit, string file)
{
    private const int Most = 100;

    private readonly List<IndexProblem> _problems = [];
    private long _leftOut;

    /// <summary>Things walked so far.</summary>
    public long Items { get; set; }

    public bool Any => _problems.Count > 0;

    public void Add(string what) => Add(new IndexProblem(file, -1, what));

    public void Add(IndexProblem problem)
    {
        if (_problems.Count < Most) _problems.Add(problem);
        else _leftOut++;
    }

    /// <summary>Reports <paramref name="what"/> unless the condition holds.</summary>
    public void Require(bool condition, FormattableString what)
    {
        if (!condition) Add(FormattableString.Invariant(what));
    }

    /// <summary>
    /// Runs a step over bytes that may be damaged. Whatever it throws becomes a problem: this is the one place where no
    /// reader can be trusted, and the rest of the index has to be looked at all the same.
    /// </summary>
    public bool Try(Action step)
    {
        try
        {
            step();
            return true;
        }
        catch (Exception error) when (
            error is not (OperationCanceledException or OutOfMemoryException or NotSupportedException))
        {
            Add(IndexProblem.Of(error, file));
            return false;
        }
    }

    public PartCheck Done()
    {
        if (_leftOut > 0) _problems.Add(new IndexProblem(file, -1, $"and {_leftOut} more"));
        return new PartCheck(part, Items, unit, _problems);
    }
}
