using Dateline.Index.Numerics;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>
/// A binary field. Uncompressed: <see cref="Values"/> back to back, all <see cref="Length"/> bytes long unless
/// <see cref="Starts"/> is set. Compressed: <see cref="ChunkStarts"/> into the file, chunks of up to
/// <see cref="LargestChunk"/> raw bytes.
/// </summary>
internal sealed record BinaryEntry(IndexInput Data, IndexInput Values, DocsWithField Docs, int DocCount)
{
    public int Length { get; init; }

    public Addresses? Starts { get; init; }

    public DirectMonotonic? ChunkStarts { get; init; }

    public int ChunkShift { get; init; }

    public int LargestChunk { get; init; }
}

/// <summary>One byte string a document.</summary>
internal sealed class BinaryCursor(BinaryEntry entry) : BinaryColumn
{
    private readonly DocsWithFieldCursor _docs = entry.Docs.Cursor();
    private readonly BinaryChunk? _chunk = entry.ChunkStarts is null ? null : new BinaryChunk(entry);

    /// <inheritdoc/>
    public override int DocCount => entry.DocCount;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Value
    {
        get
        {
            var ordinal = _docs.Ordinal;
            if (_chunk is not null) return _chunk.Get(ordinal);
            if (entry.Starts is null) return entry.Values.Span(ordinal * entry.Length, entry.Length);
            var start = entry.Starts.Range(ordinal, out var length);
            return entry.Values.Span(start, length);
        }
    }

    /// <inheritdoc/>
    public override bool AdvanceExact(int docId) => _docs.AdvanceExact(docId);

    /// <summary>
    /// Moves to the first document with a value at or after the target, or to <see cref="DocCursor.NoMoreDocs"/>.
    /// </summary>
    public int Advance(int target) => _docs.Advance(target);
}
