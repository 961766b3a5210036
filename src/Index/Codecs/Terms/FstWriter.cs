using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Terms;

/// <summary>
/// Builds the index of a field's term blocks: sorted keys to byte strings, as a finite-state transducer stored back to
/// front (LUCENE87 section 13). A key's output stands on the first arc that no other key uses, so that the arcs after
/// it carry nothing and equal one-arc tails are stored once.
/// </summary>
internal sealed class FstWriter : IDisposable
{
    private readonly BufferOutput _data = new();
    private readonly FstNodeEncoder _encoder = new();
    private readonly Dictionary<(byte Label, bool Final, long Target), long> _tails = [];
    private readonly List<List<FstArc>> _frontier = [];
    private ReadOnlyMemory<byte> _previous;
    private bool _hasPrevious;
    private ReadOnlyMemory<byte> _previousOutput;
    private int _sharedBefore;
    private byte[]? _emptyOutput;

    /// <summary>Forgets the last field.</summary>
    public void Start()
    {
        _data.Clear();
        _data.WriteByte(0);
        _tails.Clear();
        foreach (var node in _frontier) node.Clear();
        _hasPrevious = false;
        _sharedBefore = 0;
        _emptyOutput = null;
    }

    /// <summary>
    /// Adds a key; keys ascend in unsigned byte order and outputs are not empty. The memory must stay unchanged until
    /// <see cref="Finish"/>.
    /// </summary>
    public void Add(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> output)
    {
        if (key.IsEmpty)
        {
            _emptyOutput = output.ToArray();
            return;
        }

        var shared = _hasPrevious ? _previous.Span.CommonPrefixLength(key.Span) : 0;
        if (_hasPrevious) AddArcs(shared);
        _sharedBefore = shared;
        _previous = key;
        _previousOutput = output;
        _hasPrevious = true;
    }

    // The previous key's arcs are made only now, when it is known how much of it the next key uses too.
    private void AddArcs(int sharedAfter)
    {
        var key = _previous.Span;
        var ownFrom = Math.Max(_sharedBefore, sharedAfter);
        while (_frontier.Count < key.Length) _frontier.Add([]);
        for (var depth = _sharedBefore; depth < key.Length; depth++)
        {
            var final = depth == key.Length - 1;
            _frontier[depth].Add(new FstArc
            {
                Label = key[depth],
                IsFinal = final,
                Output = depth == ownFrom ? _previousOutput : default,
                FinalOutput = final && ownFrom == key.Length ? _previousOutput : default,
            });
        }

        for (var depth = key.Length - 1; depth > sharedAfter; depth--) Freeze(depth);
    }

    // Writes the node at that depth and points the last arc above at it.
    private void Freeze(int depth)
    {
        var arcs = _frontier[depth];
        var address = WriteNode(arcs, depth);
        arcs.Clear();
        var above = _frontier[depth - 1];
        above[^1] = above[^1] with { Target = address };
    }

    private long WriteNode(List<FstArc> arcs, int depth)
    {
        var isTail = arcs.Count == 1 && arcs[0].Output.IsEmpty && arcs[0].FinalOutput.IsEmpty;
        var key = (arcs[0].Label, arcs[0].IsFinal, arcs[0].Target);
        if (isTail && _tails.TryGetValue(key, out var known)) return known;
        var logical = _encoder.Encode(arcs, depth, _data.Position - 1);
        for (var k = logical.Length - 1; k >= 0; k--) _data.WriteByte(logical[k]);
        var address = _data.Position - 1;
        if (isTail) _tails[key] = address;
        return address;
    }

    /// <summary>
    /// Ends the field: its nodes go to <paramref name="data"/>, what a reader needs first to <paramref name="meta"/>.
    /// </summary>
    public void Finish(IndexOutput meta, IndexOutput data)
    {
        var start = 0L;
        if (_hasPrevious)
        {
            AddArcs(0);
            start = WriteNode(_frontier[0], 0);
            _frontier[0].Clear();
        }

        CodecHeader.WritePlain(meta, FstReader.Codec, FstReader.Version);
        meta.WriteByte((byte)(_emptyOutput is null ? 0 : 1));
        if (_emptyOutput is not null) WriteReversed(meta, _emptyOutput);
        meta.WriteByte(0);
        meta.WriteVLong(start);
        meta.WriteVLong(_data.Position);
        _data.CopyTo(data);
    }

    private static void WriteReversed(IndexOutput meta, byte[] output)
    {
        using var serialized = new BufferOutput();
        serialized.WriteVInt(output.Length);
        serialized.WriteBytes(output);
        var bytes = serialized.Written.ToArray();
        Array.Reverse(bytes);
        meta.WriteVInt(bytes.Length);
        meta.WriteBytes(bytes);
    }

    public void Dispose()
    {
        _data.Dispose();
        _encoder.Dispose();
    }
}
