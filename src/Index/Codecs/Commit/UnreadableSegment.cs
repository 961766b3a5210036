namespace Dateline.Index.Codecs.Commit;

/// <summary>A segment a commit lists but whose <c>.si</c> cannot be read.</summary>
/// <param name="Name">Segment name.</param>
/// <param name="DeletedCount">Deleted documents, as the commit says.</param>
/// <param name="Error">Why.</param>
internal sealed record UnreadableSegment(string Name, int DeletedCount, IOException Error);
