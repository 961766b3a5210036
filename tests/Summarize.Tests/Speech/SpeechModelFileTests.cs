using Dateline.Summarize.Speech;
using Xunit;

namespace Dateline.Summarize.Tests.Speech;

public class SpeechModelFileTests
{
    private static readonly SpeechModel Model =
        new([1, -2, 3, 4, 5, 6, 7, 8], [9, -10, 11, 12], [13, 14], [-15],
            new Dictionary<uint, byte> { [77] = 3, [5] = 7 });

    [Fact]
    public void Write_ThenRead_GivesTheSameModel()
    {
        var read = SpeechModelFile.Read(Bytes(), "memory");
        Assert.Equal(Model.LayoutWeights, read.LayoutWeights);
        Assert.Equal(Model.PositionWeights, read.PositionWeights);
        Assert.Equal(Model.DraftWeights, read.DraftWeights);
        Assert.Equal(Model.JoinWeights, read.JoinWeights);
        Assert.Equal(Model.Cues.OrderBy(pair => pair.Key), read.Cues.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void Read_AnyBitFlippedOrCut_SaysWhatIsWrong()
    {
        var good = Bytes();
        for (var at = 0; at < good.Length; at++)
        {
            var bad = (byte[])good.Clone();
            bad[at] ^= 0x41;
            Assert.Throws<InvalidDataException>(() => SpeechModelFile.Read(bad, "bad.model"));
            var error = Assert.Throws<InvalidDataException>(
                () => SpeechModelFile.Read(good.AsSpan(0, at), "cut.model"));
            Assert.Contains("cut.model", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_MissingFile_NamesTheCommandThatBuildsIt()
    {
        var error = Assert.Throws<FileNotFoundException>(() => SpeechModelFile.Read("no-such.model"));
        Assert.Contains("train-speech", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes()
    {
        var output = new MemoryStream();
        SpeechModelFile.Write(Model, output);
        return output.ToArray();
    }
}
