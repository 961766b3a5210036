using System.Text;
using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Numerics;

public sealed class Lz4Tests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(300)]
    [InlineData(70_000)]
    [InlineData(300_000)]
    public void Compress_TextNoiseAndRuns_RoundTrips(int length)
    {
        foreach (var kind in new[] { 0, 1, 2, 3 })
        {
            var raw = Sample(kind, length, seed: 17 + kind);
            var compressed = Compressed(raw, 0);
            Assert.Equal(raw, SlowDecode(compressed, raw.Length, []));
            Assert.Equal(raw, Decoded(compressed, raw.Length, []));
        }
    }

    [Fact]
    public void Compress_WithDictionary_RoundTripsAndUsesIt()
    {
        var random = new Random(4);
        for (var round = 0; round < 200; round++)
        {
            var dictionary = Sample(1, random.Next(0, 5000), round);
            var raw = Sample(round % 4, random.Next(0, 4000), round);
            byte[] window = [.. dictionary, .. raw];
            var compressed = Compressed(window, dictionary.Length);
            Assert.Equal(raw, SlowDecode(compressed, raw.Length, dictionary));
            Assert.Equal(raw, Decoded(compressed, raw.Length, dictionary));
        }

        var text = Sample(1, 3000, 9);
        Assert.True(Compressed([.. text, .. text], text.Length).Length < 50);
    }

    [Fact]
    public void Compress_EnglishText_Shrinks()
    {
        var raw = Sample(1, 60_000, 3);
        Assert.True(Compressed(raw, 0).Length < raw.Length * 6 / 10);
        Assert.Equal(Compressed(raw, 0), Compressed(raw, 0));
    }

    [Fact]
    public void Decompress_OverlappingMatch_RepeatsPattern()
    {
        // two literals "ab", then a match of 4 + 15 + 5 bytes at distance 2
        byte[] compressed = [0x2F, (byte)'a', (byte)'b', 2, 0, 5];
        var expected = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("ab", 13)));
        Assert.Equal(expected, Decoded(compressed, 26, []));
    }

    [Fact]
    public void Decompress_DamagedBytes_IsCorruptOrDecodesLikeSlowTwin()
    {
        var random = new Random(31);
        var raw = Sample(1, 2000, 8);
        var compressed = Compressed(raw, 0);
        for (var round = 0; round < 4000; round++)
        {
            var damaged = (byte[])compressed.Clone();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            if (round % 3 == 0) damaged = damaged[..random.Next(damaged.Length)];
            byte[]? expected = null;
            try
            {
                expected = SlowDecode(damaged, raw.Length, []);
            }
            catch (InvalidDataException)
            {
                Assert.Throws<CorruptIndexException>(() => Decoded(damaged, raw.Length, []));
            }

            if (expected != null) Assert.Equal(expected, Decoded(damaged, raw.Length, []));
        }
    }

    [Fact]
    public void Decompress_LengthThatNeverEnds_IsCorrupt()
    {
        var endless = new byte[100_000];
        endless.AsSpan().Fill(255);
        Assert.Throws<CorruptIndexException>(() => Decoded(endless, 1000, []));
    }

    private static byte[] Compressed(byte[] window, int dictionaryLength)
    {
        var output = new BufferOutput();
        Lz4.Compress(window, dictionaryLength, output);
        return output.Written.ToArray();
    }

    private static byte[] Decoded(byte[] compressed, int length, byte[] dictionary)
    {
        byte[] guard = [.. dictionary, .. new byte[length], 0xA5, 0xA5];
        var input = Bytes.Input([.. compressed, .. new byte[32]]).Slice(0, compressed.Length);
        Lz4.Decompress(input, length, guard, dictionary.Length);
        Assert.Equal(0xA5A5, guard[^1] << 8 | guard[^2]);
        return guard[dictionary.Length..^2];
    }

    private static byte[] SlowDecode(byte[] bytes, int length, byte[] dictionary)
    {
        var output = new List<byte>(dictionary);
        var end = dictionary.Length + length;
        var at = 0;
        while (true)
        {
            int token = Next();
            for (var n = More(token >> 4); n > 0; n--) Put(Next());
            if (output.Count == end) return [.. output.Skip(dictionary.Length)];
            var distance = Next() | Next() << 8;
            if (distance == 0 || distance > output.Count) throw new InvalidDataException();
            for (var n = More(token & 15) + 4; n > 0; n--) Put(output[^distance]);
            if (output.Count == end) return [.. output.Skip(dictionary.Length)];
        }

        byte Next() => at < bytes.Length ? bytes[at++] : throw new InvalidDataException();

        int More(int n)
        {
            if (n < 15) return n;
            int b;
            do n += b = Next();
            while (b == 255);
            return n;
        }

        void Put(byte b)
        {
            if (output.Count == end) throw new InvalidDataException();
            output.Add(b);
        }
    }

    /// <summary>Kind 0: noise; 1: words; 2: one byte; 3: a mix of runs.</summary>
    private static byte[] Sample(int kind, int length, int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[length];
        if (kind == 0) random.NextBytes(bytes);
        if (kind == 2) bytes.AsSpan().Fill(7);
        if (kind == 3)
            for (var k = 0; k < length; k++)
                bytes[k] = (byte)(random.Next(20) == 0 || k == 0 ? random.Next(256) : bytes[k - 1]);
        if (kind != 1) return bytes;
        var words = Enumerable.Range(0, 400).Select(_ => new string([.. Enumerable.Range(0, random.Next(2, 9))
            .Select(_ => (char)('a' + random.Next(26)))])).ToArray();
        var text = new StringBuilder();
        while (text.Length < length) text.Append(words[(int)(400 * Math.Pow(random.NextDouble(), 3))]).Append(' ');
        return Encoding.ASCII.GetBytes(text.ToString(0, length));
    }
}
