using Dateline.Index.Numerics;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Numerics;

public sealed class DocsWithFieldTests
{
    /// <summary>Share of documents with a value in each block of 65536.</summary>
    public static TheoryData<double[]> Shapes => new()
    {
        { [] },
        { [0] },
        { [1] },
        { [1, 1, 1] },
        { [0.5] },
        { [0.0001] },
        { [0.001, 0.9, 1, 0, 0, 0.05, 0.07] },
        { [0, 0, 0.5] },
        { [1, 0, 0, 0, 1, 0.3] },
        { [0.99, 0.99] },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Cursor_AnyShape_EqualsBitTwin(double[] shares)
    {
        var random = new Random(shares.Length);
        var maxDoc = Math.Max(0, shares.Length * 65536 - (shares is [1, 1, 1] ? 5 : 1000));
        var has = Enumerable.Range(0, maxDoc).Select(docId => random.NextDouble() < shares[docId >> 16]).ToArray();
        var docIds = Enumerable.Range(0, maxDoc).Where(docId => has[docId]).ToArray();
        var docs = RoundTrip(docIds, maxDoc);
        Assert.Equal(docIds.Length == maxDoc && maxDoc > 0, docs.IsAll);
        AssertExact(docs.Cursor(), has, docIds, _ => 1);
        AssertExact(docs.Cursor(), has, docIds, _ => random.Next(1, 40));
        AssertExact(docs.Cursor(), has, docIds, _ => random.Next(1, 3000));
        AssertExact(docs.Cursor(), has, docIds, _ => random.Next(1, 200_000));
        AssertAdvance(docs.Cursor(), docIds, () => 1);
        AssertAdvance(docs.Cursor(), docIds, () => random.Next(1, 500));
        AssertAdvance(docs.Cursor(), docIds, () => random.Next(1, 100_000));
    }

    [Fact]
    public void Cursor_WithoutRankAndJumpTable_IsRead()
    {
        // what a simpler writer may leave out: one bit set of 4096 documents, no rank entries, sentinel, no jumps
        var data = new BufferOutput();
        data.WriteInt16(3);
        data.WriteInt16(4095);
        for (var word = 0; word < 1024; word++) data.WriteInt64(word < 64 ? -1 : 0);
        data.WriteInt16(DocsWithField.SentinelBlock);
        data.WriteInt16(0);
        data.WriteInt16(-1);
        var meta = new BufferOutput();
        meta.WriteInt64(0);
        meta.WriteInt64(data.Position);
        meta.WriteInt16(-1);
        meta.WriteByte(0xFF);
        var cursor = DocsWithField.Read(Bytes.Input(meta), Bytes.Input(data), 300_000).Cursor();
        Assert.Equal(3 * 65536, cursor.Advance(0));
        Assert.True(cursor.AdvanceExact(3 * 65536 + 4095));
        Assert.Equal(4095, cursor.Ordinal);
        Assert.False(cursor.AdvanceExact(3 * 65536 + 4096));
        Assert.Equal(DocCursor.NoMoreDocs, cursor.Advance(3 * 65536 + 4097));
    }

    [Fact]
    public void Cursor_DamagedBlocks_EndsOrIsCorrupt()
    {
        var random = new Random(6);
        int[] docIds = [.. Enumerable.Range(0, 330_000).Where(docId => docId % 65536 % ((docId >> 16) * 7 + 1) == 0)];
        var (meta, data) = (new BufferOutput(), new BufferOutput());
        DocsWithFieldWriter.Write(meta, data, docIds, 330_000);
        var (corrupt, fine) = (0, 0);
        for (var round = 0; round < 1500; round++)
        {
            var damaged = data.Written.ToArray();
            var at = round % 2 == 0 ? damaged.Length - 1 - random.Next(70) : random.Next(damaged.Length);
            damaged[at] ^= (byte)random.Next(1, 256);
            var cursor = DocsWithField.Read(Bytes.Input(meta), Bytes.Input(damaged), 330_000).Cursor();
            try
            {
                for (var docId = 0; docId < 330_000; docId += random.Next(1, 20_000)) cursor.AdvanceExact(docId);
                cursor = DocsWithField.Read(Bytes.Input(meta), Bytes.Input(damaged), 330_000).Cursor();
                for (var docId = cursor.Advance(0); docId != DocCursor.NoMoreDocs;)
                {
                    var next = cursor.Advance(docId + random.Next(1, 2000));
                    Assert.True(next > docId);
                    docId = next;
                }

                fine++;
            }
            catch (CorruptIndexException)
            {
                corrupt++;
            }
        }

        Assert.True(corrupt > 0 && fine > 0, $"{corrupt} found, {fine} passed");
    }

    [Theory]
    [InlineData(new[] { 3, 3 })]
    [InlineData(new[] { 3, 2 })]
    [InlineData(new[] { 100 })]
    [InlineData(new[] { -1 })]
    public void Write_IdsThatDoNotAscend_Throws(int[] docIds) => Assert.Throws<ArgumentException>(
        () => DocsWithFieldWriter.Write(new BufferOutput(), new BufferOutput(), docIds, 100));

    private static DocsWithField RoundTrip(int[] docIds, int maxDoc)
    {
        var (meta, data) = (new BufferOutput(), new BufferOutput());
        data.WriteInt32(0);
        DocsWithFieldWriter.Write(meta, data, docIds, maxDoc);
        return DocsWithField.Read(Bytes.Input(meta), Bytes.Input(data), maxDoc);
    }

    private static void AssertExact(DocsWithFieldCursor cursor, bool[] has, int[] docIds, Func<int, int> step)
    {
        var ordinal = 0;
        for (var docId = 0; docId < has.Length; docId += step(docId))
        {
            while (ordinal < docIds.Length && docIds[ordinal] < docId) ordinal++;
            var found = cursor.AdvanceExact(docId);
            if (found != has[docId] || (found && cursor.Ordinal != ordinal)) Assert.Fail($"document {docId}");
            if (found && docId % 5 == 0 && (!cursor.AdvanceExact(docId) || cursor.Ordinal != ordinal))
                Assert.Fail($"again {docId}");
        }
    }

    private static void AssertAdvance(DocsWithFieldCursor cursor, int[] docIds, Func<int> step)
    {
        var (target, ordinal) = (0, 0);
        while (true)
        {
            while (ordinal < docIds.Length && docIds[ordinal] < target) ordinal++;
            var expected = ordinal < docIds.Length ? docIds[ordinal] : DocCursor.NoMoreDocs;
            if (cursor.Advance(target) != expected) Assert.Fail($"target {target}, expected {expected}");
            if (expected == DocCursor.NoMoreDocs) return;
            if (cursor.Ordinal != ordinal)
                Assert.Fail($"ordinal of {expected} is {cursor.Ordinal}, expected {ordinal}");
            target = expected + step();
        }
    }
}
