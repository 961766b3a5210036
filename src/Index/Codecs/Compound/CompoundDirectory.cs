using Dateline.Index.Codecs.Segments;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Compound;

/// <summary>The files inside a segment's <c>.cfs</c> as a read-only directory (LUCENE87 section 17).</summary>
internal sealed class CompoundDirectory : IndexDirectory
{
    private const string DataCodec = "Lucene50CompoundData";
    private const string EntriesCodec = "Lucene50CompoundEntries";

    private readonly IndexInput _data;
    private readonly SortedDictionary<string, (long Offset, long Length)> _entries = new(StringComparer.Ordinal);

    private CompoundDirectory(IndexInput data) => _data = data;

    public static CompoundDirectory Open(IndexDirectory directory, SegmentInfo info)
    {
        var files = new SegmentFiles(directory, info.Name, info.Id, info.MaxDoc);
        var compound = new CompoundDirectory(files.Open("cfs", DataCodec, 0, 0, out _));
        var input = files.Open("cfe", EntriesCodec, 0, 0, out _, verify: true);
        var count = input.ReadCount(input.Remaining, "number of files");
        for (var k = 0; k < count; k++)
        {
            var name = info.Name + input.ReadString();
            var offset = input.ReadInt64();
            var length = input.ReadInt64();
            if (offset < 0 || length < 0 || offset > compound._data.Length - length)
                throw input.Corrupt(
                    $"{name}: {length} bytes at {offset} leave the {compound._data.Length} bytes of the data");
            if (!compound._entries.TryAdd(name, (offset, length))) throw input.Corrupt($"{name} is listed twice");
        }

        return compound;
    }

    public override IReadOnlyList<string> ListFiles() => [.. _entries.Keys];

    public override bool Exists(string name) => _entries.ContainsKey(name);

    public override IndexInput Open(string name) => _entries.TryGetValue(name, out var part)
        ? _data.Slice(part.Offset, part.Length, name)
        : throw new FileNotFoundException($"{name} is not in {_data.Name}.", name);

    public override IndexOutput Create(string name) => throw ReadOnly();

    public override void Sync(IReadOnlyCollection<string> names) => throw ReadOnly();

    public override void Rename(string from, string to) => throw ReadOnly();

    public override void Delete(string name) => throw ReadOnly();

    public override IDisposable LockForWriting() => throw ReadOnly();

    private static NotSupportedException ReadOnly() => new("A compound file cannot be changed.");
}
