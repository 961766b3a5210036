using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Dateline.Search.Articles;

namespace Dateline.Search.Places;

/// <summary>
/// One gazetteer file, read in one piece and used in place: no object per entry. Immutable and thread-safe. See
/// <see cref="GazetteerFormat"/> for the bytes.
/// </summary>
internal sealed class GazetteerLayer
{
    private readonly byte[] _bytes;
    private readonly int _parents, _geoNamesIds, _latitudes, _longitudes, _populations, _nameOffsets, _childOrder,
        _kinds;
    private readonly int _externals, _buckets, _hashes, _targets, _pool, _poolLength;

    /// <summary>Checks the frame of a file's bytes and takes them over.</summary>
    /// <exception cref="InvalidDataException">The bytes are no gazetteer of this version, or were cut.</exception>
    public GazetteerLayer(byte[] bytes, string source)
    {
        _bytes = bytes;
        Source = source;
        if (_bytes.Length < GazetteerFormat.HeaderLength || Header(0) != GazetteerFormat.Magic)
            throw Invalid("it is not a gazetteer file");
        if (Header(1) != GazetteerFormat.Version)
            throw Invalid($"it has version {Header(1)}, this program reads {GazetteerFormat.Version}; rebuild it");
        (NodeCount, NameCount, ExternalCount, _poolLength) = (Header(2), Header(3), Header(4), Header(5));
        if (NodeCount < 0 || NameCount < 0 || ExternalCount < 0 || _poolLength < 0)
            throw Invalid("a count is negative");
        long at = GazetteerFormat.HeaderLength;
        _parents = Section(ref at, 4L * NodeCount);
        _geoNamesIds = Section(ref at, 4L * NodeCount);
        _latitudes = Section(ref at, 4L * NodeCount);
        _longitudes = Section(ref at, 4L * NodeCount);
        _populations = Section(ref at, 4L * NodeCount);
        _nameOffsets = Section(ref at, 4L * NodeCount);
        _childOrder = Section(ref at, 4L * NodeCount);
        _kinds = Section(ref at, ((2L * NodeCount) + 3) & ~3L);
        _externals = Section(ref at, 4L * ExternalCount);
        _buckets = Section(ref at, 4L * (GazetteerFormat.Buckets + 1));
        _hashes = Section(ref at, 4L * NameCount);
        _targets = Section(ref at, 4L * NameCount);
        _pool = Section(ref at, _poolLength);
        if (at != _bytes.Length)
            throw Invalid($"its sections end at {at}, the file at {_bytes.Length}");
    }

    /// <summary>File name, for messages.</summary>
    public string Source { get; }

    public int NodeCount { get; }

    public int NameCount { get; }

    public int ExternalCount { get; }

    public ReadOnlySpan<int> Parents => Ints(_parents, NodeCount);

    public ReadOnlySpan<int> GeoNamesIds => Ints(_geoNamesIds, NodeCount);

    public ReadOnlySpan<int> Populations => Ints(_populations, NodeCount);

    /// <summary>Node indexes ordered by parent, then slug.</summary>
    public ReadOnlySpan<int> ChildOrder => Ints(_childOrder, NodeCount);

    public ReadOnlySpan<ushort> KindsAndFlags =>
        MemoryMarshal.Cast<byte, ushort>(_bytes.AsSpan(_kinds, 2 * NodeCount));

    public ReadOnlySpan<float> Latitudes => MemoryMarshal.Cast<byte, float>(_bytes.AsSpan(_latitudes, 4 * NodeCount));

    public ReadOnlySpan<float> Longitudes => MemoryMarshal.Cast<byte, float>(_bytes.AsSpan(_longitudes, 4 * NodeCount));

    /// <summary>UTF-8 display name.</summary>
    public ReadOnlySpan<byte> NameUtf8(int node) => PoolString(Ints(_nameOffsets, NodeCount)[node]);

