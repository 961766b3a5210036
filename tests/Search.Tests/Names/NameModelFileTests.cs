using Dateline.Search.Names;

namespace Dateline.Search.Tests.Names;

public sealed class NameModelFileTests
{
    [Fact]
    public void Model_WrittenAndRead_IsTheSame()
    {
        var model = RandomModels.Create(1, 64);
        var read = NameModelFile.Read(Bytes(model), "test");
        Assert.Equal(model.Weights, read.Weights);
        Assert.Equal(model.Transitions, read.Transitions);
        Assert.Equal(model.Lexicon.Words.Keys, read.Lexicon.Words.Keys);
        Assert.Equal(model.Lexicon.Lists.Values, read.Lexicon.Lists.Values);
        Assert.Equal(Bytes(model), Bytes(read));
    }

    [Fact]
    public void Read_OfAnyFlippedBit_SaysTheFileIsUnusable()
    {
        var bytes = Bytes(RandomModels.Create(2, 16));
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            var damaged = bytes.ToArray();
            damaged[round < 24 ? round : random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            var error = Assert.Throws<InvalidDataException>(() => NameModelFile.Read(damaged, "some.model"));
            Assert.Contains("some.model", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_OfAFileCutAnywhere_SaysTheFileIsUnusable()
    {
        var bytes = Bytes(RandomModels.Create(4, 16));
        for (var length = 0; length < bytes.Length; length += 7)
            Assert.Throws<InvalidDataException>(() => NameModelFile.Read(bytes.AsSpan(0, length), "cut"));
    }

    [Fact]
    public void Read_OfAnotherVersion_NamesBothAndTheRemedy()
    {
        var bytes = Bytes(RandomModels.Create(5, 16));
        bytes[4] = 99;
        var error = Assert.Throws<InvalidDataException>(() => NameModelFile.Read(bytes, "old"));
        Assert.Contains("version 99", error.Message, StringComparison.Ordinal);
        Assert.Contains("train-names", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OfAMissingFile_NamesItAndTheRemedy()
    {
        var error = Assert.Throws<FileNotFoundException>(() => NameTagger.Load("no-such.model"));
        Assert.Contains("no-such.model", error.Message, StringComparison.Ordinal);
        Assert.Contains("train-names", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(NameModel model)
    {
        using var stream = new MemoryStream();
        NameModelFile.Write(model, stream);
        return stream.ToArray();
    }
}
