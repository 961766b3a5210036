using System.Collections.Concurrent;
using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Codecs.Norms;
using Dateline.Index.Codecs.Points;
using Dateline.Index.Codecs.StoredFields;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Codecs;

public sealed class ColumnRoundTripTests
{
    public static TheoryData<int> Sizes => [1, 2, 600, 5000, 80_000];

    // Written once and only read after that, so the tests can share them.
    private static readonly ConcurrentDictionary<int, Lazy<SampleSegment>> Samples = new();

    private static SampleSegment Sample(int maxDoc) => Samples.GetOrAdd(
        maxDoc, count =>
            new Lazy<SampleSegment>(() => new SampleSegment(new MemoryDirectory(), count, seed: count))).Value;

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Columns_WrittenAndRead_HoldWhatWasPutIn(int maxDoc)
    {
        var sample = Sample(maxDoc);
        var reader = DocValuesReader.Open(sample.Files, sample.Fields);
        foreach (var (name, expected) in sample.Numbers)
            AssertNumbers(reader, sample.Fields.Find(name)!, expected, maxDoc);
        foreach (var (name, expected) in sample.Binaries)
            AssertBinary(reader.Binary(sample.Fields.Find(name)!)!, expected, maxDoc);
        foreach (var (name, expected) in sample.Ords)
        {
            var field = sample.Fields.Find(name)!;
            if (field.DocValues == DocValuesType.Sorted) AssertSorted(reader.Sorted(field)!, expected, maxDoc);
            else AssertSortedSet(reader.SortedSet(field)!, expected, maxDoc);
            var dictionary = reader.Sorted(field)?.Dictionary ?? reader.SortedSet(field)!.Dictionary;
            ColumnDump.CompareDictionary(dictionary, sample.Dictionaries[name]);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Norms_WrittenAndRead_HoldWhatWasPutIn(int maxDoc)
    {
        var sample = Sample(maxDoc);
        var reader = NormsReader.Open(sample.Files, sample.Fields);
        foreach (var (name, expected) in sample.Norms)
        {
            var norms = reader.Field(sample.Fields.Find(name)!)!;
            for (var docId = maxDoc - 1; docId >= 0; docId--)
                if (norms.Get(docId) != expected[docId])
                    Assert.Fail($"{name} of {docId} is {norms.Get(docId)}, expected {expected[docId]}");
            if (!norms.Dense.IsEmpty) Assert.True(norms.Dense.SequenceEqual(expected), name);
        }

        Assert.Null(reader.Field(sample.Fields.Find("plain")!));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Points_RangesOverWrittenTrees_EqualScan(int maxDoc)
    {
        var sample = Sample(maxDoc);
        var reader = PointsReader.Open(sample.Files, sample.Fields);
        var random = new Random(maxDoc);
        foreach (var (name, points) in sample.Points)
        {
            var all = new List<(int DocId, long Value)>();
            reader.ReadLongs(sample.Fields.Find(name)!, all);
            Assert.Equal(points.OrderBy(point => point.Value).ThenBy(point => point.DocId), all);
            for (var round = 0; round < 60; round++)
            {
                var min = Bound(random, points);
                var max = round % 10 == 0 ? min : Bound(random, points);
                var (bits, expected) = (new ulong[(maxDoc + 63) / 64], new ulong[(maxDoc + 63) / 64]);
                reader.CollectLongRange(sample.Fields.Find(name)!, min, max, bits);
                foreach (var (docId, value) in points)
                    if (value >= min && value <= max) expected[docId / 64] |= 1UL << docId;
                Assert.True(bits.AsSpan().SequenceEqual(expected), $"{name} from {min} to {max}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void StoredFields_WrittenAndRead_HoldWhatWasPutIn(int maxDoc)
    {
        var sample = Sample(maxDoc);
        var reader = StoredFieldsReader.Open(sample.Files, sample.Fields, "BEST_SPEED");
        var scan = reader.Scan();
        for (var docId = 0; docId < maxDoc; docId++) AssertStored(sample, docId, scan.Read(docId));
        var random = new Random(maxDoc);
        Parallel.For(0, Math.Min(3 * maxDoc, 500), _ =>
        {
            int docId;
            lock (random) docId = random.Next(maxDoc);
            AssertStored(sample, docId, reader.Read(docId));
        });
        AssertStored(sample, maxDoc / 2, reader.Read(maxDoc / 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Read(maxDoc));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Read(-1));
    }

    [Fact]
    public void StoredFields_CopiedRaw_AreEqual()
    {
        using var directory = new MemoryDirectory();
        var sample = new SampleSegment(directory, 3000, seed: 5);
        var scan = StoredFieldsReader.Open(sample.Files, sample.Fields, "BEST_SPEED").Scan();
        var copy = new Dateline.Index.Codecs.SegmentFiles(directory, "_1", new byte[16], 1500);
        using (var writer = new StoredFieldsWriter(copy))
        {
            for (var docId = 0; docId < 3000; docId += 2)
            {
                writer.StartDocument();
                writer.AddRaw(scan.Raw(docId, out var fieldCount), fieldCount);
                writer.FinishDocument();
            }

            writer.Finish(1500);
        }

        var reader = StoredFieldsReader.Open(copy, sample.Fields, "BEST_SPEED");
        for (var docId = 0; docId < 1500; docId++) AssertStored(sample, 2 * docId, reader.Read(docId));
    }

    private static long Bound(Random random, (int DocId, long Value)[] points) => random.Next(10) switch
    {
        0 => long.MinValue,
        1 => long.MaxValue,
        2 or 3 => random.NextInt64() << 1,
        _ when points.Length == 0 => 0,
        4 => unchecked(points[random.Next(points.Length)].Value + 1),
        _ => points[random.Next(points.Length)].Value,
    };

    private static void AssertNumbers(DocValuesReader reader, FieldInfo field, SortedDictionary<int, long[]> expected,
        int maxDoc)
    {
        var (one, many) = (reader.Numeric(field), reader.SortedNumeric(field));
        Assert.Equal(expected.Count, one?.DocCount ?? many!.DocCount);
        for (var docId = 0; docId < maxDoc; docId++)
        {
            var has = one?.AdvanceExact(docId) ?? many!.AdvanceExact(docId);
            if (has != expected.TryGetValue(docId, out var values)) Assert.Fail($"{field.Name} of {docId}: {has}");
            if (!has) continue;
            var actual = one is not null ? [one.Value] : new long[many!.ValueCount];
            for (var k = 0; one is null && k < actual.Length; k++) actual[k] = many!.NextValue();
            if (!actual.AsSpan().SequenceEqual(values))
                Assert.Fail($"{field.Name} of {docId}: {actual[0]}, expected {values![0]}");
        }
    }

    private static void AssertBinary(BinaryCursor cursor, SortedDictionary<int, byte[]> expected, int maxDoc)
    {
        Assert.Equal(expected.Count, cursor.DocCount);
        for (var docId = 0; docId < maxDoc; docId++)
        {
            Assert.Equal(expected.TryGetValue(docId, out var value), cursor.AdvanceExact(docId));
            if (value is not null && !cursor.Value.SequenceEqual(value)) Assert.Fail($"document {docId}");
        }
    }

    private static void AssertSorted(SortedCursor cursor, SortedDictionary<int, int[]> expected, int maxDoc)
    {
        Assert.Equal(expected.Count, cursor.DocCount);
        for (var docId = 0; docId < maxDoc; docId++)
        {
            Assert.Equal(expected.TryGetValue(docId, out var ords), cursor.AdvanceExact(docId));
            if (ords is not null) Assert.Equal(ords[0], cursor.Ord);
        }
    }

    private static void AssertSortedSet(SortedSetCursor cursor, SortedDictionary<int, int[]> expected, int maxDoc)
    {
        var buffer = new int[500];
        for (var docId = 0; docId < maxDoc; docId++)
        {
            var has = expected.TryGetValue(docId, out var ords);
            ords ??= [];
            Assert.Equal(has, cursor.AdvanceExact(docId));
            for (var k = 0; has && k < cursor.OrdCount; k++) buffer[k] = cursor.NextOrd();
            if (has) Assert.True(buffer.AsSpan(0, cursor.OrdCount).SequenceEqual(ords));
        }
    }

    private static void AssertStored(SampleSegment sample, int docId,
        IReadOnlyList<Dateline.Index.Reading.StoredField> actual)
    {
        var expected = sample.Stored[docId];
        Assert.Equal(expected.Length, actual.Count);
        for (var k = 0; k < expected.Length; k++)
        {
            Assert.Equal(sample.Fields.Find(expected[k].Field)!.Name, actual[k].Name);
            Assert.Equal(expected[k].Value.GetType(), actual[k].Value.GetType());
            if (expected[k].Value is float or double) Assert.Equal(Bits(expected[k].Value), Bits(actual[k].Value));
            else Assert.Equal(expected[k].Value, actual[k].Value);
        }
    }

    private static long Bits(object number) =>
        number is float f ? BitConverter.SingleToInt32Bits(f) : BitConverter.DoubleToInt64Bits((double)number);
}
