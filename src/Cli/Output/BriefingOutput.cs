using System.CommandLine;
using System.Text;
using System.Text.Json;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;
using Dateline.Summarize.Saved;

namespace Dateline.Cli.Output;

/// <summary>Form of a printed briefing.</summary>
internal enum BriefingFormat
{
    /// <summary>Markdown.</summary>
    Md,

    /// <summary>A self-contained page.</summary>
    Html,

    /// <summary>The form that can be read back.</summary>
    Json,

    /// <summary>Plain text.</summary>
    Txt,
}

/// <summary>Reading and printing of briefings, alike for all commands.</summary>
internal static class BriefingOutput
{
    private const long LongestFile = 64L << 20;

    /// <summary>The option that chooses a form.</summary>
    public static Option<BriefingFormat> FormatOption() =>
        Options.Choice<BriefingFormat>("--format", "Markdown when left out; json is the form that verify reads.");

    /// <summary>The option that names a file.</summary>
    public static Option<string?> FileOption() => new("--output", "-o")
    {
        Description = "File to write; standard output when left out.",
        HelpName = "FILE",
    };

    /// <summary>Prints to a file or to standard output.</summary>
    public static void Print(CliIo io, Briefing briefing, BriefingFormat format, string? file)
    {
        var rendered = Render(briefing, format);
        if (file is null)
            io.Out.Write(rendered);
        else
            File.WriteAllText(file, rendered, new UTF8Encoding(false));
    }

    /// <summary>The saved briefings of the archive.</summary>
    public static BriefingStore Store(ParseResult parsed) =>
        new(DataOption.Of(parsed).BriefingsPath, TimeProvider.System);

    /// <summary>Saves a briefing and says under which name; gives what hindered it, so that it can still be
    /// printed.</summary>
    public static IOException? Save(ParseResult parsed, CliIo io, Briefing briefing)
    {
        try
        {
            io.Say($"saved as {Store(parsed).Save(briefing).Id}");
            return null;
        }
        catch (IOException failure)
        {
            return failure;
        }
    }

    /// <summary>A briefing by the id of a saved one, or from a file.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="UsageException">It is no briefing.</exception>
    public static Briefing Read(ParseResult parsed, string idOrFile)
    {
        try
        {
            if (Store(parsed).Open(idOrFile) is { } saved)
                return saved;
            var file = new FileInfo(idOrFile);
            if (!file.Exists)
                throw new FileNotFoundException($"there is no saved briefing and no file '{idOrFile}'; see: dateline "
                    + $"briefings");
            if (file.Length > LongestFile)
                throw new UsageException($"{idOrFile} is too large for a briefing.");
            return BriefingJson.Read(File.ReadAllText(idOrFile));
        }
        catch (JsonException error)
        {
            throw new UsageException($"{idOrFile} is no saved briefing: {error.Message}");
        }
    }

    private static string Render(Briefing briefing, BriefingFormat format) => format switch
    {
        BriefingFormat.Md => MarkdownRenderer.Render(briefing),
        BriefingFormat.Html => HtmlRenderer.RenderPage(briefing),
        BriefingFormat.Json => BriefingJson.Write(briefing),
        BriefingFormat.Txt => TextRenderer.Render(briefing),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };
}
