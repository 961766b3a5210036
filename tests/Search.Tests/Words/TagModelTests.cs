using Dateline.Search.Names;
using Dateline.Search.Words;

namespace Dateline.Search.Tests.Words;

public sealed class TagModelTests
{
    [Fact]
    public void Score_OfRows_IsTheirSumLaneByLane()
    {
        var model = Random(1, 64);
        var random = new Random(2);
        for (var round = 0; round < 50; round++)
        {
            var rows = new int[TagFeatures.Count];
            for (var i = 0; i < rows.Length; i++)
                rows[i] = random.Next(model.Rows);
            var scores = new short[TagModel.Lanes];
            model.Score(rows, scores);
            for (var lane = 0; lane < TagModel.Lanes; lane++)
                Assert.Equal(rows.Sum(row => model.Weights[(row * TagModel.Lanes) + lane]), scores[lane]);
            Assert.Equal(Array.IndexOf(scores, scores.Max()), TagModel.Best(scores));
        }
    }

    [Fact]
    public void Model_WrittenAndRead_IsTheSame()
    {
        var model = Random(3, 32);
        var read = TagModelFile.Read(Bytes(model), "test");
        Assert.Equal(model.Weights, read.Weights);
        Assert.Equal(model.Sure.Keys, read.Sure.Keys);
        Assert.Equal(model.Sure.Values, read.Sure.Values);
    }

    [Fact]
    public void Read_OfAnyFlippedBit_SaysTheFileIsUnusable()
    {
        var bytes = Bytes(Random(4, 16));
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var damaged = bytes.ToArray();
            damaged[round < 20 ? round : random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            var error = Assert.Throws<InvalidDataException>(() => TagModelFile.Read(damaged, "some.model"));
            Assert.Contains("some.model", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_OfAFileCutAnywhere_SaysTheFileIsUnusable()
    {
        var bytes = Bytes(Random(6, 16));
        for (var length = 0; length < bytes.Length; length += 5)
            Assert.Throws<InvalidDataException>(() => TagModelFile.Read(bytes.AsSpan(0, length), "cut"));
    }

    [Fact]
    public void Read_OfATableWithAnImpossibleTag_NamesItsSlot()
    {
        var model = new TagModel(new sbyte[16 * TagModel.Lanes], new HashTable32([0, 9, 0, 0], [0, 33, 0, 0]));
        var error = Assert.Throws<InvalidDataException>(() => TagModelFile.Read(Bytes(model), "odd"));
        Assert.Contains("slot 1", error.Message, StringComparison.Ordinal);
    }

    private static TagModel Random(int seed, int rows)
    {
        var random = new Random(seed);
        var weights = new sbyte[rows * TagModel.Lanes];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (sbyte)random.Next(-127, 128);
        var sure = Enumerable.Range(0, 30).ToDictionary(
            _ => (uint)random.NextInt64(1, uint.MaxValue), _ => (uint)random.Next(1, TagModel.Lanes + 1));
        return new TagModel(weights, HashTable32.From(sure));
    }

    private static byte[] Bytes(TagModel model)
    {
        using var stream = new MemoryStream();
        TagModelFile.Write(model, stream);
        return stream.ToArray();
    }
}
