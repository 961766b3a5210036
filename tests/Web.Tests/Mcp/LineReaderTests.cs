using System.Text;
using Dateline.Web.Mcp;

namespace Dateline.Web.Tests.Mcp;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Lines_OfAnyLengthInAnyPieces_AreCutAtTheBound(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var longest = random.Next(1, 12);
            var text =
                new string([.. Enumerable.Range(0, random.Next(0, 200))
                    .Select(_ => random.Next(6) == 0 ? '\n' : (char)random.Next('a', 'e'))]);
            List<string> lines = [.. text.Split('\n')];
            if (lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
            Assert.Equal(
                lines.Select(line => (line[..Math.Min(line.Length, longest)], line.Length > longest)),
                await ReadAll(new LineReader(new Pieces(Encoding.ASCII.GetBytes(text), random, 9), longest)));
        }
    }

    [Fact]
    public async Task Line_OfManyMegabytes_TakesNoMoreMemoryThanTheBound()
    {
        const int longest = 1 << 20;
        var bytes = new byte[64 << 20];
        bytes.AsSpan().Fill((byte)'x');
        var before = GC.GetAllocatedBytesForCurrentThread();
        var line = await new LineReader(new MemoryStream(bytes), longest).ReadAsync(CancellationToken.None);
        Assert.Equal((longest, true), (line!.Value.Bytes.Length, line.Value.Cut));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public async Task Read_OfAStreamThatNeverAnswers_EndsWhenCancelled()
    {
        using var stop = new CancellationTokenSource();
        var reading = new LineReader(new Silent(), 10).ReadAsync(stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    private static async Task<List<(string, bool)>> ReadAll(LineReader reader)
    {
        List<(string, bool)> all = [];
        while (await reader.ReadAsync(CancellationToken.None) is { } line)
            all.Add((Encoding.ASCII.GetString(line.Bytes.Span), line.Cut));
        return all;
    }

    private sealed class Pieces(byte[] bytes, Random random, int most) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, random.Next(1, most))], cancellationToken);
    }

    // As a terminal is: cancelling does not wake a read.
    private sealed class Silent : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(new TaskCompletionSource<int>().Task);
    }
}
