using Dateline.Index.Codecs.Postings;
using Dateline.Index.Numerics;
using Dateline.Index.Store;
using Dateline.Index.Tests.Numerics;

namespace Dateline.Index.Tests.Codecs.Postings;

/// <summary>Blocks of whatever bytes: a value for each or a complaint, the same from every machine.</summary>
public sealed class PackedBlockTests
{
    [Fact]
    public void Read_AnyBytesCutAnywhere_GivesTheTwinsValuesOrIsCorrupt()
    {
        var random = new Random(8);
        int read = 0, refused = 0;
        for (var round = 0; round < 3000; round++)
        {
            var bytes = new byte[random.Next(700)];
            random.NextBytes(bytes);
            if (bytes.Length > 0 && round % 3 != 0) bytes[0] &= 0x3F; // more of them plausible
            AssertSame(DeltasSlowly(bytes), bytes, PackedBlock.ReadDeltas, ref read, ref refused);
            AssertSame(PatchedSlowly(bytes), bytes, PackedBlock.ReadPatched, ref read, ref refused);
        }

        Assert.True(read > 800 && refused > 800, $"{read} read, {refused} refused");
    }

    [Theory]
    [InlineData(33)]
    [InlineData(255)]
    public void ReadDeltas_WidthOverTheWidest_IsCorrupt(int width)
    {
        byte[] bytes = [(byte)width, .. new byte[16 * 300]];
        Assert.Throws<CorruptIndexException>(() => PackedBlock.ReadDeltas(Bytes.Input(bytes), new int[ForBlock.Size]));
    }

    private delegate void Reader(IndexInput input, Span<int> values);

    private static void AssertSame(int[]? expected, byte[] bytes, Reader reader, ref int read, ref int refused)
    {
        var values = new int[ForBlock.Size];
        if (expected is null)
        {
            refused++;
            Assert.Throws<CorruptIndexException>(() => reader(Bytes.Input(bytes), values));
            return;
        }

        read++;
        reader(Bytes.Input(bytes), values);
        Assert.Equal(expected, values);
    }

    /// <summary>Null where the bytes are no block.</summary>
    private static int[]? DeltasSlowly(byte[] bytes)
    {
        if (bytes.Length == 0 || bytes[0] > 32) return null;
        if (bytes[0] == 0) return [.. Enumerable.Repeat(1, 128)];
        return bytes.Length < 1 + 16 * bytes[0] ? null : ForBlockTests.DecodeSlowly(bytes[1..], bytes[0]);
    }

    private static int[]? PatchedSlowly(byte[] bytes)
    {
        if (bytes.Length == 0) return null;
        int width = bytes[0] & 31, exceptions = bytes[0] >> 5, at = 1 + 16 * width;
        int[] values;
        if (width > 0)
        {
            if (bytes.Length < at) return null;
            values = ForBlockTests.DecodeSlowly(bytes[1..], width);
        }
        else
        {
            var common = 0UL;
            for (var shift = 0; ; shift += 7)
            {
                if (at >= bytes.Length || shift > 56) return null;
                common |= (ulong)(bytes[at] & 0x7F) << shift;
                if (bytes[at++] < 0x80) break;
            }

            if (common > int.MaxValue) return null;
            values = [.. Enumerable.Repeat((int)common, 128)];
        }

        for (; exceptions > 0; exceptions--, at += 2)
        {
            if (at + 2 > bytes.Length || bytes[at] >= 128) return null;
            values[bytes[at]] |= bytes[at + 1] << width;
        }

        return values;
    }
}
