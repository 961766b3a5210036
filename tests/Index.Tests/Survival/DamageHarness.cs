using System.Diagnostics;
using Dateline.Index.Checking;
using Dateline.Index.Codecs;
using Dateline.Index.Store;
using Dateline.Index.Tests.Checking;

namespace Dateline.Index.Tests.Survival;

/// <summary>What became of damaged files.</summary>
internal sealed record DamageSummary(int Tried, int Reported, int Read)
{
    public static DamageSummary operator +(DamageSummary a, DamageSummary b) =>
        new(a.Tried + b.Tried, a.Reported + b.Reported, a.Read + b.Read);
}

/// <summary>
/// Changes bytes of index files and cuts them, with the checksum left wrong or made right again, and reads everything.
/// That must end in an ordinary read or in an error that names the file: no other exception, no endless loop, no huge
/// allocation.
/// </summary>
internal static class DamageHarness
{
    private const long MostBytes = 400L << 20;
    private const int MostSeconds = 20;

    public static DamageSummary Run(MemoryDirectory good, int roundsPerFile, int seed, TextWriter log)
    {
        var sum = new DamageSummary(0, 0, 0);
        foreach (var name in good.ListFiles().Where(name => name != "write.lock"))
        {
            var random = new Random(unchecked(seed * 31 + name.Sum(static unit => unit)));
            var ofFile = new DamageSummary(0, 0, 0);
            for (var round = 0; round < roundsPerFile; round++) ofFile += Try(good, name, random, round);
            log.WriteLine($"{name}: {ofFile}");
            sum += ofFile;
        }

        return sum;
    }

    private static DamageSummary Try(MemoryDirectory good, string name, Random random, int round)
    {
        var bytes = good.Read(name).ToArray();
        var what = (round % 4) switch
        {
            0 => Cut(ref bytes, random),
            1 => CutContent(ref bytes, random),
            _ => Change(bytes, random),
        };
        using var bad = good.Copy();
        if (round % 4 is 1 or 2 && bytes.Length > CodecHeader.FooterLength)
            DamagedFile.WriteWithChecksum(bad, name, bytes);
        else bad.Write(name, bytes);
        return Read(bad, $"{name} {what}, round {round}");
    }

    private static string Cut(ref byte[] bytes, Random random)
    {
        bytes = bytes[..random.Next(bytes.Length)];
        return $"cut to {bytes.Length}";
    }

    // The footer stays, what is before it ends early.
    private static string CutContent(ref byte[] bytes, Random random)
    {
        var keep = random.Next(Math.Max(1, bytes.Length - CodecHeader.FooterLength));
        bytes = [.. bytes[..keep], .. bytes[^CodecHeader.FooterLength..]];
        return $"content cut to {keep}";
    }

    private static string Change(byte[] bytes, Random random)
    {
        var text = "";
        for (var changes = 1 + random.Next(3); changes > 0; changes--)
        {
            var at = random.Next(bytes.Length);
            bytes[at] = random.Next(3) switch
            {
                0 => 0xFF,
                1 => (byte)(bytes[at] ^ 1 << random.Next(8)),
                _ => (byte)random.Next(256),
            };
            text += $" [{at}]={bytes[at]:x2}";
        }

        return "changed" + text;
    }

    private static DamageSummary Read(MemoryDirectory bad, string what)
    {
        var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        var error = Record.Exception(() => ReadEverything.Of(bad));
        var (allocated, time) = (GC.GetAllocatedBytesForCurrentThread() - before, Stopwatch.GetElapsedTime(started));
        if (allocated > MostBytes) throw new InvalidOperationException($"{what}: {allocated >> 20} MB were allocated");
        if (time.TotalSeconds > MostSeconds)
            throw new InvalidOperationException($"{what}: took {time.TotalSeconds:0} s");
        if (!IsFair(error)) throw new InvalidOperationException($"{what}: {error}");
        CheckChecker(bad, what, error is not null);
        return new DamageSummary(1, error is null ? 0 : 1, error is null ? 1 : 0);
    }

    // Damage that looks like another feature, or like the name of another file, is told as such.
    private static bool IsFair(Exception? error) => error switch
    {
        null or NotSupportedException => true,
        CorruptIndexException corrupt => corrupt.File.Length > 0,
        FileNotFoundException missing => missing.FileName is { Length: > 0 },
        _ => false,
    };

    private static void CheckChecker(MemoryDirectory bad, string what, bool failed)
    {
        IndexCheckReport report;
        try
        {
            report = IndexChecker.Check(bad);
        }
        catch (NotSupportedException)
        {
            return;
        }

        var unfair = report.Problems.FirstOrDefault(
            problem => problem.What.StartsWith("reading it failed", StringComparison.Ordinal));
        if (unfair is not null) throw new InvalidOperationException($"{what}: check: {unfair}");
        if (failed && report.IsClean && report.Segments.All(segment => segment.Unsupported is null))
            throw new InvalidOperationException($"{what}: reading fails, the check finds nothing");
    }
}
