using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Dateline.Search.Archive.Json;
using Dateline.Search.Curation;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline curate</c>.</summary>
internal sealed class CurateCommand
{
    private readonly Option<string?> _note = new("--note")
    {
        Description = "Why; kept with the record.",
        HelpName = "TEXT",
        Recursive = true,
    };

    private readonly CliIo _io;

    private CurateCommand(CliIo io) => _io = io;

    public static Command Create(CliIo io)
    {
        var curate = new CurateCommand(io);
        return new Command(
            "curate", "Repair places and actors: a log beside the index, applied when searching, reversible.")
        {
            curate._note, curate.Merge(), curate.Split(), curate.Rename(), curate.Retype(),
            curate.Hide("hide", "Show a value nowhere; a place with everything inside it.", CurationOperation.Hide),
            curate.Hide("unhide", "Show hidden values again.", CurationOperation.Unhide),
            curate.Pin(), curate.Undo(), curate.List(),
        };
    }

    private Command Merge()
    {
        var values = Values("The values that are one with --into, such as actor:lavrov.", ArgumentArity.OneOrMore);
        var into = new Option<string>("--into")
        {
            Description = "The value that stays.",
            HelpName = "VALUE",
            Required = true,
        };
        return Writing(
            new Command("merge", "Make several values one; articles with several of them count once.") { values, into },
            parsed => new CurationDraft
            {
                Operation = CurationOperation.Merge,
                Values = parsed.GetValue(values)!,
                Into = parsed.GetValue(into),
            });
    }

    private Command Split()
    {
        var value = Value("The actor that is really two, such as actor:bush.");
        var spellings = Many("--spelling", "Mentions so spelled are of the other actor.", "TEXT");
        var articles = Many("--article", "Only those in this article.", "ID");
        var into = new Option<string?>("--into")
        {
            Description = "Id of the other actor, new or there already.",
            HelpName = "ID",
        };
        var name = new Option<string?>("--name")
        {
            Description = "Name of the other actor, if it is new.",
            HelpName = "NAME",
        };
        var kind = new Option<string?>("--type") { Description = "Its type, if it is new.", HelpName = "TYPE" };
        return Writing(
            new Command(
                "split", "Give some mentions of an actor to another.") { value, spellings, articles, into, name, kind },
            parsed => new CurationDraft
            {
                Operation = CurationOperation.Split,
                Values = [parsed.GetValue(value)!],
                Into = parsed.GetValue(into),
                Name = parsed.GetValue(name),
                Kind = parsed.GetValue(kind),
                Spellings = parsed.GetValue(spellings)!,
                Articles = parsed.GetValue(articles)!,
            });
    }

    private Command Rename()
    {
        var value = Value("The value, such as actor:sergey-lavrov or place:syria/hims.");
        var name = new Argument<string>("NAME") { Description = "What to call it." };
        return Writing(new Command("rename", "Call a value otherwise; its id stays.") { value, name }, parsed =>
            new CurationDraft
            {
                Operation = CurationOperation.Rename,
                Values = [parsed.GetValue(value)!],
                Name = parsed.GetValue(name),
            });
    }

    private Command Retype()
    {
        var value = Value("The actor.");
        var kind = new Argument<string>("TYPE") { Description = $"One of {ActorKinds.All}." };
        return Writing(new Command("retype", "Give an actor another type.") { value, kind }, parsed => new CurationDraft
        {
            Operation = CurationOperation.Retype,
            Values = [parsed.GetValue(value)!],
            Kind = parsed.GetValue(kind),
        });
    }

    private Command Hide(string name, string description, CurationOperation operation)
    {
        var values = Values("The values.", ArgumentArity.OneOrMore);
        return Writing(new Command(name, description) { values }, parsed => new CurationDraft
        {
            Operation = operation,
            Values = parsed.GetValue(values)!,
        });
    }

    private Command Pin()
    {
        var from = Values("Places the mentions are of now; any when left out.", ArgumentArity.ZeroOrMore);
        var spellings = Many("--spelling", "The toponym.", "TEXT");
        var articles = Many("--article", "Only in this article.", "ID");
        var to = new Option<string>("--to") { Description = "The place meant.", HelpName = "PLACE", Required = true };
        return Writing(
            new Command(
                "pin", "Say which place a toponym means, in one article or in all.") { from, spellings, articles, to },
            parsed => new CurationDraft
            {
                Operation = CurationOperation.Pin,
                Dimension = Dateline.Search.Archive.FacetDimension.Place,
                Values = parsed.GetValue(from)!,
                Into = parsed.GetValue(to),
                Spellings = parsed.GetValue(spellings)!,
                Articles = parsed.GetValue(articles)!,
            });
    }

    private Command Undo()
    {
        var id = new Argument<long>("NUMBER")
        {
            Description = "The record to undo, which may be an undo.",
            CustomParser = static result =>
            {
                var text = result.Tokens[0].Value;
                if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    result.AddError($"'{text}' is no number of a record; see: dateline curate list");
                return number;
            },
        };
        return Writing(new Command("undo", "Take a record back, by a new one.") { id }, parsed => new CurationDraft
        {
            Operation = CurationOperation.Undo,
            Undoes = parsed.GetValue(id),
        });
    }

    private Command List()
    {
        var command = new Command("list", "Print the log as JSON lines, each record with what it does now.");
        command.SetAction(parsed =>
        {
            using var archive = DataOption.OpenArchive(parsed);
            var list = archive.Desk!.List();
            foreach (var item in list.Items)
                Print(item);
            foreach (var problem in list.Problems)
                _io.Say($"note: {DataOption.Of(parsed).CurationPath}, line {problem.Line}: {problem.Message}");
            if (list.Items.Count == 0)
                _io.Say("no records; see: dateline curate --help");
            return list.Items.Count == 0 ? ExitCode.NoMatch : ExitCode.Ok;
        });
        return command;
    }

    private Command Writing(Command command, Func<ParseResult, CurationDraft> draft)
    {
        command.SetAction(parsed =>
        {
            using var archive = DataOption.OpenArchive(parsed);
            var outcome = archive.Desk!.Apply(draft(parsed) with { Note = parsed.GetValue(_note) });
            if (outcome.Item is not { } item)
                throw new UsageException(outcome.Problem!);
            Print(item);
            var articles = item.Articles > 0 ? $": {item.Articles:N0} articles" : "";
            _io.Say($"{item.Summary}{articles}. Undo: dateline curate undo {item.Record.Id}");
            return ExitCode.Ok;
        });
        return command;
    }

    private void Print(CurationItem item) =>
        _io.Out.WriteLine(JsonSerializer.Serialize(item, ArchiveJson.Compact.CurationItem));

    private static Argument<string> Value(string description) => new("VALUE") { Description = description };

    private static Argument<string[]> Values(string description, ArgumentArity arity) =>
        new("VALUE") { Description = description, Arity = arity };

    private static Option<string[]> Many(string name, string description, string helpName) =>
        new(name)
        {
            Description = description + " May be repeated.",
            HelpName = helpName,
            DefaultValueFactory = static _ => [],
        };
}
