using Dateline.Index.Numerics;

namespace Dateline.Index.Tests.Numerics;

public sealed class ForBlockTests
{
    public static TheoryData<int> Widths => [.. Enumerable.Range(1, ForBlock.MaxWidth)];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Decode_AnyBytes_EqualsSlowTwin(int width)
    {
        var random = new Random(width);
        var packed = new byte[ForBlock.ByteCount(width)];
        var values = new int[ForBlock.Size];
        for (var round = 0; round < 20; round++)
        {
            random.NextBytes(packed);
            ForBlock.Decode(packed, width, values);
            Assert.Equal(DecodeSlowly(packed, width), values);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Encode_AnyValues_DecodesToTheirLowBits(int width)
    {
        var random = new Random(100 + width);
        var values = new int[ForBlock.Size];
        for (var k = 0; k < values.Length; k++) values[k] = (int)random.NextInt64(1L << 32);
        var packed = new byte[ForBlock.ByteCount(width)];
        ForBlock.Encode(values, width, packed);
        var mask = (int)((1L << width) - 1);
        Assert.Equal(values.Select(value => value & mask), DecodeSlowly(packed, width));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    public void Spread_VectorAndScalar_Agree(int lane)
    {
        var random = new Random(lane);
        var rows = new ulong[2 * lane];
        int[] plain = new int[ForBlock.Size], vector = new int[ForBlock.Size];
        for (var round = 0; round < 50; round++)
        {
            foreach (ref var row in rows.AsSpan()) row = (ulong)random.NextInt64() << 1 | (uint)random.Next(2);
            ForBlockLanes.SpreadScalar(rows, lane, plain);
            ForBlockLanes.SpreadVector(rows, lane, vector);
            Assert.Equal(plain, vector);
            var back = new ulong[rows.Length];
            ForBlockLanes.Gather(plain, lane, back);
            Assert.Equal(rows, back);
        }
    }

    [Theory]
    [InlineData(0, 512)]
    [InlineData(33, 600)]
    [InlineData(4, 63)]
    public void Decode_WrongSizes_Throws(int width, int bytes) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => ForBlock.Decode(new byte[bytes], width, new int[ForBlock.Size]));

    // LUCENE87 section 11.1 word for word: one lane at a time, the rest fields as one string of bits.
    internal static int[] DecodeSlowly(byte[] packed, int width)
    {
        int lane = width <= 8 ? 8 : width <= 16 ? 16 : 32, rows = 2 * lane, words = 2 * width, full = lane / width;
        var values = new int[128];
        for (var v = 0; v < 128; v++)
        {
            int row = v % rows, laneNumber = v / rows;
            long value = 0;
            for (var bit = 0; bit < width; bit++)
            {
                int word, bitInLane; // bit 0 of a lane is its most significant
                if (row < full * words)
                {
                    word = row % words;
                    bitInLane = row / words * width + bit;
                }
                else
                {
                    int rest = lane % width, at = (row - full * words) * width + bit;
                    word = at / rest;
                    bitInLane = full * width + at % rest;
                }

                var bitOfWord = 63 - laneNumber * lane - bitInLane;
                value = value << 1 | (long)(packed[8 * word + bitOfWord / 8] >> (bitOfWord % 8) & 1);
            }

            values[v] = (int)value;
        }

        return values;
    }
}
