using System.Text;
using Dateline.Index.Collecting;
using Dateline.Index.Reading;
using Dateline.Index.Schema;

namespace Dateline.Index.Tests.Codecs.Postings;

public sealed class PostingsRoundTripTests
{
    private const int MaxDoc = 100_000;

    // Sizes on both sides of every block and skip level border (128, 1024, 8192, 65536 documents).
    private static readonly int[] Sizes =
        [1, 2, 127, 128, 129, 255, 256, 257, 1024, 1025, 1152, 8192, 8321, 8500, 70_000];

    public static TheoryData<IndexOptions> AllOptions =>
    [
        IndexOptions.Docs, IndexOptions.DocsAndFreqs, IndexOptions.DocsFreqsAndPositions,
        IndexOptions.DocsFreqsPositionsAndOffsets,
    ];

    private static PostingsModel Model(IndexOptions options, int seed)
    {
        var random = new Random(seed);
        var norms = new byte[MaxDoc];
        random.NextBytes(norms);
        foreach (ref var norm in norms.AsSpan()) norm = Math.Max(norm, (byte)1);
        var model = new PostingsModel { MaxDoc = MaxDoc };
        var terms = model.AddField("body", options, norms);
        foreach (var size in Sizes)
            terms[Encoding.ASCII.GetBytes($"t{size}")] = PostingsModel.RandomPostings(random, size, MaxDoc, 12);
        terms["dense"u8.ToArray()] = [.. Enumerable.Range(0, 400).Select(doc => new Posting(doc, [new(1, 2, 3)]))];
        terms["rare"u8.ToArray()] = [new(MaxDoc - 1, [new(0, 0, 1)])];
        terms["repeated"u8.ToArray()] =
            [new(7, [.. Enumerable.Range(0, 1000).Select(k => new Occurrence(3 * k, 9 * k, 9 * k + k % 7))])];
        return model;
    }

    [Theory]
    [MemberData(nameof(AllOptions))]
    public void Read_WhatWasWritten_IsEqual(IndexOptions options)
    {
        var model = Model(options, 1);
        using var directory = model.Write();
        using var reader = model.Open(directory);
        PostingsAssert.Equal(model.Fields[0].Field, model.Fields[0].Terms, reader.Field("body")!);
    }

    [Theory]
    [MemberData(nameof(AllOptions))]
    public void Advance_RandomTargets_EqualsScan(IndexOptions options)
    {
        var model = Model(options, 2);
        using var directory = model.Write();
        using var reader = model.Open(directory);
        var (field, terms) = model.Fields[0];
        var random = new Random(3);
        foreach (var (term, postings) in terms)
        {
            Assert.True(reader.Field("body")!.TryFind(term, out var state));
            foreach (var step in new[] { 3, 100, 3000, 60_000 })
            {
                var cursor = reader.Field("body")!.Postings(state, (PostingsParts)new[] { 0, 1, 3, 7 }[random.Next(4)]);
                WalkRandomly(random, field, postings, cursor, step);
            }
        }
    }

    private static void WalkRandomly(
        Random random, FieldInfo field, Posting[] postings, PostingsCursor cursor, int step)
    {
        var at = -1;
        while (true)
        {
            var current = at < 0 ? -1 : postings[at].Doc;
            var target = current + 1 + random.Next(step);
            var isNext = random.Next(3) == 0;
            if (random.Next(4) == 0) AssertShallow(field, cursor, target);
            var found = isNext ? cursor.Next() : cursor.Advance(target);
            at++;
            while (!isNext && at < postings.Length && postings[at].Doc < target) at++;
            Assert.Equal(at == postings.Length ? DocCursor.NoMoreDocs : postings[at].Doc, found);
            Assert.Equal(found, cursor.DocId);
            if (at == postings.Length) return;
            if (random.Next(2) == 0) Assert.Equal(field.HasFreqs ? postings[at].Freq : 1, cursor.Freq);
            if (random.Next(3) == 0) AssertSomePositions(random, postings[at], cursor);
        }
    }

    private static void AssertShallow(FieldInfo field, PostingsCursor cursor, int target)
    {
        Assert.True(cursor.AdvanceShallow(target) >= target, $"{field.Name}: the range ends before {target}");
        Assert.False(cursor.Impacts.IsEmpty);
    }

    // A caller may stop after any position, or look at none.
    private static void AssertSomePositions(Random random, Posting posting, PostingsCursor cursor)
    {
        for (var k = random.Next(posting.Freq + 1); k > 0; k--)
        {
            var position = cursor.NextPosition();
            if (position < 0) return;
            var wanted = posting.Occurrences.Any(at => at.Position == position
                && (cursor.StartOffset < 0 || (at.Start == cursor.StartOffset && at.End == cursor.EndOffset)));
            Assert.True(wanted, $"document {posting.Doc} has no position {position}");
        }
    }

    [Fact]
    public void Advance_EveryTargetOfALongList_EqualsBinarySearch()
    {
        var model = Model(IndexOptions.DocsFreqsPositionsAndOffsets, 4);
        using var directory = model.Write();
        using var reader = model.Open(directory);
        var (field, terms) = model.Fields[0];
        var postings = terms["t8500"u8.ToArray()];
        Assert.True(reader.Field("body")!.TryFind("t8500"u8, out var state));
        for (var target = 0; target < MaxDoc; target += 97)
        {
            var cursor = reader.Field("body")!.Postings(state, PostingsParts.Offsets);
            var wanted = postings.FirstOrDefault(posting => posting.Doc >= target);
            Assert.Equal(wanted?.Doc ?? DocCursor.NoMoreDocs, cursor.Advance(target));
            if (wanted is not null) PostingsAssert.EqualDoc(field, wanted, cursor);
        }
    }

