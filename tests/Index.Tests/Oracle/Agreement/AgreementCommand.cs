namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>
/// The long form of the agreement tests, <c>agree</c> with the options of <see cref="Usage"/>. Exit code 1 when
/// anything differs.
/// </summary>
internal static class AgreementCommand
{
    public const string Usage =
        "agree [--corpus random|reuters|generated] [--path FOLDER_OR_FILE] [--seed N] [--queries N] [--documents N] "
        + "[--rounds N]";

    public static int Run(string[] arguments)
    {
        if (!LuceneOracle.IsAvailable)
        {
            Console.Error.WriteLine(LuceneOracle.Reason);
            return 2;
        }

        var options = new Dictionary<string, string>();
        for (var k = 0; k + 1 < arguments.Length; k += 2) options[arguments[k]] = arguments[k + 1];
        int Number(string name, int otherwise) =>
            options.TryGetValue(name, out var text) ? int.Parse(text, null) : otherwise;
        var corpus = options.GetValueOrDefault("--corpus", "random");
        var seed = Number("--seed", 1);
        var differences = 0;
        for (var round = 0; round < Number("--rounds", 1); round++)
        {
            var most = Number("--documents", int.MaxValue);
            var stories = Stories(corpus, options.GetValueOrDefault("--path"), most, seed + round);
            Console.WriteLine($"{corpus}: {stories.Count} documents, seed {seed + round}");
            differences += Round(stories, seed + round, Number("--queries", 290));
        }

        return differences == 0 ? 0 : 1;
    }

    private static int Round(IReadOnlyList<Story> stories, int seed, int queries)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-agree-").FullName;
        using var run = new AgreementRun(stories, seed, queries, Console.Out);
        run.Run(folder, IndexKind.All);
        Console.WriteLine(run.Report);
        if (run.Report.Differences.Count == 0) Directory.Delete(folder, recursive: true);
        else Console.WriteLine($"kept: {folder}");
        return run.Report.Differences.Count;
    }

    private static IReadOnlyList<Story> Stories(string corpus, string? path, int count, int seed) => corpus switch
    {
        "random" => new RandomStories(seed).Make(Math.Min(count, 2000)),
        "reuters" => [.. ReutersCorpus.ReadAll(
            path ?? ReutersCorpus.Folder ?? throw new ArgumentException(ReutersCorpus.Reason)).Take(count)],
        "generated" => [.. Corpus.ReadLines(
            path ?? throw new ArgumentException("--path: the file that bench/peers/gen.py wrote")).Take(count)],
        _ => throw new ArgumentException($"No corpus \"{corpus}\". Usage: {Usage}"),
    };
}
