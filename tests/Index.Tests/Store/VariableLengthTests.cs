using Dateline.Index.Store;

namespace Dateline.Index.Tests.Store;

public sealed class VariableLengthTests
{
    [Fact]
    public void ReadLong_WhatWasWritten_IsReadBack()
    {
        var random = new Random(4);
        for (var round = 0; round < 2000; round++)
        {
            var value = random.NextInt64() >> random.Next(64);
            var bytes = Bytes(value);
            Assert.Equal(bytes.Length, VariableLength.ReadLong([.. bytes, 0xFF], out var read));
            Assert.Equal(value, read);
        }
    }

    [Fact]
    public void ReadLong_CutOrEndless_IsRefused()
    {
        Assert.Equal(0, VariableLength.ReadLong([], out _));
        Assert.Equal(0, VariableLength.ReadLong(Bytes(long.MaxValue).AsSpan()[..^1], out _));
        Assert.Equal(0, VariableLength.ReadLong(Enumerable.Repeat((byte)0x80, 20).ToArray(), out _));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, -1)]
    [InlineData(2, 1)]
    [InlineData(-1, int.MinValue)]
    [InlineData(-2, int.MaxValue)]
    public void FromZigzag_Number_HasItsSign(int zigzag, int expected)
    {
        Assert.Equal(expected, VariableLength.FromZigzag(zigzag));
        Assert.Equal(expected, VariableLength.FromZigzag((long)(uint)zigzag));
    }

    // The slow twin: the lowest seven bits, then the rest.
    private static byte[] Bytes(long value) => (ulong)value < 0x80
        ? [(byte)value] : [(byte)(value & 0x7F | 0x80), .. Bytes((long)((ulong)value >> 7))];
}
