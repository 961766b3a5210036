using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Postings;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Codecs.Postings;

internal sealed record Occurrence(int Position, int Start, int End);

/// <summary>A document of a term; without positions, <see cref="Occurrences"/> only count.</summary>
internal sealed record Posting(int Doc, Occurrence[] Occurrences)
{
    public int Freq => Occurrences.Length;
}

/// <summary>An inverted index as plain lists: the slow twin of what the codec stores.</summary>
internal sealed class PostingsModel
{
    public static readonly byte[] Id = [.. Enumerable.Range(1, 16).Select(k => (byte)k)];

    public required int MaxDoc { get; init; }

    public List<(FieldInfo Field, SortedDictionary<byte[], Posting[]> Terms)> Fields { get; } = [];

    public Dictionary<string, byte[]> Norms { get; } = [];

    public FieldInfos Infos => new(Fields.Select(pair => pair.Field));

    public SortedDictionary<byte[], Posting[]> AddField(string name, IndexOptions options, byte[]? norms = null)
    {
        var field = new FieldInfo
        {
            Name = name,
            Number = Fields.Count,
            IndexOptions = options,
            OmitsNorms = norms is null,
        };
        var terms = new SortedDictionary<byte[], Posting[]>(ByteOrder.Instance);
        Fields.Add((field, terms));
        if (norms is not null) Norms[name] = norms;
        return terms;
    }

    public SegmentFiles Files(IndexDirectory directory) => new(directory, "_0", Id, MaxDoc);

    public MemoryDirectory Write()
    {
        var directory = new MemoryDirectory();
        Write(Files(directory));
        return directory;
    }

    public void Write(SegmentFiles files)
    {
        using var writer = new TermsWriter(files, Infos);
        var indexed = Fields.Where(pair => pair.Field.IndexOptions != IndexOptions.None);
        foreach (var (field, terms) in indexed.OrderBy(pair => pair.Field.Name, StringComparer.Ordinal))
        {
            writer.StartField(field, Norms.TryGetValue(field.Name, out var norms) ? new ArrayNorms(norms) : null);
            foreach (var (term, postings) in terms) WriteTerm(writer, field, term, postings);
            writer.FinishField();
        }

        writer.Finish();
    }

    private static void WriteTerm(TermsWriter writer, FieldInfo field, byte[] term, Posting[] postings)
    {
        writer.StartTerm(term);
        foreach (var posting in postings)
        {
            writer.StartDoc(posting.Doc, posting.Freq);
            if (!field.HasPositions) continue;
            foreach (var at in posting.Occurrences) writer.AddPosition(at.Position, at.Start, at.End);
        }

        writer.FinishTerm();
    }

    public TermsReader Open(IndexDirectory directory) => TermsReader.Open(Files(directory), Infos);

    /// <summary>Random ascending documents with random occurrences; about one document in four has many.</summary>
    public static Posting[] RandomPostings(Random random, int count, int maxDoc, int maxFreq)
    {
        var postings = new Posting[count];
        var doc = -1;
        for (var k = 0; k < count; k++)
        {
            var room = maxDoc - 1 - doc - (count - k - 1);
            var step = random.Next(3) == 0 ? 1 : 1 + random.Next(Math.Max(1, Math.Min(room, 2 * maxDoc / count)));
            doc += Math.Min(step, room);
            postings[k] = new Posting(
                doc, RandomOccurrences(random, random.Next(4) == 0 ? 1 + random.Next(maxFreq) : 1));
        }

        return postings;
    }

    private static Occurrence[] RandomOccurrences(Random random, int count)
    {
        var occurrences = new Occurrence[count];
        int position = random.Next(50), start = random.Next(300);
        for (var k = 0; k < count; k++)
        {
            occurrences[k] = new Occurrence(position, start, start + random.Next(12));
            position += random.Next(random.Next(20) == 0 ? 5000 : 9);
            start += random.Next(40);
        }

        return occurrences;
    }
}

internal sealed class ArrayNorms(byte[] norms) : NormValues
{
    public override ReadOnlySpan<byte> Dense => norms;

    public override int Get(int docId) => norms[docId];
}

internal sealed class ByteOrder : IComparer<byte[]>
{
    public static readonly ByteOrder Instance = new();

    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
