using System.Globalization;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Ingestion;
using Spectre.Console;

namespace Dateline.Cli.Output;

/// <summary>
/// Shows a run on standard error: a live line with rate and remaining time on a terminal, and one line for each input
/// that failed or has no text.
/// </summary>
internal sealed class IngestDisplay : IProgress<IngestProgress>
{
    private const int MostProblems = 50;
    private const int InputsPerUpdate = 16;

    private readonly CliIo _io;
    private readonly InputReader _reader;
    private readonly StatusContext? _status;
    private readonly long _started;
    private readonly long _bytesBefore;
    private readonly Task<long>? _total;
    private int _problems;

    private IngestDisplay(CliIo io, InputReader reader, IReadOnlyList<string> paths, StatusContext? status)
    {
        (_io, _reader, _status) = (io, reader, status);
        _started = io.Time.GetTimestamp();
        _bytesBefore = reader.BytesRead;
        // What standard input will hold nobody knows.
        if (status is not null && !paths.Contains(InputResult.StandardInput))
            _total = Task.Run(() => reader.Files(paths).Sum(static file => file.Exists ? file.Length : 0));
    }

    public static IngestReport Run(
        CliIo io, InputReader reader, IReadOnlyList<string> paths, Func<IProgress<IngestProgress>, IngestReport> work)
    {
        if (!io.ErrorIsTerminal)
            return work(new IngestDisplay(io, reader, paths, null));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(io.Error) });
        return console.Status().Start("Reading", status => work(new IngestDisplay(io, reader, paths, status)));
    }

    public void Report(IngestProgress value)
    {
        if (value.Problem is { } problem)
            ReportProblem(problem);
        if (_status is null || value.Report.Inputs % InputsPerUpdate != 1)
            return;
        var elapsed = _io.Time.GetElapsedTime(_started);
        var rate = value.Report.Inputs / Math.Max(0.001, elapsed.TotalSeconds);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{value.Report.Inputs:N0} inputs, {rate:0}/s{Remaining(elapsed)}  ");
        _status.Status(text + Markup.Escape(value.Origin));
    }

    /// <summary>How far it is by bytes read, and how long the rest takes at the rate so far.</summary>
    internal static string Remaining(long bytesRead, long bytesTotal, TimeSpan elapsed)
    {
        if (bytesRead <= 0 || bytesTotal <= 0)
            return "";
        var share = Math.Min(1.0, (double)bytesRead / bytesTotal);
        var left = TimeSpan.FromSeconds(elapsed.TotalSeconds * (1 - share) / share);
        var format = left.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss";
        return string.Create(CultureInfo.InvariantCulture,
            $", {share:P0}, {left.ToString(format, CultureInfo.InvariantCulture)} left");
    }

    private string Remaining(TimeSpan elapsed) => _total is { IsCompletedSuccessfully: true }
        ? Remaining(_reader.BytesRead - _bytesBefore, _total.Result, elapsed) : "";

    private void ReportProblem(LedgerEntry problem)
    {
        if (++_problems <= MostProblems)
            _io.Say($"{problem.Origin}: {problem.Reason}: {problem.Message}");
        else if (_problems == MostProblems + 1)
            _io.Say("… more like these are in the ledger");
    }
}
