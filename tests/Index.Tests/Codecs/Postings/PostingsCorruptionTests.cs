using System.Text;
using Dateline.Index.Codecs.Postings;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Codecs.Postings;

/// <summary>
/// Damaged files lead to a named diagnosis or to bounded data, never to another exception or an endless walk.
/// </summary>
public sealed class PostingsCorruptionTests
{
    private const int MaxDoc = 4000;

    private static readonly Lazy<PostingsModel> Model = new(MakeModel);

    public static TheoryData<string> Extensions => ["tim", "tip", "tmd", "doc", "pos", "pay"];

    private static PostingsModel MakeModel()
    {
        var random = new Random(11);
        var model = new PostingsModel { MaxDoc = MaxDoc };
        var body = model.AddField("body", IndexOptions.DocsFreqsPositionsAndOffsets);
        foreach (var size in new[] { 1, 2, 129, 300, 1300 })
            body[Encoding.ASCII.GetBytes($"size{size}")] = PostingsModel.RandomPostings(random, size, MaxDoc, 9);
        var names = model.AddField("names", IndexOptions.Docs);
        for (var k = 0; k < 900; k++) names[Encoding.ASCII.GetBytes($"n{k}")] = [new(k, [new(0, 0, 0)])];
        return model;
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Read_FlippedByte_IsDiagnosedOrBounded(string extension)
    {
        var model = Model.Value;
        using var directory = model.Write();
        var name = model.Files(directory).FileName(extension, PostingsFormat.Suffix);
        var original = directory.Read(name).ToArray();
        var random = new Random(extension[1]);
        int diagnosed = 0, rounds = Math.Min(150, original.Length);
        for (var round = 0; round < rounds; round++)
        {
            var bytes = (byte[])original.Clone();
            var at = rounds == original.Length ? round : random.Next(bytes.Length);
            bytes[at] ^= (byte)(1 << random.Next(8));
            directory.Write(name, bytes);
            if (!TryReadAll(model, directory)) diagnosed++;
        }

        // Small meta is checked as a whole on opening; elsewhere only what contradicts itself can be noticed.
        if (extension == "tmd") Assert.Equal(rounds, diagnosed);
        else Assert.InRange(diagnosed, 1, rounds);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Read_CutFile_IsDiagnosed(string extension)
    {
        var model = Model.Value;
        using var directory = model.Write();
        var name = model.Files(directory).FileName(extension, PostingsFormat.Suffix);
        var original = directory.Read(name).ToArray();
        foreach (var length in new[] { 0, 7, 40, original.Length / 2, original.Length - 16, original.Length - 1 })
        {
            directory.Write(name, original.AsSpan(0, Math.Min(length, original.Length - 1)));
            Assert.False(TryReadAll(model, directory), $"{name} of {length} bytes was accepted");
        }
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Open_FileOfAnotherSegment_IsDiagnosed(string extension)
    {
        var model = Model.Value;
        using var directory = model.Write();
        var name = model.Files(directory).FileName(extension, PostingsFormat.Suffix);
        var bytes = directory.Read(name).ToArray();
        bytes[bytes.AsSpan().IndexOf(PostingsModel.Id)]++;
        directory.Write(name, bytes);
        Assert.False(TryReadAll(model, directory));
    }

    private static bool TryReadAll(PostingsModel model, IndexDirectory directory)
    {
        try
        {
            using var reader = model.Open(directory);
            foreach (var (field, terms) in model.Fields) ReadField(field, terms, reader);
            return true;
        }
        catch (CorruptIndexException)
        {
            return false;
        }
    }

    private static void ReadField(FieldInfo field, SortedDictionary<byte[], Posting[]> terms, TermsReader reader)
    {
        if (reader.Field(field.Name) is not { } found) return;
        var cursor = found.Terms();
        while (cursor.Next()) ReadPostings(found, cursor.State);
        foreach (var term in terms.Keys)
        {
            found.TryFind(term, out _);
            if (cursor.SeekCeiling(term)) Jump(found, cursor.State);
        }
    }

    private static void ReadPostings(FieldTerms terms, TermState state)
    {
        var cursor = terms.Postings(state, PostingsParts.Offsets);
        for (var last = -1; cursor.Next() != DocCursor.NoMoreDocs; last = cursor.DocId)
        {
            Assert.InRange(cursor.DocId, last + 1, MaxDoc - 1);
            Assert.True(cursor.Freq >= 1);
            for (var left = Math.Min(cursor.Freq, 1000); left > 0; left--)
            {
                if (cursor.NextPosition() < 0) break;
                Assert.True(cursor.EndOffset >= cursor.StartOffset);
            }
        }
    }

    private static void Jump(FieldTerms terms, TermState state)
    {
        var cursor = terms.Postings(state, PostingsParts.Positions);
        for (var target = 0; target < MaxDoc; target = cursor.DocId + 301)
        {
            cursor.AdvanceShallow(target);
            Assert.False(cursor.Impacts.IsEmpty);
            if (cursor.Advance(target) == DocCursor.NoMoreDocs) return;
            Assert.InRange(cursor.DocId, target, MaxDoc - 1);
            cursor.NextPosition();
        }
    }
}
