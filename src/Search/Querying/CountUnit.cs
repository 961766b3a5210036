namespace Dateline.Search.Querying;

/// <summary>What totals, facets, histogram, list and export count.</summary>
public enum CountUnit
{
    /// <summary>Each article.</summary>
    Articles,

    /// <summary>The copies and versions of one story together as one.</summary>
    Stories,
}
