namespace Dateline.Index.Codecs.Terms;

/// <summary>Finds, shortest first, the prefixes of a term that have a block of their own. Allocates nothing.</summary>
/// <param name="data">The field's FST.</param>
/// <param name="file">File name, for messages.</param>
/// <param name="rootNode">Address of the first node; 0 when there is none.</param>
/// <param name="term">The term.</param>
/// <param name="buffer">Room for <see cref="BlockGroup.MaxCodeBytes"/> of output.</param>
internal ref struct PrefixWalk(
    ReadOnlySpan<byte> data, string file, int rootNode, ReadOnlySpan<byte> term, Span<byte> buffer)
{
    private readonly ReadOnlySpan<byte> _term = term;
    private readonly Span<byte> _buffer = buffer;
    private FstReader _fst = new(data, file, 0);
    private int _node = rootNode;
    private int _depth;
    private int _used;
    private int _finalUsed;
    private int _finalAt;
    private int _finalLength;

    /// <summary>Length of the prefix last found; 0 before the first.</summary>
    public int PrefixLength { get; private set; }

    /// <summary>Moves to the next longer prefix; false, changing nothing, when there is none.</summary>
    public bool Next()
    {
        while (_depth < _term.Length && _node != 0)
        {
            if (!_fst.TryFindArc(_node, _term[_depth], out var arc)) break;
            _depth++;
            _used = _fst.Append(arc.OutputAt, arc.OutputLength, _buffer, _used);
            _node = arc.Target;
            if (!arc.IsFinal) continue;
            (PrefixLength, _finalUsed, _finalAt, _finalLength) = (_depth, _used, arc.FinalAt, arc.FinalLength);
            return true;
        }

        _node = 0;
        return false;
    }

    /// <summary>
    /// The code of the prefix last found: outputs of the arcs up to it and its final output. Overwrites what longer
    /// arcs added, so only for prefixes that <see cref="Next"/> has just found, or after it returned false.
    /// </summary>
    public readonly ReadOnlySpan<byte> Code()
    {
        Span<byte> code = _buffer;
        return code[.._fst.Append(_finalAt, _finalLength, code, _finalUsed)];
    }
}
