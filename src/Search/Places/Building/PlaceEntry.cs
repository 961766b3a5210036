using Dateline.Search.Articles;

namespace Dateline.Search.Places.Building;

/// <summary>A place on its way into a gazetteer file.</summary>
internal sealed class PlaceEntry
{
    /// <summary>Display name.</summary>
    public required string Name { get; set; }

    /// <summary>Level.</summary>
    public required PlaceKind Kind { get; init; }

    /// <summary>
    /// The place one level up in the same file; null with a null <see cref="ExternalParent"/> means the top.
    /// </summary>
    public PlaceEntry? Parent { get; set; }

    /// <summary>Path of the place one level up, when an earlier file has it.</summary>
    public string? ExternalParent { get; init; }

    /// <summary>Last path segment where it is not simply the name's slug.</summary>
    public string? Slug { get; set; }

    public int GeoNamesId { get; set; }

    public float Latitude { get; set; } = float.NaN;

    public float Longitude { get; set; } = float.NaN;

    public int Population { get; set; }

    /// <summary>Flags of <see cref="GazetteerFormat"/>.</summary>
    public int Flags { get; set; }

    /// <summary>Position in the file, given when it is written.</summary>
    public int Index { get; set; }

    /// <summary>Other names than the display name.</summary>
    public List<(string Name, NameKind Kind)> Names { get; } = [];

    /// <summary>The slug it goes by.</summary>
    public string EffectiveSlug => Slug ?? PlaceSlug.Of(Name);

    /// <summary>Path within the tree.</summary>
    public string Path => Parent is not null ? $"{Parent.Path}/{EffectiveSlug}"
        : ExternalParent is not null ? $"{ExternalParent}/{EffectiveSlug}" : EffectiveSlug;
}
