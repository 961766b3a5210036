namespace Dateline.Search.Places;

/// <summary>A place that bears a name.</summary>
/// <param name="Id">The place, see <see cref="GazetteerNode.Id"/>.</param>
/// <param name="Kind">What the name is to it.</param>
public readonly record struct GazetteerMatch(int Id, NameKind Kind);
