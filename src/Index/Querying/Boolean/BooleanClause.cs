namespace Dateline.Index.Querying;

/// <summary>How a clause takes part in a <see cref="BooleanQuery"/>.</summary>
public enum Occur
{
    /// <summary>Has to match and scores.</summary>
    Must,

    /// <summary>Has to match and does not score.</summary>
    Filter,

    /// <summary>May match and scores; one of them has to when there is no required clause.</summary>
    Should,

    /// <summary>Must not match.</summary>
    MustNot,
}

/// <summary>One part of a <see cref="BooleanQuery"/>.</summary>
public readonly record struct BooleanClause(Query Query, Occur Occur)
{
    /// <summary>Lucene's notation: + must, # filter, - must not.</summary>
    public override string ToString()
    {
        var sign = Occur switch { Occur.Must => "+", Occur.Filter => "#", Occur.MustNot => "-", _ => "" };
        return Query is BooleanQuery ? $"{sign}({Query})" : sign + Query;
    }
}
