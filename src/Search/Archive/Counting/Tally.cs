using Dateline.Index.Collecting;
using Dateline.Index.Facets;

namespace Dateline.Search.Archive.Counting;

/// <summary>What a search found, counted in one unit. One query's numbers agree in either unit.</summary>
internal abstract class Tally : IDisposable
{
    /// <summary>How many there are.</summary>
    public abstract int Total { get; }

    /// <summary>By first day of publication; they add up to <see cref="Total"/>.</summary>
    public abstract DayCounts Days { get; }

    /// <summary>The hits, best first.</summary>
    public abstract IReadOnlyList<ScoreDoc> Hits { get; }

    /// <summary>How many there are without the query's own selection in a dimension.</summary>
    public abstract int TotalFor(string dimension);

    /// <summary>Values of a dimension, counted without the query's own selection in it.</summary>
    public abstract FacetCounts CountsFor(string dimension);

    /// <summary>
    /// How many there are, without the query's own selection in a dimension, with a document among some.
    /// </summary>
    /// <param name="dimension">The dimension's name in the index.</param>
    /// <param name="docs">Documents of the index, ascending.</param>
    public abstract int CountAmong(string dimension, int[] docs);

    /// <inheritdoc/>
    public abstract void Dispose();
}
