using System.Diagnostics;

namespace Dateline.Eval.Measuring;

/// <summary>Finds the public gold data, which is no part of the repository.</summary>
internal static class DataSets
{
    /// <summary>
    /// The folder that holds a set's folder: <c>DATELINE_DATA</c>, else <c>../shared/data</c> beside the checkout, its
    /// archive unpacked below the system's temporary folder. Null, with the reason, where there is none.
    /// </summary>
    public static string? Locate(string set, string start, out string reason)
    {
        reason = "";
        if (Environment.GetEnvironmentVariable("DATELINE_DATA") is { Length: > 0 } given)
        {
            reason = $"DATELINE_DATA is {given}, which has no folder {set}.";
            return Directory.Exists(Path.Combine(given, set)) ? given : null;
        }

        var checkout = new DirectoryInfo(start);
        while (checkout is not null && !File.Exists(Path.Combine(checkout.FullName, "Search.sln")))
            checkout = checkout.Parent;
        var data = checkout?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "data") : "";
        var unpack = Path.Combine(data, "unpack.sh");
        if (!File.Exists(unpack))
        {
            reason = "There is no DATELINE_DATA and no ../shared/data with the public gold data.";
            return null;
        }

        var folder = Path.Combine(Path.GetTempPath(), "dateline-data");
        reason = $"{unpack} could not unpack {set}.";
        return Directory.Exists(Path.Combine(folder, set)) || Unpack(unpack, set, folder) ? folder : null;
    }

    private static bool Unpack(string script, string set, string folder)
    {
        using var process =
            Process.Start(new ProcessStartInfo("bash", [script, set, folder]) { RedirectStandardOutput = true });
        process?.StandardOutput.ReadToEnd();
        process?.WaitForExit();
        return process?.ExitCode == 0;
    }
}
