using System.Text;
using Dateline.Index.Codecs.Terms;
using Dateline.Index.Numerics;
using Dateline.Index.Store;
using Dateline.Index.Tests.Numerics;

namespace Dateline.Index.Tests.Codecs.Terms;

public sealed class SuffixCompressionTests
{
    private static byte[] Text(int length) =>
        Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("border crossing ", length / 16 + 1))[..length]);

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(1000)]
    public void Expand_Lz4_GivesTheBytesAndMovesBehind(int length)
    {
        using var output = new BufferOutput();
        Lz4.Compress(Text(length), output);
        output.WriteByte(77);
        byte[] buffer = [];
        var input = Bytes.Input(output.Written);
        SuffixCompression.Expand(input, SuffixCompression.Lz4Block, length, ref buffer);
        Assert.Equal(Text(length), buffer[..length]);
        Assert.Equal(77, input.ReadByte());
    }

    // Packed by hand after LUCENE87 section 12.4: six low bits each, every fourth value spread over the top bits of
    // three.
    [Theory]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(64)]
    [InlineData(333)]
    public void Expand_SixBit_GivesTheBytes(int length)
    {
        var random = new Random(length);
        var bytes = new byte[length];
        foreach (ref var b in bytes.AsSpan())
            b = (byte)(random.Next(2) == 0 ? random.Next(0x1F, 0x3F) : random.Next(0x5F, 0x7F));
        bytes[5] = 0xE9;
        var six = bytes.Select(b => ((b + 1) & 0x1F) | ((b + 1) & 0x40) >> 1).ToArray();
        int saved = length >> 2, kept = length - saved;
        var packed = six[..kept];
        for (var k = 0; k < saved; k++)
            for (var part = 0; part < 3; part++)
                packed[part * saved + k] |= (six[kept + k] >> (4 - 2 * part) & 3) << 6;
        byte[] buffer = [];
        var input = Bytes.Input([.. packed.Select(value => (byte)value), 1, 5, 0xE9]);
        SuffixCompression.Expand(input, SuffixCompression.SixBit, length, ref buffer);
        Assert.Equal(bytes, buffer[..length]);
        Assert.Equal(0, input.Remaining);
    }

    [Theory]
    [InlineData(3, 10)]
    [InlineData(SuffixCompression.SixBit, 4000)]
    [InlineData(SuffixCompression.Lz4Block, 4000)]
    [InlineData(SuffixCompression.Lz4Block, int.MaxValue)]
    public void Expand_Nonsense_IsDiagnosed(int code, int length)
    {
        byte[] buffer = [];
        var input = Bytes.Input([0x10, 1, 2, 3, 4, 5, 6, 7]);
        Assert.Throws<CorruptIndexException>(() => SuffixCompression.Expand(input, code, length, ref buffer));
    }
}
