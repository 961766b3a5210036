namespace Dateline.Index.Querying;

/// <summary>
/// What a user wants to find; knows nothing of an index. Immutable, with value equality. Bound to an index it becomes a
/// <see cref="Weight"/>, which makes one <see cref="Scorer"/> per segment. A new kind of query is a new subclass and
/// nothing else.
/// </summary>
public abstract record Query
{
    private const int MostSteps = 100_000; // far more than the parts a query can have

    /// <summary>Fetches the statistics the query needs and prepares matching.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="scored">False when scores will not be read.</param>
    /// <param name="boost">Product of the boosts around this query.</param>
    public abstract Weight Bind(IndexSearcher searcher, bool scored, float boost);

    /// <summary>
    /// An equivalent query that is simpler by one step, or this object when there is none. Only rewrites that Lucene 8
    /// does where they change score bits, so that scores agree.
    /// </summary>
    public virtual Query Simplify() => this;

    /// <summary>
    /// True when the matches in a segment follow from the segment and the query, so that they are the same in every
    /// index that has the segment.
    /// </summary>
    internal virtual bool DependsOnSegmentAlone => false;

    /// <summary>Hands every part that can be seen in the text of a document to <paramref name="targets"/>.</summary>
    public virtual void AddHighlights(IHighlightTargets targets)
    {
    }

    /// <summary>Simplifies until nothing changes.</summary>
    internal Query SimplifyFully()
    {
        var query = this;
        for (var step = 0; step < MostSteps; step++)
        {
            var simpler = query.Simplify();
            if (ReferenceEquals(simpler, query)) return query;
            query = simpler;
        }

        throw new InvalidOperationException($"{GetType().Name} does not stop simplifying: {query}");
    }
}
