using System.CommandLine;
using System.Globalization;
using Dateline.Search.Places.Own;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline gazetteer add | list | remove</c>.</summary>
internal static class GazetteerCommand
{
    public static Command Create(CliIo io) => new(
        "gazetteer", "Places of your own: GeoNames dumps or lists, used by what is indexed from then on.")
    {
        CreateAdd(io), CreateList(io), CreateRemove(io),
    };

    private static Command CreateAdd(CliIo io)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A GeoNames dump such as SY.txt, or lines of name, latitude, longitude, container "
                + "[, kind, inhabitants, other names parted by ;], with tabs or commas between.",
        };
        var name = new Option<string?>("--name") { Description = "What to call it; else the file's name." };
        var command = new Command("add", "Add a file of places to the archive's gazetteers.") { file, name };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => Tell(io, Own(parsed).Add(parsed.GetRequiredValue(file), parsed.GetValue(name), cancellationToken)),
            cancellationToken));
        return command;
    }

    private static Command CreateList(CliIo io)
    {
        var command = new Command("list", "List the gazetteers added: name, places, day.");
        command.SetAction(parsed =>
        {
            var all = Own(parsed).List();
            foreach (var own in all)
                io.Out.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{own.Name}  {own.Places} places  {own.Added:yyyy-MM-dd}"));
            return all.Count > 0 ? ExitCode.Ok : ExitCode.NoMatch;
        });
        return command;
    }

    private static Command CreateRemove(CliIo io)
    {
        var name = new Argument<string>("NAME") { Description = "Its name, as list prints it." };
        var command = new Command("remove", "Take a gazetteer away again.") { name };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetRequiredValue(name);
            if (Own(parsed).Remove(wanted))
                return ExitCode.Ok;
            io.Say($"dateline: no gazetteer is called '{wanted}'; see: dateline gazetteer list");
            return ExitCode.NoMatch;
        });
        return command;
    }

    private static OwnGazetteers Own(ParseResult parsed) => new(DataOption.Of(parsed).GazetteersPath);

    private static int Tell(CliIo io, PlaceFileReport report)
    {
        foreach (var line in report.BadLines)
            io.Say(line);
        if (report.BadLineCount > report.BadLines.Count)
            io.Say($"and {report.BadLineCount - report.BadLines.Count} more lines like these");
        io.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Name}: {report.Places} new places, {report.Spellings} new spellings of known ones, "
            + $"{report.LeftOut} rows of other kinds left out"));
        io.Say("Index again for articles there are already to be read with it.");
        return report.BadLineCount > 0 ? ExitCode.SomeFailed : ExitCode.Ok;
    }
}
