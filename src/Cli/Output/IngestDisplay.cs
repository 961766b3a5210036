using System.Globalization;
using Dateline.Search.Archive.Ingest;
using Spectre.Console;

namespace Dateline.Cli.Output;

/// <summary>
/// Shows a run on standard error: a live line on a terminal, and one line for each input that failed or has no text.
/// </summary>
internal sealed class IngestDisplay : IProgress<IngestProgress>
{
    private const int MostProblems = 50;

    private readonly CliIo _io;
    private readonly StatusContext? _status;
    private readonly long _started;
    private int _problems;

    private IngestDisplay(CliIo io, StatusContext? status)
    {
        _io = io;
        _status = status;
        _started = io.Time.GetTimestamp();
    }

    public static IngestReport Run(CliIo io, Func<IProgress<IngestProgress>, IngestReport> work)
    {
        if (!io.ErrorIsTerminal)
            return work(new IngestDisplay(io, null));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(io.Error) });
        return console.Status().Start("Reading", status => work(new IngestDisplay(io, status)));
    }

    public void Report(IngestProgress value)
    {
        if (value.Problem is { } problem)
            ReportProblem(problem);
        if (_status is null || value.Report.Inputs % 16 != 1)
            return;
        var rate = value.Report.Inputs / Math.Max(0.001, _io.Time.GetElapsedTime(_started).TotalSeconds);
        var origin = Markup.Escape(value.Origin);
        _status.Status(string.Create(
            CultureInfo.InvariantCulture, $"{value.Report.Inputs:N0} inputs, {rate:0}/s  {origin}"));
    }

    private void ReportProblem(LedgerEntry problem)
    {
        if (++_problems <= MostProblems)
            _io.Say($"{problem.Origin}: {problem.Reason}: {problem.Message}");
        else if (_problems == MostProblems + 1)
            _io.Say("… more like these are in the ledger");
    }
}
