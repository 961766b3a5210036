using Dateline.Search.Articles;

namespace Dateline.Search.Places;

/// <summary>A place of the gazetteer: a handle of two words, its values are read where they are stored.</summary>
public readonly struct GazetteerNode : IEquatable<GazetteerNode>
{
    private readonly Gazetteer _gazetteer;

    internal GazetteerNode(Gazetteer gazetteer, int id) => (_gazetteer, Id) = (gazetteer, id);

    /// <summary>Number within this gazetteer as loaded; not stable between builds: keep the path instead.</summary>
    public int Id { get; }

    /// <summary>Display name.</summary>
    public string Name => _gazetteer.NameOf(Id);

    /// <summary>Last segment of the path.</summary>
    public string Slug => _gazetteer.SlugOf(Id);

    /// <summary>Path from the top of the tree: <c>syria/homs/talkalakh</c>.</summary>
    public string Path => _gazetteer.PathOf(Id);

    /// <summary>Display names along the path.</summary>
    public IReadOnlyList<string> Names => _gazetteer.NamesAlong(Id);

    /// <summary>Level.</summary>
    public PlaceKind Kind => _gazetteer.KindOf(Id);

    /// <summary>GeoNames id, or null.</summary>
    public int? GeoNamesId => _gazetteer.GeoNamesIdOf(Id) is var id and not 0 ? id : null;

    /// <summary>Degrees north, or null.</summary>
    public double? Latitude => _gazetteer.LatitudeOf(Id) is var value && float.IsNaN(value) ? null : value;

    /// <summary>Degrees east, or null.</summary>
    public double? Longitude => _gazetteer.LongitudeOf(Id) is var value && float.IsNaN(value) ? null : value;

    /// <summary>Inhabitants (of the city, where a region and its city are one place); 0 when unknown.</summary>
    public int Population => _gazetteer.PopulationOf(Id);

    /// <summary>True for the seat of a national government.</summary>
    public bool IsCapital => _gazetteer.HasFlag(Id, GazetteerFormat.CapitalFlag);

    /// <summary>The place one level up, or null at the top.</summary>
    public GazetteerNode? Parent => _gazetteer.ParentOf(Id) is var parent and >= 0 ? new(_gazetteer, parent) : null;

    /// <summary>Places one level down, by slug; streams.</summary>
    public IEnumerable<GazetteerNode> Children => _gazetteer.ChildrenOf(Id);

    /// <summary>Same place of the same gazetteer.</summary>
    public bool Equals(GazetteerNode other) => Id == other.Id && ReferenceEquals(_gazetteer, other._gazetteer);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GazetteerNode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Id;

    /// <summary>Same place.</summary>
    public static bool operator ==(GazetteerNode left, GazetteerNode right) => left.Equals(right);

    /// <summary>Another place.</summary>
    public static bool operator !=(GazetteerNode left, GazetteerNode right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => Path;
}
