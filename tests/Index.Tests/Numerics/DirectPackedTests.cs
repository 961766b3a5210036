using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Numerics;

public sealed class DirectPackedTests
{
    public static TheoryData<int> Widths => [1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Get_EveryWidth_EqualsBitStringTwin(int bits)
    {
        var random = new Random(bits);
        foreach (var count in new[] { 0, 1, 2, 3, 7, 8, 9, 64, 1001 })
        {
            var values = Enumerable.Range(0, count).Select(_ => random.NextInt64() << 1 ^ random.Next())
                .Select(v => bits == 64 ? v : v & ((1L << bits) - 1)).ToArray();
            if (count > 2) (values[0], values[1]) = (0, bits == 64 ? -1 : (1L << bits) - 1);
            var output = new BufferOutput();
            output.WriteByte(0x5A);
            DirectPackedWriter.Write(output, values, bits);
            Assert.Equal(SlowPack(values, bits), output.Written[1..].ToArray());
            var packed = new DirectPacked(Bytes.Input(output), 1, count, bits);
            for (var k = 0; k < count; k++) Assert.Equal(values[k], packed.Get(k));
            Assert.Throws<CorruptIndexException>(() => packed.Get(count));
            Assert.Throws<CorruptIndexException>(() => packed.Get(-1));
        }
    }

    [Theory]
    [InlineData(0, 10, 3)]
    [InlineData(0, 1_000_000, 8)]
    [InlineData(90, 5, 8)]
    [InlineData(-1, 5, 8)]
    [InlineData(0, -1, 8)]
    [InlineData(0, long.MaxValue, 64)]
    [InlineData(0, 1, 65)]
    [InlineData(long.MaxValue, 1, 8)]
    public void Constructor_PlaceOutsideTheFile_IsCorrupt(long offset, long count, int bits) =>
        Assert.Throws<CorruptIndexException>(() => new DirectPacked(Bytes.Input(new byte[96]), offset, count, bits));

    [Theory]
    [InlineData(0UL, 1)]
    [InlineData(1UL, 1)]
    [InlineData(4UL, 4)]
    [InlineData(255UL, 8)]
    [InlineData(256UL, 12)]
    [InlineData((1UL << 32) - 1, 32)]
    [InlineData(1UL << 32, 40)]
    [InlineData(1UL << 56, 64)]
    [InlineData(ulong.MaxValue, 64)]
    public void WidthFor_Maximum_IsNextLegalWidth(ulong max, int expected) =>
        Assert.Equal(expected, DirectPackedWriter.WidthFor(max));

    [Fact]
    public void Add_AnyWidth_EqualsBitStringTwin()
    {
        var random = new Random(2);
        for (var bits = 1; bits <= 64; bits++)
        {
            var values = Enumerable.Range(0, 77).Select(_ => random.NextInt64() << 1 ^ random.Next())
                .Select(v => bits == 64 ? v : v & ((1L << bits) - 1)).ToArray();
            var output = new BufferOutput();
            var packer = new MsbPacker(output, bits);
            foreach (var value in values) packer.Add((ulong)value);
            packer.Finish();
            Assert.Equal(SlowPack(values, bits)[..^3], output.Written.ToArray());
        }
    }

    private static byte[] SlowPack(long[] values, int bits)
    {
        var text = string.Concat(values.Select(v => Convert.ToString(v, 2).PadLeft(64, '0')[(64 - bits)..]));
        text = text.PadRight((text.Length + 7) / 8 * 8, '0');
        return [.. Enumerable.Range(0, text.Length / 8).Select(k => Convert.ToByte(text.Substring(8 * k, 8), 2)), 0, 0,
            0];
    }
}
