using Dateline.Cli;

namespace Dateline.Cli.Tests;

/// <summary>What a run of the command line gave.</summary>
internal sealed record CliResult(int Code, string Out, string Error);

/// <summary>A folder with some articles and an archive of them; made once, read by all tests of a class.</summary>
public sealed class CliFixture : IDisposable
{
    private static readonly (string Name, string Text)[] Inputs =
    [
        ("talks.txt",
            "Envoy meets minister for talks\n\nUpdated 8:47 PM EDT, Mon July 16, 2012\n\nMOSCOW (Norrland) - Kofi "
                + "Annan met Foreign Minister Sergei Lavrov in Moscow on Monday "
            + "for peace talks on Syria, his spokesman said.\n\nAnnan is to see the president on Tuesday, the "
            + "spokesman added, and will then travel on.\n"),
        ("shelling.txt",
            "Shelling of Homs goes on\n\nUpdated 9:12 AM EDT, Fri June 29, 2012\n\nBEIRUT (Norrland) - Troops "
                + "shelled the old city of Homs in Syria on Friday, activists said, "
            + "and at least 12 people were killed.\n\nThe account could not be independently confirmed, and state "
            + "media did not mention it at all.\n"),
        ("bread.txt",
            "Bread prices rise\n\nBakeries in the capital have raised the price of bread for the third time this "
                + "year, customers said. "
            + "Flour is scarce, and the queues in front of the shops begin before dawn on most days of the week.\n"),
    ];

    public CliFixture()
    {
        foreach (var (name, text) in Inputs)
            File.WriteAllText(PathOf(name), text);
        Directory.CreateDirectory(PathOf("in"));
        foreach (var (name, text) in Inputs)
            File.WriteAllText(PathOf("in", name), text);
        Indexed = RunAsync("index", PathOf("in")).GetAwaiter().GetResult();
    }

    internal CliResult Indexed { get; }

    public string Root { get; } = Directory.CreateTempSubdirectory("dateline-cli-").FullName;

    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    internal Task<CliResult> RunAsync(params string[] arguments) => RunInAsync(PathOf("data"), arguments);

    internal static Task<CliResult> RunInAsync(string data, params string[] arguments) =>
        RunInAsync(data, CancellationToken.None, arguments);

    internal static async Task<CliResult> RunInAsync(string data, CancellationToken stop, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var io = new CliIo { Out = output, Error = error };
        var code = await DatelineCommand.RunAsync([.. arguments, "--data", data], io, stop);
        return new CliResult(code, output.ToString(), error.ToString());
    }
}
