using System.Runtime.CompilerServices;
using Dateline.Index.Codecs.Postings;
using Dateline.Index.Reading;

namespace Dateline.Index.Codecs.Terms;

/// <summary>
/// Walks the block tree in term order. A seek loads one block; the blocks above it are loaded only when the walk
/// returns to them.
/// </summary>
internal sealed class BlockTreeCursor(BlockTreeFieldTerms owner) : TermsCursor
{
    private readonly List<BlockTreeFrame> _frames = [];
    private byte[] _term = new byte[64];
    private int _length;
    private int _depth = -1; // index of the current frame; -1 before the first move
    private bool _ended;
    private long _loadsLeft;

    public override ReadOnlySpan<byte> Term => _term.AsSpan(0, _length);

    public override TermState State
    {
        get
        {
            if (_depth < 0 || _ended) throw new InvalidOperationException("The cursor is not on a term.");
            var state = _frames[_depth].State(owner);
            GC.KeepAlive(owner);
            return state;
        }
    }

    public override bool Next()
    {
        if (_ended) return false;
        if (_depth < 0) StartAtRoot();
        while (true)
        {
            var frame = _frames[_depth];
            if (!frame.IsLoaded) throw Corrupt(frame.Group, "a block was left before it was entered");
            if (++frame.Entry < frame.Count)
            {
                SetSuffix(frame);
                var sub = frame.SubBlock(frame.Entry);
                if (sub < 0) return true;
                Push(_length, sub, default);
                Load(_frames[_depth], sub);
            }
            else if (!LeaveBlock(frame))
            {
                _ended = true;
                _length = 0;
                return false;
            }
        }
    }

    private void StartAtRoot()
    {
        Reset();
        var root = BlockGroup.FirstBlock(owner.RootCode, owner.IndexInput.Name);
        Push(0, root, default);
        Load(_frames[0], root);
    }

    private void Reset()
    {
        _depth = -1;
        _ended = false;
        _loadsLeft = owner.TermsInput.Length;
    }

    private void Push(int prefixLength, long group, ReadOnlySpan<byte> code)
    {
        if (++_depth == _frames.Count) _frames.Add(new BlockTreeFrame());
        _frames[_depth].Start(prefixLength, group, code);
    }

    // A healthy file has fewer blocks than bytes, so running out of loads means that blocks lead in circles.
    private void Load(BlockTreeFrame frame, long pointer)
    {
        if (--_loadsLeft < 0) throw Corrupt(pointer, "terms blocks lead in circles");
        frame.Load(owner, pointer);
    }

    private void SetSuffix(BlockTreeFrame frame)
    {
        var suffix = frame.Suffix(frame.Entry);
        _length = frame.PrefixLength + suffix.Length;
        if (_length > PostingsFormat.MaxTermBytes) throw Corrupt(frame.Group, $"a term has {_length} bytes");
        if (_length > _term.Length) Array.Resize(ref _term, 2 * _length);
        suffix.CopyTo(_term.AsSpan(frame.PrefixLength));
    }

    // On to the next block of the floor group, or back to the parent, which is loaded if a seek passed it by.
    private bool LeaveBlock(BlockTreeFrame frame)
    {
        if (!frame.IsLast)
        {
            if (_depth > 0 && frame.End >= _frames[_depth - 1].Group)
                throw Corrupt(frame.End, "a floor group runs into its parent");
            Load(frame, frame.End);
            return true;
        }

        if (--_depth < 0) return false;
        var parent = _frames[_depth];
        if (parent.IsLoaded) return true;
        var pointer = BlockGroup.Select(parent.Code, _term[parent.PrefixLength], owner.IndexInput.Name, out _);
        Load(parent, pointer);
        if (!parent.MoveToSubBlock(frame.Group))
            throw Corrupt(pointer, "a block does not lead to the sub-block of its index");
        return true;
    }

    [SkipLocalsInit]
    public override bool SeekCeiling(ReadOnlySpan<byte> target)
    {
        Reset();
        if (target.Length > _term.Length) Array.Resize(ref _term, target.Length);
        Span<byte> buffer = stackalloc byte[BlockGroup.MaxCodeBytes];
        Push(0, BlockGroup.FirstBlock(owner.RootCode, owner.IndexInput.Name), owner.RootCode);
        var walk = owner.Walk(target, buffer);
        while (walk.Next())
        {
            var code = walk.Code();
            Push(walk.PrefixLength, BlockGroup.FirstBlock(code, owner.IndexInput.Name), code);
        }

        var frame = _frames[_depth];
        target.CopyTo(_term);
        var suffix = target[frame.PrefixLength..];
        var lead = suffix.IsEmpty ? BlockGroup.NoLead : suffix[0];
        Load(frame, BlockGroup.Select(frame.Code, lead, owner.IndexInput.Name, out _));
        frame.Entry = frame.FindCeiling(suffix) - 1;
        var found = Next();
        GC.KeepAlive(owner);
        return found;
    }

    private CorruptIndexException Corrupt(long pointer, string what) => new(owner.TermsInput.Name, pointer, what);
}
