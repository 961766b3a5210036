using System.Diagnostics;
using Dateline.Index.Indexing;
using Dateline.Index.Store;
using Dateline.Index.Tests.Indexing;

namespace Dateline.Index.Tests.Survival;

/// <summary>
/// A process of its own that writes an index and prints <c>ack STEP</c> for every acknowledged commit.
/// </summary>
internal sealed class WriterProcess : IDisposable
{
    public const string Command = "write";

    private const int LastStep = 1_000_000;
    private const int MaxSeconds = 120; // if whoever was to kill it is gone

    private readonly Process _process;
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<int> _acknowledged;

    private WriterProcess(Process process)
    {
        _process = process;
        _acknowledged = Task.Run(ReadAcknowledgements);
    }

    /// <summary>The body of the process.</summary>
    public static int Run(string folder, int seed)
    {
        using var output = Console.OpenStandardOutput();
        var started = Stopwatch.GetTimestamp();
        using var directory = new FileDirectory(folder);
        using var writer = IndexWriter.Open(directory, Documents.Options(bufferDocuments: 6, mergeFactor: 3));
        WriterScript.Write(writer, seed, LastStep, step =>
        {
            output.Write(System.Text.Encoding.ASCII.GetBytes($"ack {step}\n"));
            if (Stopwatch.GetElapsedTime(started).TotalSeconds > MaxSeconds) Environment.Exit(3);
        });
        return 0;
    }

    public static WriterProcess Start(string folder, int seed)
    {
        var assembly = typeof(WriterProcess).Assembly.Location;
        var info = new ProcessStartInfo("dotnet", [assembly, Command, folder, $"{seed}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["DOTNET_TieredPGO"] = "0"; // it never lives long enough for that
        return new WriterProcess(Process.Start(info) ?? throw new InvalidOperationException("dotnet did not start"));
    }

    /// <summary>
    /// Kills it (SIGKILL) after that time, counted from its start or its first commit, and returns the last
    /// acknowledged step, or -1 when there was none. An error of its own before that is an
    /// <see cref="InvalidOperationException"/>.
    /// </summary>
    public int Kill(TimeSpan after, bool fromFirstCommit)
    {
        var errors = _process.StandardError.ReadToEndAsync();
        if (fromFirstCommit) _first.Task.Wait(TimeSpan.FromSeconds(MaxSeconds));
        if (_process.WaitForExit(after))
            throw new InvalidOperationException(
                $"the writer ended by itself with {_process.ExitCode}:\n{errors.Result}");
        _process.Kill();
        _process.WaitForExit();
        return _acknowledged.Result;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private int ReadAcknowledgements()
    {
        var last = -1;
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            last = int.Parse(line.AsSpan("ack ".Length), provider: null);
            _first.TrySetResult();
        }

        _first.TrySetResult();
        return last;
    }
}