    /// <summary>The node below with this slug, or -1.</summary>
    /// <param name="parent">See <see cref="Parents"/>.</param>
    /// <param name="slug">The slug.</param>
    public int FindChild(int parent, ReadOnlySpan<char> slug)
    {
        Span<char> other = stackalloc char[byte.MaxValue];
        var order = ChildOrder;
        int low = 0, high = order.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var node = order[middle];
            var compared = Parents[node].CompareTo(parent);
            if (compared == 0)
                compared = ((ReadOnlySpan<char>)other[..WriteSlug(node, other)]).SequenceCompareTo(slug);
            if (compared == 0)
                return node;
            if (compared < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return -1;
    }

    /// <summary>Where the nodes below begin in <see cref="ChildOrder"/>.</summary>
    public int FirstChild(int parent)
    {
        int low = 0, high = NodeCount;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Parents[ChildOrder[middle]] < parent)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>True when <see cref="ChildOrder"/> has a node below this parent there.</summary>
    public bool IsChild(int at, int parent) => at < NodeCount && Parents[ChildOrder[at]] == parent;

    /// <summary>Writes the slug.</summary>
    /// <returns>Its length.</returns>
    public int WriteSlug(int node, Span<char> slug)
    {
        var offset = Ints(_nameOffsets, NodeCount)[node];
        var name = PoolString(offset);
        var own = PoolString(offset + 1 + name.Length);
        if (!own.IsEmpty)
            return Encoding.ASCII.GetChars(own, slug);
        Span<char> decoded = stackalloc char[byte.MaxValue];
        return PlaceSlug.Write(decoded[..Encoding.UTF8.GetChars(name, decoded)], slug);
    }

    /// <summary>Path of a node in an earlier file.</summary>
    public string ExternalPath(int external) =>
        Encoding.ASCII.GetString(PoolString(Ints(_externals, ExternalCount)[external]));

    /// <summary>The names with this hash: a range of name indexes, empty when there is none.</summary>
    public Range FindNames(ulong hash)
    {
        var bucket = (int)(hash >> (64 - GazetteerFormat.BucketBits));
        var starts = Ints(_buckets, GazetteerFormat.Buckets + 1);
        int start = Math.Clamp(starts[bucket], 0, NameCount), end = Math.Clamp(starts[bucket + 1], start, NameCount);
        var low = (uint)hash;
        var values = UInts(_hashes, NameCount);
        while (start < end && values[start] < low)
            start++;
        var last = start;
        while (last < end && values[last] == low)
            last++;
        return start..last;
    }

    /// <summary>Local target (node, or <see cref="NodeCount"/> + external) and kind of a name.</summary>
    public (int Target, NameKind Kind) Name(int index)
    {
        var value = UInts(_targets, NameCount)[index];
        return ((int)(value & GazetteerFormat.TargetMask), (NameKind)(value >> GazetteerFormat.TargetBits));
    }

    private ReadOnlySpan<byte> PoolString(int offset)
    {
        var all = _bytes.AsSpan(_pool, _poolLength);
        if ((uint)offset >= (uint)all.Length || offset + 1 + all[offset] > all.Length)
            throw Invalid($"string offset {offset} lies outside the pool of {_poolLength} bytes");
        return all.Slice(offset + 1, all[offset]);
    }

    private ReadOnlySpan<int> Ints(int offset, int count) =>
        MemoryMarshal.Cast<byte, int>(_bytes.AsSpan(offset, 4 * count));

    private ReadOnlySpan<uint> UInts(int offset, int count) =>
        MemoryMarshal.Cast<byte, uint>(_bytes.AsSpan(offset, 4 * count));

    private int Header(int index) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(4 * index));

    private int Section(ref long at, long length)
    {
        var start = at;
        at += length;
        return at <= _bytes.Length
            ? (int)start : throw Invalid($"it ends at {_bytes.Length}, inside a section that reaches {at}");
    }

    private InvalidDataException Invalid(string what) => new($"Gazetteer file '{Source}' cannot be used: {what}.");

    /// <summary>Level of a node.</summary>
    public PlaceKind Kind(int node) => (PlaceKind)(KindsAndFlags[node] & 0xFF);
}
