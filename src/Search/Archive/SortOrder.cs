namespace Dateline.Search.Archive;

/// <summary>Order of hits.</summary>
public enum SortOrder
{
    /// <summary>Best first; equal scores by id order in the index.</summary>
    Relevance,

    /// <summary>Newest publication first, undated last.</summary>
    Newest,

    /// <summary>Oldest publication first, undated last.</summary>
    Oldest,
}
