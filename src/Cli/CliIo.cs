using System.Text;

namespace Dateline.Cli;

/// <summary>
/// Where data and talk go. Data only on <see cref="Out"/>; progress, warnings and errors on <see cref="Error"/>.
/// </summary>
internal sealed class CliIo : IDisposable
{
    /// <summary>Data.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Talk.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether <see cref="Out"/> takes colour.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether <see cref="Error"/> can redraw a progress line.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Standard input, for the path <c>-</c>.</summary>
    public Func<Stream>? OpenStandardInput { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// The process's own streams. <c>NO_COLOR</c> and <c>TERM=dumb</c> count as not being a terminal.
    /// </summary>
    public static CliIo OfProcess()
    {
        var plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new CliIo
        {
            Out = new StreamWriter(StandardOutput.Open(), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" },
            Error = Console.Error,
            OutIsTerminal = !plain && !Console.IsOutputRedirected,
            ErrorIsTerminal = !plain && !Console.IsErrorRedirected,
        };
    }

    /// <summary>A line of talk.</summary>
    public void Say(string line) => Error.WriteLine(line);

    /// <summary>Words of a file on one line and without what a terminal would take for a command.</summary>
    public static string OneLine(string text) =>
        new([.. text.Select(static unit => char.IsControl(unit) ? ' ' : unit)]);

    /// <summary>Writes out what is buffered; what went wrong with that was said when the command ended.</summary>
    public void Dispose()
    {
        try
        {
            Out.Flush();
        }
        catch (IOException)
        {
        }
    }
}
