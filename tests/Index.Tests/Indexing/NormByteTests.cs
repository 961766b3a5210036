using Dateline.Index.Indexing;

namespace Dateline.Index.Tests.Indexing;

public sealed class NormByteTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(23, 23, 23)]
    [InlineData(24, 24, 24)]
    [InlineData(39, 39, 39)]
    [InlineData(41, 40, 40)]
    [InlineData(42, 41, 42)]
    [InlineData(55, 47, 54)]
    [InlineData(57, 48, 56)]
    [InlineData(100, 57, 96)]
    [InlineData(1000, 87, 984)]
    [InlineData(10_000, 113, 9240)]
    [InlineData(1_000_000, 167, 983_064)]
    [InlineData(int.MaxValue, 255, 2_013_265_944)]
    public void Encode_KnownLengths_GivesLucenesByteAndLength(int length, byte code, int decoded)
    {
        Assert.Equal(code, NormByte.Encode(length));
        Assert.Equal(decoded, NormByte.Decode(code));
    }

    [Fact]
    public void Decode_EveryByte_EncodesToItself()
    {
        for (var code = 0; code < 256; code++) Assert.Equal(code, NormByte.Encode(NormByte.Decode((byte)code)));
    }
}
