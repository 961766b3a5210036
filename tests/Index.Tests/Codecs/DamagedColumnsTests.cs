using System.Buffers.Binary;
using Dateline.Index.Codecs;
using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Codecs.Norms;
using Dateline.Index.Codecs.Points;
using Dateline.Index.Codecs.StoredFields;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Codecs;

/// <summary>
/// Changed and cut bytes in each file: reading everything either works or is a <see cref="CorruptIndexException"/>,
/// never another exception, an endless loop or a huge allocation.
/// </summary>
public sealed class DamagedColumnsTests
{
    private const int MaxDoc = 4600;
    private static readonly Lazy<(SampleSegment Sample, MemoryDirectory Directory)> Shared = new(Create);

    public static TheoryData<string> MetaFiles => ["_0.fdm", "_0.nvm", "_0_Lucene80_0.dvm", "_0.kdm"];

    public static TheoryData<string> DataFiles =>
        ["_0.fdt", "_0.fdx", "_0.nvd", "_0_Lucene80_0.dvd", "_0.kdd", "_0.kdi"];

    [Theory]
    [MemberData(nameof(MetaFiles))]
    public void Open_MetaFileWithChangedByte_IsCorrupt(string file) => ForEachDamage(file, 150, false, read =>
    {
        Assert.Throws<CorruptIndexException>(read);
        return true;
    });

    [Theory]
    [MemberData(nameof(MetaFiles))]
    [MemberData(nameof(DataFiles))]
    public void Read_ChangedByteUnderValidChecksum_IsCorruptOrEnds(string file)
    {
        var (corrupt, total) = (0, 0);
        ForEachDamage(file, 200, true, read =>
        {
            total++;
            if (Record.Exception(read) is not { } exception) return true;
            corrupt++;
            return exception is CorruptIndexException ? true
                : throw new InvalidOperationException("another exception", exception);
        });
        Assert.True(corrupt > 0, $"none of {total} damages was found");
    }

    [Theory]
    [MemberData(nameof(MetaFiles))]
    [MemberData(nameof(DataFiles))]
    public void Open_CutFile_IsCorrupt(string file)
    {
        var whole = Shared.Value.Directory.Read(file).ToArray();
        var random = new Random(8);
        for (var round = 0; round < 60; round++)
        {
            var length = round < 20 ? round : random.Next(whole.Length);
            Assert.Throws<CorruptIndexException>(() => ReadAll(file, whole.AsSpan(0, length)));
        }
    }

    [Theory]
    [MemberData(nameof(MetaFiles))]
    [MemberData(nameof(DataFiles))]
    public void Open_CutContentUnderNewFooter_IsCorruptOrEnds(string file)
    {
        var whole = Shared.Value.Directory.Read(file).ToArray();
        var random = new Random(9);
        for (var round = 0; round < 40; round++)
        {
            var length = random.Next(60, whole.Length - 16);
            byte[] cut = [.. whole.AsSpan(0, length), .. whole.AsSpan(whole.Length - 16)];
            FixChecksum(cut);
            if (Record.Exception(() => ReadAll(file, cut)) is { } exception)
                Assert.IsType<CorruptIndexException>(exception);
        }
    }

    private static (SampleSegment Sample, MemoryDirectory Directory) Create()
    {
        var directory = new MemoryDirectory();
        return (new SampleSegment(directory, MaxDoc, seed: 21), directory);
    }

    private static void ForEachDamage(string file, int rounds, bool fixChecksum, Func<Action, bool> check)
    {
        var whole = Shared.Value.Directory.Read(file).ToArray();
        var random = new Random(7);
        for (var round = 0; round < rounds; round++)
        {
            var damaged = (byte[])whole.Clone();
            var at = random.Next(damaged.Length - (fixChecksum ? 16 : 8));
            var value = random.Next(3) switch
            {
                0 => (byte)0xFF,
                1 => (byte)(damaged[at] ^ 1 << random.Next(8)),
                _ => (byte)random.Next(256),
            };
            if (damaged[at] == value) value ^= 0x80;
            damaged[at] = value;
            if (fixChecksum) FixChecksum(damaged);
            check(() => ReadAll(file, damaged));
        }
    }

