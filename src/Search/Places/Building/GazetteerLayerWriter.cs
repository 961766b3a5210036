using System.Buffers.Binary;
using System.Text;

namespace Dateline.Search.Places.Building;

/// <summary>
/// Writes places and names as the bytes <see cref="GazetteerFormat"/> describes. Same input, same bytes.
/// </summary>
internal sealed class GazetteerLayerWriter : IDisposable
{
    private readonly List<PlaceEntry> _places;
    private readonly List<(string Name, NameKind Kind, string Path)> _externalNames = [];
    private readonly Dictionary<string, int> _externals = new(StringComparer.Ordinal);
    private readonly HashSet<(ulong Hash, uint Target)> _seen = [];
    private readonly List<(ulong Hash, uint Value)> _names = [];
    private readonly MemoryStream _pool = new();

    /// <param name="places">Every place of the file; parents that are entries must be among them.</param>
    public GazetteerLayerWriter(IEnumerable<PlaceEntry> places) => _places = [.. places];

    /// <summary>Adds a name to a place of an earlier file.</summary>
    public void AddExternalName(string name, NameKind kind, string path) => _externalNames.Add((name, kind, path));

    /// <inheritdoc/>
    public void Dispose() => _pool.Dispose();

    /// <summary>The file.</summary>
    public byte[] Write()
    {
        for (var i = 0; i < _places.Count; i++)
            _places[i].Index = i;
        PlaceSlugs.MakeUnique(_places);
        foreach (var place in _places)
        {
            if (place.ExternalParent is not null)
                External(place.ExternalParent);
        }
        foreach (var name in _externalNames)
            External(name.Path);
        var nameOffsets = _places.ConvertAll(AddToPool);
        var externalOffsets = _externals.Keys.Select(path => AddString(path)).ToList();
        CollectNames();
        return Assemble(nameOffsets, externalOffsets);
    }

    private int External(string path)
    {
        if (!_externals.TryGetValue(path, out var index))
            _externals.Add(path, index = _externals.Count);
        return index;
    }

    private int AddToPool(PlaceEntry place)
    {
        var offset = AddString(place.Name);
        AddString(place.EffectiveSlug == PlaceSlug.Of(place.Name) ? "" : place.EffectiveSlug);
        return offset;
    }

    private int AddString(string text)
    {
        var offset = (int)_pool.Position;
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (utf8.Length > byte.MaxValue)
            throw new InvalidDataException($"Name too long for a gazetteer file: '{text}'.");
        _pool.WriteByte((byte)utf8.Length);
        _pool.Write(utf8);
        return offset;
    }

    private void CollectNames()
    {
        foreach (var place in _places)
        {
            var loose = (place.Flags & GazetteerFormat.LooseFlag) != 0;
            AddName(place.Name, NameKind.Primary, place.Index, loose);
            foreach (var (name, kind) in place.Names.OrderBy(pair => pair.Kind))
                AddName(name, kind, place.Index, loose);
        }
        foreach (var (name, kind, path) in _externalNames)
            AddName(name, kind, _places.Count + External(path), loose: false);
        _names.Sort();
    }

    private void AddName(string name, NameKind kind, int target, bool loose)
    {
        Span<char> folded = stackalloc char[NameFolding.BufferLength(name.Length)];
        folded = folded[..NameFolding.Fold(name, folded)];
        if (folded.Length < 2)
            return;
        Add(NameHash.Compute(folded), kind, target);
        if (!loose || kind is NameKind.Abbreviation or NameKind.Demonym or NameKind.AfterComma)
            return;
        Span<char> key = stackalloc char[folded.Length + 2];
        var length = LooseSpelling.Compute(folded, key);
        if (length >= LooseSpelling.MinKeyLength)
            Add(NameHash.Compute(key[..length], loose: true), NameKind.Loose, target);
    }

    private void Add(ulong hash, NameKind kind, int target)
    {
        if (_seen.Add((hash, (uint)target)))
            _names.Add((hash & 0xFFFF_0000_FFFF_FFFF, (uint)target | ((uint)kind << GazetteerFormat.TargetBits)));
    }

    private byte[] Assemble(List<int> nameOffsets, List<int> externalOffsets)
    {
        using var output = new MemoryStream();
        Int(output, GazetteerFormat.Magic, GazetteerFormat.Version, _places.Count, _names.Count, _externals.Count,
            (int)_pool.Length);
        Int(output, [.. _places.Select(ParentValue)]);
        Int(output, [.. _places.Select(place => place.GeoNamesId)]);
        Int(output, [.. _places.Select(place => BitConverter.SingleToInt32Bits(place.Latitude))]);
        Int(output, [.. _places.Select(place => BitConverter.SingleToInt32Bits(place.Longitude))]);
        Int(output, [.. _places.Select(place => place.Population)]);
        Int(output, [.. nameOffsets]);
        Int(output,
            [.. _places.OrderBy(ParentValue).ThenBy(place => place.EffectiveSlug, StringComparer.Ordinal)
            .Select(p => p.Index)]);
        Span<byte> two = stackalloc byte[2];
        foreach (var place in _places)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(two, (ushort)((int)place.Kind | place.Flags));
            output.Write(two);
        }
        if (_places.Count % 2 == 1)
            output.Write("\0\0"u8);
        Int(output, [.. externalOffsets]);
        Int(output, Buckets());
        Int(output, [.. _names.Select(name => (int)(uint)name.Hash)]);
        Int(output, [.. _names.Select(name => (int)name.Value)]);
        output.Write(_pool.ToArray());
        return output.ToArray();
    }

    private int ParentValue(PlaceEntry place) =>
        place.Parent is not null ? place.Parent.Index
        : place.ExternalParent is not null ? ~External(place.ExternalParent) : GazetteerFormat.NoParent;

    private int[] Buckets()
    {
        var starts = new int[GazetteerFormat.Buckets + 1];
        foreach (var (hash, _) in _names)
            starts[(int)(hash >> (64 - GazetteerFormat.BucketBits)) + 1]++;
        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        return starts;
    }

    private static void Int(Stream output, params int[] values)
    {
        Span<byte> four = stackalloc byte[4];
        foreach (var value in values)
        {
            BinaryPrimitives.WriteInt32LittleEndian(four, value);
            output.Write(four);
        }
    }
}

/// <summary>Keeps paths unique.</summary>
internal static class PlaceSlugs
{
    /// <summary>Numbers the slugs of siblings that share one; the most populous keeps the plain slug.</summary>
    public static void MakeUnique(IEnumerable<PlaceEntry> places)
    {
        foreach (var siblings in places.GroupBy(place => (place.Parent, place.ExternalParent)))
        {
            var taken = new HashSet<string>(StringComparer.Ordinal);
            foreach (var place in siblings.OrderByDescending(place => place.Population).ThenBy(place => place.Index))
            {
                var plain = place.EffectiveSlug;
                var slug = plain;
                for (var number = 2; !taken.Add(slug); number++)
                    slug = $"{plain}-{number}";
                place.Slug = slug;
            }
        }
    }
}