    [Theory]
    [InlineData(PostingsParts.Positions)]
    [InlineData(PostingsParts.Offsets)]
    public void ReadPositions_SomeDocumentsUpToALimit_EqualTheModel(PostingsParts parts)
    {
        var model = Model(IndexOptions.DocsFreqsPositionsAndOffsets, 4);
        using var directory = model.Write();
        using var reader = model.Open(directory);
        var postings = model.Fields[0].Terms["t8500"u8.ToArray()];
        Assert.True(reader.Field("body")!.TryFind("t8500"u8, out var state));
        var cursor = reader.Field("body")!.Postings(state, parts);
        var random = new Random(3);
        int[] positions = [];
        foreach (var posting in postings.Where(_ => random.Next(3) > 0))
        {
            Assert.Equal(posting.Doc, cursor.Advance(posting.Doc));
            if (random.Next(3) == 0) continue;
            var all = posting.Occurrences.Select(at => at.Position).ToArray();
            var upTo = random.Next(2) == 0 ? int.MaxValue : all[random.Next(all.Length)];
            var count = cursor.ReadPositions(ref positions, upTo);
            Assert.Equal(all[..Math.Min(all.Length, all.Count(at => at <= upTo) + 1)], positions[..count]);
        }
    }

    [Theory]
    [InlineData(IndexOptions.Docs)]
    [InlineData(IndexOptions.DocsFreqsPositionsAndOffsets)]
    public void Documents_OfManyTerms_AreThoseBelowTheLimit(IndexOptions options)
    {
        var model = Model(options, 6);
        using var directory = model.Write();
        using var reader = model.Open(directory);
        foreach (var limit in (int[])[1, 1000, MaxDoc])
        {
            var bits = new DocBits(limit);
            var expected = new SortedSet<int>();
            var collector = reader.Field("body")!.Documents();
            foreach (var (term, postings) in model.Fields[0].Terms)
            {
                Assert.True(reader.Field("body")!.TryFind(term, out var state));
                collector.AddTo(bits, state);
                expected.UnionWith(postings.Select(posting => posting.Doc).Where(docId => docId < limit));
            }

            Assert.Equal(expected.Count, bits.Count());
            Assert.All(expected, docId => Assert.True(bits.Contains(docId)));
        }
    }

    [Fact]
    public void Impacts_EveryRange_BoundEveryDocumentTightly()
    {
        var model = Model(IndexOptions.DocsAndFreqs, 5);
        using var directory = model.Write();
        using var reader = model.Open(directory);
        var norms = model.Norms["body"];
        foreach (var (term, postings) in model.Fields[0].Terms)
        {
            Assert.True(reader.Field("body")!.TryFind(term, out var state));
            var cursor = reader.Field("body")!.Postings(state, PostingsParts.Freqs);
            for (var from = 0; from < MaxDoc;)
            {
                var end = cursor.AdvanceShallow(from);
                Assert.True(end >= from);
                var impacts = cursor.Impacts.ToArray();
                var inside = postings.Where(posting => posting.Doc >= from && posting.Doc <= end).ToArray();
                Assert.All(inside, posting => Assert.Contains(
                    impacts, impact => impact.Freq >= posting.Freq && impact.Norm <= norms[posting.Doc]));
                if (end == DocCursor.NoMoreDocs) break;
                Assert.All(impacts, impact => Assert.Contains(
                    inside, posting => posting.Freq == impact.Freq && norms[posting.Doc] == impact.Norm));
                for (var k = 1; k < impacts.Length; k++)
                    Assert.True(impacts[k].Freq > impacts[k - 1].Freq && impacts[k].Norm > impacts[k - 1].Norm);
                from = end + 1;
            }
        }
    }

    [Fact]
    public void Write_SegmentWithoutPositions_HasNoPositionFiles()
    {
        var model = Model(IndexOptions.DocsAndFreqs, 6);
        using var directory = model.Write();
        Assert.Equal(
            ["_0_Lucene84_0.doc", "_0_Lucene84_0.tim", "_0_Lucene84_0.tip", "_0_Lucene84_0.tmd"],
            directory.ListFiles());
    }

    [Fact]
    public void Write_TermWithoutDocuments_LeavesNoTrace()
    {
        var model = new PostingsModel { MaxDoc = 10 };
        model.AddField("empty", IndexOptions.Docs)["x"u8.ToArray()] = [];
        model.AddField("one", IndexOptions.Docs)["x"u8.ToArray()] = [new(3, [new(0, 0, 0)])];
        model.Fields[1].Terms["a"u8.ToArray()] = [];
        using var directory = model.Write();
        using var reader = model.Open(directory);
        Assert.Null(reader.Field("empty"));
        Assert.Null(reader.Field("missing"));
        Assert.Equal(1, reader.Field("one")!.TermCount);
        Assert.False(reader.Field("one")!.TryFind("a"u8, out _));
    }
}
