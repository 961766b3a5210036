using Dateline.Index.Store;
using Dateline.Index.Tests.Checking;
using Dateline.Index.Tests.Oracle;
using Xunit.Abstractions;

namespace Dateline.Index.Tests.Survival;

/// <summary>
/// The short form of <see cref="DamageHarness"/>, over an index of ours and, where Lucene is, over compound ones of
/// its.
/// </summary>
public sealed class DamageTests(ITestOutputHelper output)
{
    /// <summary>Name and files of every index to damage.</summary>
    internal static IEnumerable<(string Name, MemoryDirectory Index)> Indexes()
    {
        yield return ("ours", IndexCheckerTests.Index(260, 200));
        if (!LuceneOracle.IsAvailable) yield break;
        yield return ("Lucene, compound", LuceneIndex());
        yield return ("Lucene, compound, best compression", LuceneIndex("-best"));
        yield return ("Lucene, plain files", LuceneIndex("-no-cfs"));
    }

    private static MemoryDirectory LuceneIndex(params string[] options)
    {
        using var folder = new TempFolder();
        var documents = Path.Combine(folder.Path, "documents.jsonl");
        var index = Path.Combine(folder.Path, "index");
        File.WriteAllText(documents, LuceneOracle.Generate(220, 2));
        LuceneOracle.Build(documents, index, ["-segdocs", "200", "-delete-every", "11", .. options]);
        var copy = new MemoryDirectory();
        foreach (var file in Directory.GetFiles(index)) copy.Write(Path.GetFileName(file), File.ReadAllBytes(file));
        return copy;
    }

    [Fact]
    public void Read_ChangedOrCutFiles_IsOrdinaryOrNamesTheFile() => Damage("ours", 12);

    [SkippableFact]
    public void Read_ChangedOrCutCompoundFiles_IsOrdinaryOrNamesTheFile()
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        Damage("Lucene, compound", 28);
    }

    private void Damage(string which, int rounds)
    {
        using var log = new StringWriter();
        try
        {
            using var index = Indexes().First(pair => pair.Name == which).Index;
            var summary = DamageHarness.Run(index, rounds, seed: 5, log);
            Assert.True(summary.Reported > summary.Tried / 2, $"{summary}: most damage should be found");
        }
        finally
        {
            output.WriteLine(log.ToString());
        }
    }
}
