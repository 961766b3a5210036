using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Terms;

/// <summary>Writes single blocks of <c>.tim</c> (LUCENE87 section 12.2).</summary>
internal sealed class TermBlockWriter(IndexOutput output) : IDisposable
{
    private readonly BufferOutput _suffixes = new();
    private readonly BufferOutput _lengths = new();
    private readonly BufferOutput _stats = new();
    private readonly BufferOutput _metadata = new();

    /// <summary>Writes one block and tells whether it holds a term.</summary>
    /// <param name="field">The field.</param>
    /// <param name="entries">Entries in order.</param>
    /// <param name="bytes">The bytes entries point into.</param>
    /// <param name="prefixLength">Bytes all entries share, which are not stored.</param>
    /// <param name="isLast">True for the last block of a floor group and for a block on its own.</param>
    public bool Write(
        FieldInfo field, ReadOnlySpan<PendingEntry> entries, ReadOnlySpan<byte> bytes, int prefixLength, bool isLast)
    {
        var pointer = output.Position;
        _suffixes.Clear();
        _lengths.Clear();
        _stats.Clear();
        _metadata.Clear();
        var terms = 0;
        foreach (ref readonly var entry in entries) terms += entry.IsTerm ? 1 : 0;
        var isLeaf = terms == entries.Length;
        foreach (ref readonly var entry in entries)
        {
            var suffix = bytes.Slice(entry.Start + prefixLength, entry.Length - prefixLength);
            _suffixes.WriteBytes(suffix);
            _lengths.WriteVInt(isLeaf ? suffix.Length : suffix.Length << 1 | (entry.IsTerm ? 0 : 1));
            if (!entry.IsTerm) _lengths.WriteVLong(pointer - entry.BlockPointer);
        }

        WriteTerms(field, entries);
        output.WriteVInt(entries.Length << 1 | (isLast ? 1 : 0));
        WriteSuffixes(isLeaf);
        WriteLengths();
        WritePart(_stats);
        WritePart(_metadata);
        return terms > 0;
    }

    private void WriteSuffixes(bool isLeaf)
    {
        output.WriteVLong(_suffixes.Position << 3 | (isLeaf ? 4L : 0));
        _suffixes.CopyTo(output);
    }

    private void WriteLengths()
    {
        var lengths = _lengths.Written;
        var allEqual = !lengths.ContainsAnyExcept(lengths[0]);
        output.WriteVInt(lengths.Length << 1 | (allEqual ? 1 : 0));
        output.WriteBytes(allEqual ? lengths[..1] : lengths);
    }

    private void WriteTerms(FieldInfo field, ReadOnlySpan<PendingEntry> entries)
    {
        var previous = TermMetadata.Origin;
        var singles = 0;
        foreach (ref readonly var entry in entries)
        {
            if (!entry.IsTerm) continue;
            ref readonly var state = ref entry.State;
            if (state.DocFreq == 1 && state.TotalTermFreq == 1)
            {
                singles++;
            }
            else
            {
                FlushSingles(ref singles);
                _stats.WriteVInt(state.DocFreq << 1);
                if (field.HasFreqs) _stats.WriteVLong(state.TotalTermFreq - state.DocFreq);
            }

            TermMetadata.Write(_metadata, field, previous, state);
            previous = state;
        }

        FlushSingles(ref singles);
    }

    private void FlushSingles(ref int singles)
    {
        if (singles > 0) _stats.WriteVInt((singles - 1) << 1 | 1);
        singles = 0;
    }

    private void WritePart(BufferOutput part)
    {
        output.WriteVInt((int)part.Position);
        part.CopyTo(output);
    }

    public void Dispose()
    {
        _suffixes.Dispose();
        _lengths.Dispose();
        _stats.Dispose();
        _metadata.Dispose();
    }
}
