using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Numerics;

public sealed class DirectMonotonicTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(16)]
    public void Get_AnyShape_ReturnsWhatWasAdded(int shift)
    {
        var random = new Random(shift);
        foreach (var count in new[] { 0, 1, 2, 3, 1023, 1024, 1025, 70_000 })
        {
            foreach (var step in new Func<int, long>[]
            {
                _ => 0, _ => 1, _ => 3, _ => random.Next(2), _ => random.Next(1000), _ => random.NextInt64(1L << 40),
                k => k % 500 == 0 ? 1L << 35 : 0, k => k == 1 ? 1L << 61 : 0,
            })
            {
                var values = new long[count];
                var value = random.Next(3) == 0 ? 0 : random.NextInt64(1L << 50) - (1L << 49);
                for (var k = 0; k < count; k++) values[k] = value += k == 0 ? 0 : step(k);
                AssertRoundTrip(values, shift);
            }
        }
    }

    [Fact]
    public void Expected_ProductNeedsMoreThanFloat_IsRoundedToFloatFirst()
    {
        var differs = 0;
        foreach (var slope in new[] { 0.1f, 1f / 3, 123456.78f, 0.99999994f, 16777217f, 3e9f })
        {
            for (var k = 0; k < 65536; k++)
            {
                var exact = (double)slope * k; // 24 + 16 bits: exact in a double
                Assert.Equal((long)Math.Truncate((double)(float)exact), DirectMonotonic.Expected(slope, k));
                if ((long)exact != DirectMonotonic.Expected(slope, k)) differs++;
            }
        }

        Assert.True(differs > 1000, "the rounding makes no difference: the test proves nothing");
    }

    [Fact]
    public void Read_ForeignBlock_FollowsTheFormula()
    {
        // min -5, slope 2.5, residues 0..9 in 4 bits
        var meta = new BufferOutput();
        meta.WriteInt64(-5);
        meta.WriteInt32(BitConverter.SingleToInt32Bits(2.5f));
        meta.WriteInt64(0);
        meta.WriteByte(4);
        var data = new BufferOutput();
        DirectPackedWriter.Write(data, (ReadOnlySpan<int>)[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4);
        var values = DirectMonotonic.Read(Bytes.Input(meta), Bytes.Input(data), 0, 10, 16);
        for (var k = 0; k < 10; k++) Assert.Equal(-5 + (int)(2.5 * k) + k, values.Get(k));
    }

    [Theory]
    [InlineData(float.NaN, 0)]
    [InlineData(float.PositiveInfinity, long.MaxValue)]
    [InlineData(-1.5f, -1)]
    public void Expected_StrangeSlope_DoesNotThrow(float slope, long expected) =>
        Assert.Equal(expected, DirectMonotonic.Expected(slope, 1));

    [Fact]
    public void Add_SmallerValue_Throws()
    {
        var writer = new DirectMonotonicWriter(new BufferOutput(), new BufferOutput(), 4);
        writer.Add(5);
        Assert.Throws<ArgumentException>(() => writer.Add(4));
    }

    [Fact]
    public void Read_CountTheMetaCannotHold_IsCorrupt()
    {
        var bytes = Bytes.Input(new byte[100]);
        Assert.Throws<CorruptIndexException>(() => DirectMonotonic.Read(bytes, bytes, 0, long.MaxValue, 16));
        Assert.Throws<CorruptIndexException>(() => DirectMonotonic.Read(bytes, bytes, 0, 1000, 0));
        Assert.Throws<CorruptIndexException>(() => DirectMonotonic.Read(bytes, bytes, 101, 1, 16));
        Assert.Throws<CorruptIndexException>(() => DirectMonotonic.Read(bytes, bytes, 0, -1, 16));
    }

    private static void AssertRoundTrip(long[] values, int shift)
    {
        var (meta, data) = (new BufferOutput(), new BufferOutput());
        data.WriteInt64(-1);
        DirectMonotonicWriter.Write(meta, data, shift, values);
        Assert.Equal(DirectMonotonic.MetaLength(values.Length, shift), meta.Position);
        var read = DirectMonotonic.Read(Bytes.Input(meta), Bytes.Input(data), 8, values.Length, shift);
        for (var k = 0; k < values.Length; k++)
            if (values[k] != read.Get(k))
                Assert.Fail($"value {k} of {values.Length}: {read.Get(k)}, expected {values[k]}");
        Assert.Throws<CorruptIndexException>(() => read.Get(values.Length));
    }
}
