using System.Diagnostics;

namespace Dateline.Search.Ingestion;

/// <summary>What a helper program gave.</summary>
/// <param name="Output">Its standard output.</param>
/// <param name="Problem">What went wrong, to follow the program's name in a sentence; null when nothing did.</param>
internal readonly record struct HelperResult(byte[] Output, string? Problem);

/// <summary>
/// Runs a program of the system over bytes, without a shell, in bounded time and with bounded output.
/// </summary>
internal static class HelperProgram
{
    private const int MostErrorUnits = 300;

    /// <summary>Its full path, by the folders of PATH; null when it is in none.</summary>
    public static string? Find(string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(static folder => Path.IsPathFullyQualified(folder))
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Gives it the bytes on standard input and takes its standard output.</summary>
    public static HelperResult Run(
        string program, IEnumerable<string> arguments, byte[] input, int maxOutputBytes, TimeSpan longest)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        }) ?? throw new IOException($"{program} did not start");
        var feeding = Task.Run(() => Feed(process.StandardInput.BaseStream, input));
        var errors = Task.Run(() => Errors(process.StandardError));
        var output = Task.Run(() => BoundedBytes.Read(process.StandardOutput.BaseStream, maxOutputBytes));
        var inTime = output.Wait(longest) && (output.Result is null || process.WaitForExit(longest));
        if (!inTime || output.Result is null)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        if (!inTime)
            return new HelperResult([], $"took over {longest.TotalSeconds:0} seconds and was stopped");
        Task.WaitAll(feeding, errors);
        if (output.Result is not { } bytes)
            return new HelperResult([], $"gave over {maxOutputBytes >> 20} MiB of text and was stopped");
        return process.ExitCode == 0
            ? new HelperResult(bytes, null)
            : new HelperResult(bytes,
                $"could not read it ({(errors.Result.Length > 0 ? errors.Result : $"code {process.ExitCode}")})");
    }

    private static void Feed(Stream stream, byte[] input)
    {
        try
        {
            using (stream)
                stream.Write(input);
        }
        catch (IOException)
        {
            // It stopped reading; its exit code and output tell what came of that.
        }
    }

    private static string Errors(StreamReader reader)
    {
        var text = new char[MostErrorUnits];
        var length = reader.ReadBlock(text);
        var rest = new char[4096];
        while (reader.Read(rest) > 0)
        {
        }

        return new string(text, 0, length).ReplaceLineEndings(" ").Trim();
    }
}
