using System.Diagnostics;

namespace Dateline.Index.Tests.Oracle;

/// <summary>
/// Runs Apache Lucene 8 (Debian package <c>liblucene8-java</c>) through <c>Oracle.java</c>. Tests start with
/// <c>Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason)</c>.
/// </summary>
internal static class LuceneOracle
{
    private const int TimeoutMilliseconds = 180_000;

    private static readonly string[] Jars =
    [
        .. new[] { "core", "analyzers-common", "facet", "queryparser", "codecs", "queries" }
            .Select(part => $"/usr/share/java/lucene-{part}-8.7.0.jar"),
    ];

    private static readonly Lazy<string> Problem = new(FindProblem);
    private static readonly Lazy<string> Classes = new(Compile);

    public static bool IsAvailable => Reason.Length == 0;

    /// <summary>What is missing; empty when nothing is.</summary>
    public static string Reason => Problem.Value;

    /// <summary>CheckIndex with all slow checks. Throws with its report when the index is not clean.</summary>
    public static string Check(string folder) => Run("check", folder, "-verbose");

    /// <summary>
    /// The whole logical content, one JSON object a line (segments, fields, terms, postings, columns, stored).
    /// </summary>
    public static string[] Dump(string folder) => Lines(Run("dump", folder));

    /// <summary>
    /// As <see cref="Dump(string)"/>, without the columns, norms, points and stored fields of the documents before.
    /// </summary>
    public static string[] Dump(string folder, int fromDocId) => Lines(Run("dump", folder, "-from", $"{fromDocId}"));

    /// <summary>Runs a file of queries (JSON lines, see Oracle.java); one JSON object a line.</summary>
    public static string[] Query(string folder, string queriesFile, params string[] options) =>
        Lines(Run(["query", folder, queriesFile, .. options]));

    /// <summary>
    /// Indexes a JSONL file with Lucene (options as in Oracle.java, e.g. <c>-segdocs 700 -no-cfs</c>).
    /// </summary>
    public static string Build(string jsonlFile, string folder, params string[] options) =>
        Run(["build", jsonlFile, folder, .. options]);

    /// <summary>
    /// Opens the index with Lucene's writer, adds the documents of a JSONL file if given, and merges.
    /// </summary>
    public static string Merge(string folder, string? addJsonl = null) =>
        addJsonl is null ? Run("merge", folder) : Run("merge", folder, "-add", addJsonl);

    /// <summary>Token arrays, one line per line of <paramref name="text"/>.</summary>
    public static string[] Tokens(string analyzer, string text) => Lines(RunWithInput(text, ["tokens", analyzer]));

    /// <summary>Synthetic documents as JSONL.</summary>
    public static string Generate(int count, int seed) => Run("gen", $"{count}", $"{seed}");

    /// <summary>An index of a kind Dateline does not write, see Rare.java.</summary>
    public static void MakeRare(string kind, string folder) =>
        Start(
            "java",
            ["-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", ClassPath, "Rare", kind, folder],
            null);

    /// <summary>
    /// Any command of Oracle.java; returns standard output, throws with standard error on a non-zero exit.
    /// </summary>
    public static string Run(params string[] arguments) => RunWithInput(null, arguments);

    /// <summary>
    /// Starts a process that answers many commands (<c>serve</c>): its input and output; unlike the short runs it
    /// compiles fully.
    /// </summary>
    internal static Process StartServer()
    {
        var info = new ProcessStartInfo("java", ["-Xmx3g", "-XX:+UseSerialGC", "-cp", ClassPath, "Oracle", "serve"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        return Process.Start(info) ?? throw new InvalidOperationException("java did not start");
    }

    private static string ClassPath => $"{string.Join(':', Jars)}:{Classes.Value}";

    private static string RunWithInput(string? input, string[] arguments) =>
        // Many short runs: compiling little and collecting on one thread costs the least there.
        Start(
            "java",
            [
                "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", ClassPath, "Oracle",
                .. arguments,
            ],
            input);

    private static string FindProblem()
    {
        var missing = Jars.FirstOrDefault(jar => !File.Exists(jar));
        if (missing is not null)
            return $"Apache Lucene 8 is not installed ({missing}); apt-get install liblucene8-java";
        return FindProgram("java") && FindProgram("javac")
            ? "" : "no JDK on the path; apt-get install openjdk-17-jdk-headless";
    }

    private static bool FindProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, name)));

    private static string Compile()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-oracle-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var sources = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Oracle"), "*.java");
        Start("javac", ["-nowarn", "-cp", string.Join(':', Jars), "-d", folder, .. sources], null);
        return folder;
    }

    private static string Start(string program, string[] arguments, string? input)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = input is not null,
        };
        using var process = Process.Start(info) ?? throw new InvalidOperationException($"{program} did not start");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }

        if (!process.WaitForExit(TimeoutMilliseconds))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {arguments[^1]} took over {TimeoutMilliseconds} ms");
        }

        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result
            : throw new InvalidOperationException(
                $"{program} exited with {process.ExitCode}:\n{output.Result}\n{errors.Result}");
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
