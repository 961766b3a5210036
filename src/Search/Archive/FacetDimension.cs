namespace Dateline.Search.Archive;

/// <summary>
/// The facet dimensions; the JSON and query names are <c>date</c>, <c>place</c>, <c>actor</c>, <c>source</c>.
/// </summary>
public enum FacetDimension
{
    /// <summary>Place tree, values are paths.</summary>
    Place,

    /// <summary>Actors, values are ids.</summary>
    Actor,

    /// <summary>Outlets, values are names in lower-case slug form.</summary>
    Source,

    /// <summary>
    /// Publication date: year, month and day values (<c>2012</c>, <c>2012-07</c>, <c>2012-07-16</c>).
    /// </summary>
    Date,
}
