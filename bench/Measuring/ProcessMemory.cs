using System.Globalization;

namespace Dateline.Bench.Measuring;

/// <summary>Memory of this process as Linux reports it, in MiB.</summary>
/// <param name="PeakMb">Highest resident size, mapped file pages included.</param>
/// <param name="AnonymousMb">Resident now without file pages.</param>
internal readonly record struct ProcessMemory(long PeakMb, long AnonymousMb)
{
    public static ProcessMemory Read()
    {
        var lines = File.ReadAllLines("/proc/self/status");
        return new ProcessMemory(Kilobytes(lines, "VmHWM:") / 1024, Kilobytes(lines, "RssAnon:") / 1024);
    }

    private static long Kilobytes(string[] lines, string name)
    {
        var line = Array.Find(lines, line => line.StartsWith(name, StringComparison.Ordinal)) ?? $"{name} 0 kB";
        return long.Parse(line[name.Length..^2].Trim(), CultureInfo.InvariantCulture);
    }
}
