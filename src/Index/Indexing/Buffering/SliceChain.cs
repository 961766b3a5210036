namespace Dateline.Index.Indexing.Buffering;

/// <summary>
/// A growing byte stream inside an arena: slices of 12, 24, 48 … 1536 bytes, each ending in the address of the next.
/// One small struct per term instead of an object or an array.
/// </summary>
internal struct SliceChain
{
    private const int FirstSize = 12;
    private const int LargestSize = 1536;
    private const int LinkBytes = 4;

    private int _head;
    private int _write;
    private int _end;
    private int _size;

    /// <summary>Appends bytes.</summary>
    public void Append(ByteArena arena, ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var room = Math.Min(_end - _write, bytes.Length);
            if (room > 0) bytes[..room].CopyTo(arena.Span(_write, room));
            _write += room;
            bytes = bytes[room..];
            if (bytes.IsEmpty) return;
            Grow(arena);
        }
    }

    private void Grow(ByteArena arena)
    {
        var size = NextSize(_size);
        var next = arena.Allocate(size);
        if (_size == 0) _head = next;
        else BitConverter.TryWriteBytes(arena.Span(_end, LinkBytes), next);
        _size = size;
        _write = next;
        _end = next + size - LinkBytes;
    }

    private static int NextSize(int size) => size == 0 ? FirstSize : Math.Min(size * 2, LargestSize);

    /// <summary>Reads a chain from its start.</summary>
    public ref struct Reader(ByteArena arena, in SliceChain chain)
    {
        private readonly int _last = chain._write;
        private int _at = chain._head;
        private int _size = chain._size == 0 ? 0 : FirstSize;
        private int _end = chain._size == 0 ? 0 : chain._head + FirstSize - LinkBytes;

        /// <summary>True when all bytes were read.</summary>
        public readonly bool AtEnd => _at == _last;

        /// <summary>The next unsigned number of 7 bits a byte.</summary>
        public uint ReadNumber()
        {
            var value = 0u;
            for (var shift = 0; ; shift += 7)
            {
                var b = ReadByte();
                value |= (uint)(b & 0x7F) << shift;
                if (b < 0x80) return value;
            }
        }

        private byte ReadByte()
        {
            if (_at == _end)
            {
                _at = BitConverter.ToInt32(arena.Span(_end, LinkBytes));
                _size = NextSize(_size);
                _end = _at + _size - LinkBytes;
            }

            return arena.Span(_at++, 1)[0];
        }
    }
}
