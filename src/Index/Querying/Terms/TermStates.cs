using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>Where a term is in each segment.</summary>
internal sealed class TermStates
{
    private readonly TermState?[] _bySegment;

    public TermStates(TermState?[] bySegment)
    {
        _bySegment = bySegment;
        foreach (var state in bySegment) DocFreq += state?.DocFreq ?? 0;
    }

    /// <summary>Documents with the term over all segments, deleted ones included.</summary>
    public long DocFreq { get; }

    public TermState? this[int segment] => _bySegment[segment];
}
