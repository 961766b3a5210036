namespace Dateline.Index.Indexing;

/// <summary>
/// The files of one commit, kept from deletion until this is disposed: copy them elsewhere while writing goes on, and
/// the copy is an index of its own. Disposing twice is no harm.
/// </summary>
public sealed class IndexSnapshot : IDisposable
{
    private readonly IDisposable _holding;
    private readonly Action _released;

    internal IndexSnapshot(long generation, IReadOnlyList<string> files, IDisposable holding, Action released)
    {
        Generation = generation;
        Files = files;
        _holding = holding;
        _released = released;
    }

    /// <summary>Generation of the commit.</summary>
    public long Generation { get; }

    /// <summary>
    /// Names of all files of the commit, its <c>segments_N</c> included; the last to be copied should be that one.
    /// </summary>
    public IReadOnlyList<string> Files { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _holding.Dispose();
        _released();
    }
}
