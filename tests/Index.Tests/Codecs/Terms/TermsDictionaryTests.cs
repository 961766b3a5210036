using System.Globalization;
using System.Text;
using Dateline.Index.Codecs.Postings;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Tests.Codecs.Postings;

namespace Dateline.Index.Tests.Codecs.Terms;

public sealed class TermsDictionaryTests
{
    public static TheoryData<string> Shapes =>
    [
        "one", "empty term only", "thirty", "numbers", "words", "binary", "prefixes of each other",
        "long shared prefix", "equal lengths", "wide fan-out", "many prefixes", "longest terms",
    ];

    private static byte[][] Terms(string shape)
    {
        var random = new Random(shape.Length);
        IEnumerable<byte[]> terms = shape switch
        {
            "one" => ["only"u8.ToArray()],
            "empty term only" => [[]],
            "thirty" => Enumerable.Range(0, 30).Select(k => Ascii($"term{k}")),
            "numbers" => Enumerable.Range(0, 50_000).Select(k => Ascii($"{k}")),
            "words" => Enumerable.Range(0, 20_000).Select(_ => Letters(random, 1 + random.Next(12), 6)),
            "binary" => Enumerable.Range(0, 20_000).Select(_ => Binary(random, random.Next(6))),
            "prefixes of each other" => Enumerable.Range(0, 2000).Select(k => Ascii(new string('a', k))),
            "long shared prefix" => Enumerable.Range(0, 300).Select(k => Ascii(new string('p', 5000) + k)),
            "equal lengths" =>
                Enumerable.Range(0, 5000).Select(k => Ascii(k.ToString("x8", CultureInfo.InvariantCulture))),
            "wide fan-out" => Enumerable.Range(0, 65_536).Select(k => new[] { (byte)(k >> 8), (byte)k }),
            "many prefixes" => Enumerable.Range(0, 40_000).Select(_ => Letters(random, 3 + random.Next(30), 2)),
            _ => Enumerable.Range(0, 60).Select(k => Ascii(new string((char)('a' + k / 30), 32_700) + k)),
        };
        return [.. terms.Distinct(ByteEquality.Instance).Order(ByteOrder.Instance)];
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Letters(Random random, int length, int alphabet) =>
        Ascii(string.Create(length, (random, alphabet), static (span, state) =>
        {
            foreach (ref var letter in span) letter = (char)('a' + state.random.Next(state.alphabet));
        }));

    private static byte[] Binary(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static (PostingsModel Model, TermsReader Reader) Build(byte[][] terms)
    {
        var model = new PostingsModel { MaxDoc = 300 };
        var field = model.AddField("f", IndexOptions.DocsAndFreqs);
        for (var k = 0; k < terms.Length; k++)
        {
            var freq = new Occurrence[k % 5 == 0 ? 2 : 1];
            field[terms[k]] = k % 7 == 0 ? [new(k % 150, freq), new(150 + k % 100, freq)] : [new(k % 300, freq)];
        }

        return (model, model.Open(model.Write()));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Cursor_AllTerms_InOrderWithTheirPostings(string shape)
    {
        var (model, reader) = Build(Terms(shape));
        using (reader) PostingsAssert.Equal(model.Fields[0].Field, model.Fields[0].Terms, reader.Field("f")!);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void SeekCeiling_AnyTarget_EqualsBinarySearch(string shape)
    {
        var terms = Terms(shape);
        var (model, reader) = Build(terms);
        using var _ = reader;
        var random = new Random(9);
        var cursor = reader.Field("f")!.Terms();
        var rounds = terms[^1].Length > 1000 ? 150 : 2000;
        for (var round = 0; round < rounds; round++)
        {
            var target = Target(random, terms);
            var at = Array.BinarySearch(terms, target, ByteOrder.Instance);
            Assert.Equal(at >= 0, reader.Field("f")!.TryFind(target, out var state));
            if (at < 0) at = ~at;
            Assert.Equal(at < terms.Length, cursor.SeekCeiling(target));
            if (at < terms.Length && terms[at].AsSpan().SequenceEqual(target)) Assert.Equal(state, cursor.State);
            for (var more = round % 20 == 0 ? 120 : 3; at < terms.Length && more > 0; more--)
            {
                Assert.True(terms[at].AsSpan().SequenceEqual(cursor.Term), "another term");
                Assert.Equal(model.Fields[0].Terms[terms[at]].Length, cursor.State.DocFreq);
                Assert.Equal(++at < terms.Length, cursor.Next());
            }
        }
    }

    // Terms, their neighbours, their prefixes and anything.
    private static byte[] Target(Random random, byte[][] terms)
    {
        var term = terms[random.Next(terms.Length)];
        switch (random.Next(5))
        {
            case 0: return term;
            case 1: return [.. term, (byte)random.Next(256)];
            case 2: return term[..random.Next(term.Length + 1)];
            case 3 when term.Length > 0:
                var changed = (byte[])term.Clone();
                changed[random.Next(changed.Length)] += (byte)(random.Next(2) == 0 ? 1 : 255);
                return changed;
            default: return Binary(random, random.Next(5));
        }
    }

    [Fact]
    public void Field_ManyFields_KeepApart()
    {
        var model = new PostingsModel { MaxDoc = 50 };
        for (var k = 0; k < 40; k++)
        {
            var terms = model.AddField($"field{k}", (IndexOptions)(1 + k % 4));
            for (var t = 0; t <= 3 * k; t++) terms[Ascii($"term{t}")] = [new(t % 50, [new(k, t, t + 1)])];
        }

        using var reader = model.Open(model.Write());
        foreach (var (field, terms) in model.Fields) PostingsAssert.Equal(field, terms, reader.Field(field.Name)!);
    }

    [Fact]
    public void Write_OutOfOrder_Throws()
    {
        var model = new PostingsModel { MaxDoc = 5 };
        model.AddField("a", IndexOptions.DocsFreqsAndPositions);
        model.AddField("b", IndexOptions.Docs);
        using var writer = new TermsWriter(model.Files(new Dateline.Index.Store.MemoryDirectory()), model.Infos);
        Assert.Throws<InvalidOperationException>(() => writer.StartTerm("x"u8));
        writer.StartField(model.Fields[0].Field, null);
        writer.StartTerm("m"u8);
        Assert.Throws<ArgumentException>(() => writer.StartDoc(5, 1));
        writer.StartDoc(3, 1);
        Assert.Throws<InvalidOperationException>(() => writer.FinishTerm());
        writer.AddPosition(8, 0, 0);
        Assert.Throws<InvalidOperationException>(() => writer.AddPosition(9, 0, 0));
        Assert.Throws<ArgumentException>(() => writer.StartDoc(3, 1));
        writer.FinishTerm();
        Assert.Throws<ArgumentException>(() => writer.StartTerm("m"u8));
        Assert.Throws<ArgumentException>(() => writer.StartTerm(new byte[PostingsFormat.MaxTermBytes + 1]));
        writer.FinishField();
        Assert.Throws<ArgumentException>(() => writer.StartField(model.Fields[0].Field, null));
    }
}

internal sealed class ByteEquality : IEqualityComparer<byte[]>
{
    public static readonly ByteEquality Instance = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