    private static void FixChecksum(byte[] file) => BinaryPrimitives.WriteInt64BigEndian(
        file.AsSpan(file.Length - 8), Crc32.Append(0, file.AsSpan(0, file.Length - 8)));

    private static void ReadAll(string file, ReadOnlySpan<byte> content)
    {
        var (sample, source) = Shared.Value;
        using var directory = new MemoryDirectory();
        var kind = Path.GetExtension(file)[1..2];
        foreach (var name in source.ListFiles())
            if (Path.GetExtension(name)[1..2] == kind)
                directory.Write(name, name == file ? content : source.Read(name));
        var files = new SegmentFiles(directory, "_0", sample.Files.Id, MaxDoc);
        switch (kind)
        {
            case "f": ReadStored(sample, files); break;
            case "n": ReadNorms(sample, files); break;
            case "d": ReadColumns(sample, files); break;
            default: ReadPoints(sample, files); break;
        }
    }

    private static void ReadStored(SampleSegment sample, SegmentFiles files)
    {
        var reader = StoredFieldsReader.Open(files, sample.Fields, "BEST_SPEED");
        for (var docId = 0; docId < MaxDoc; docId += 400) reader.Read(docId);
        var scan = reader.Scan();
        for (var docId = 0; docId < MaxDoc; docId++) scan.Read(docId);
    }

    private static void ReadNorms(SampleSegment sample, SegmentFiles files)
    {
        var reader = NormsReader.Open(files, sample.Fields);
        foreach (var name in sample.Norms.Keys)
        {
            var norms = reader.Field(sample.Fields.Find(name)!)!;
            for (var docId = 0; docId < MaxDoc; docId++) norms.Get(docId);
        }
    }

    private static void ReadColumns(SampleSegment sample, SegmentFiles files)
    {
        var reader = DocValuesReader.Open(files, sample.Fields);
        foreach (var field in sample.Fields)
        {
            if (reader.Numeric(field) is { } numeric)
                for (var docId = 0; docId < MaxDoc; docId++) _ = numeric.AdvanceExact(docId) ? numeric.Value : 0;
            if (reader.Binary(field) is { } binary)
                for (var docId = 0; docId < MaxDoc; docId++) _ = binary.AdvanceExact(docId) ? binary.Value.Length : 0;
            if (reader.SortedNumeric(field) is { } many)
                for (var docId = 0; docId < MaxDoc; docId++)
                    for (var left = many.AdvanceExact(docId) ? many.ValueCount : 0; left > 0; left--) many.NextValue();
            if (reader.Sorted(field) is { } sorted)
            {
                for (var docId = 0; docId < MaxDoc; docId++) _ = sorted.AdvanceExact(docId) ? sorted.Ord : 0;
                ReadDictionary(sorted.Dictionary);
            }

            if (reader.SortedSet(field) is not { } set) continue;
            for (var docId = 0; docId < MaxDoc; docId++)
                for (var left = set.AdvanceExact(docId) ? set.OrdCount : 0; left > 0; left--) set.NextOrd();
            ReadDictionary(set.Dictionary);
        }
    }

    private static void ReadDictionary(IOrdDictionary dictionary)
    {
        for (var ord = 0; ord < dictionary.ValueCount; ord++) dictionary.Lookup(ord);
        foreach (var value in new byte[][] { [], [0], "aaaa/5"u8.ToArray(), "c/77"u8.ToArray(), [255, 255] })
            dictionary.Find(value);
    }

    private static void ReadPoints(SampleSegment sample, SegmentFiles files)
    {
        var reader = PointsReader.Open(files, sample.Fields);
        foreach (var name in sample.Points.Keys)
            foreach (var (min, max) in new[] { (long.MinValue, long.MaxValue), (-1000L, 1000L), (1L, 1L),
                (7L, long.MaxValue) })
                reader.CollectLongRange(sample.Fields.Find(name)!, min, max, new ulong[(MaxDoc + 63) / 64]);
    }
}
