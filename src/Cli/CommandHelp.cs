using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Dateline.Cli;

/// <summary>Adds examples and exit codes to the help of each command.</summary>
internal static class CommandHelp
{
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["index"] =
            """
            Examples:
              dateline index articles/
              dateline index --data syria pages/*.html export.jsonl
              dateline index crawl.warc.gz box.mbox feeds/ 'saved/**/*.html'
              dateline index stories.csv --map title=headline,body=story,published=day
              cat export.jsonl | dateline index -
              dateline index --watch incoming/

            Formats: text, HTML, Markdown, JSON, JSON lines, CSV, RSS, Atom, WARC, ARC, mail (.eml, mbox, .mht),
            Reuters SGML, PDF (with pdftotext); any of them in zip, tar and gz.
            """,
        ["ledger"] =
            """
            Examples:
              dateline ledger                                  (counts by outcome and reason)
              dateline ledger --outcome failed
              dateline ledger --undated --json | jq -r .origin
            """,
        ["remove"] =
            """
            Examples:
              dateline remove 3f2a9c01d4e5b687 'box.mbox!msg 3'
              dateline remove --vanished
            """,
        ["extract"] =
            """
            Examples:
              dateline extract page.html
              dateline extract articles/ | jq -r '[.published, .title] | @tsv'
            """,
        ["search"] =
            """
            Examples:
              dateline search peace talks place:syria/homs published:2012-06..2012-07
              dateline search '"civil war" (annan OR brahimi) -place:iraq' --json
              dateline search --limit 0 --jsonl source:cnn > hits.jsonl
              dateline search -- -place:iraq        (a query that begins with a minus)

            Query language:
              words are ANDed; OR and NOT in capitals, -word, "a phrase", prefix*, ( )
              place:syria/homs  actor:lavrov  actor:"Kofi Annan"  source:cnn  title:truce
              published:2012-07  event:2012-07-16  added:2024-01..   (a day, month, year or range)
              published~:2012-07   (also undated articles by their estimated date)
              place:(syria OR lebanon)  -actor:annan  place:none  is:undated  is:dated
              place:=syria/homs/deir-balbah   (= takes a value exactly)
              count:stories   (each story once, however many copies)   story:ID   (its copies)
            """,
        ["facets"] =
            """
            Examples:
              dateline facets 'peace talks' --dimension place
              dateline facets source:cnn --dimension actor --find lavr
              dateline facets --dimension place --below syria
            """,
        ["suggest"] =
            """
            Examples:
              dateline suggest lavr
              dateline suggest 'peace talks place:ho' --jsonl
            """,
        ["show"] =
            """
            Examples:
              dateline show 3f2a9c01d4e5b687
              dateline show 3f2a9c01d4e5b687 --json
            """,
        ["why"] =
            """
            Examples:
              dateline why actor:sergey-lavrov
              dateline why place:syria/homs 'shelling published:2012-07' --jsonl
            """,
        ["together"] =
            """
            Examples:
              dateline together 'peace talks'                       (its most frequent actors)
              dateline together --with actor:lavrov published:2012
              dateline together --with place:syria/homs --json
            """,
        ["curate"] =
            """
            Examples:
              dateline curate merge actor:lavrov actor:'Sergei Lavrov' --into actor:sergey-lavrov
              dateline curate split actor:bush --spelling 'George H. W. Bush' --name 'George H. W. Bush'
              dateline curate rename actor:fsa 'Free Syrian Army' --note 'full name'
              dateline curate retype actor:free-syrian-army armed-group
              dateline curate hide place:jordan --note 'a basketball player'
              dateline curate pin --spelling Tripoli --to lebanon/tripoli --article 3f2a9c01d4e5b687
              dateline curate list | jq -r '[.record.id, .state, .summary] | @tsv'
              dateline curate undo 3

            Every record is a line of curation.jsonl beside the index; nothing is indexed again.
            """,
        ["brief"] =
            """
            Examples:
              dateline brief 'peace talks in Moscow'
              dateline brief 'tremseh place:syria' --format json --output tremseh.json
              dateline brief 'peace talks in Moscow' --save --since 20120716-093000-peace-talks-in-moscow
            """,
        ["briefings"] =
            """
            Examples:
              dateline briefings
              dateline briefings show 20120716-093000-peace-talks --format html --output talks.html
              dateline briefings refresh 20120716-093000-peace-talks --save
              dateline briefings compare monday.json tuesday.json --format txt
            """,
        ["verify"] =
            """
            Examples:
              dateline verify tremseh.json
              dateline verify tremseh.json --archive-only    (source files are not looked at)
            """,
        ["check"] =
            """
            Examples:
              dateline check
              dateline check --data syria --json
              dateline check --repair               (keeps what is intact, says what is lost)
              dateline check /srv/lucene-index
            """,
        ["serve"] =
            """
            Examples:
              dateline serve --port 5080
            """,
        ["mcp"] =
            """
            Examples:
              dateline mcp --data ~/archive
              claude mcp add dateline -- dateline mcp --data ~/archive

            Standard input and output carry JSON-RPC messages, a line each, until the input ends. All tools only read:
            search, facets, suggest, article, why, together, brief, briefings, verify, archive, ledger.
            """,
    };

    /// <summary>Replaces the help action of the whole command line.</summary>
    public static void Install(Command root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            if (option.Action is SynchronousCommandLineAction standard)
                option.Action = new Action(standard);
        }
    }

    // A subcommand is in the examples of its command.
    private static string? ExamplesOf(CommandResult result) => result.Parent switch
    {
        CommandResult { Parent: null } => Examples.GetValueOrDefault(result.Command.Name),
        CommandResult parent => ExamplesOf(parent),
        _ => null,
    };

    /// <summary>Shows the help of a command.</summary>
    internal sealed class Action(SynchronousCommandLineAction standard) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = standard.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            if (ExamplesOf(parseResult.CommandResult) is { } examples)
            {
                output.WriteLine(examples);
                output.WriteLine();
            }

            output.WriteLine(ExitCode.Help);
            return code;
        }
    }
}
