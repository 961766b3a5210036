using System.Text.Json;
using Dateline.Index.Analysis;
using Dateline.Index.Tests.Oracle;

namespace Dateline.Index.Tests.Analysis;

public sealed class AnalyzerOracleTests
{
    [SkippableTheory]
    [InlineData("english", 1)]
    [InlineData("standard", 2)]
    public void Analyze_SeededNastyLines_EqualsLucene(string analyzer, int seed) =>
        AssertSameTokens(analyzer, [.. NastyLines.Make(seed, 4000)]);

    [SkippableFact]
    public void Analyze_EveryCodePointInsideAWord_EqualsLucene()
    {
        var codePoints = Enumerable.Range(0x20, 0x30000).Where(c => c is < 0xD800 or >= 0xE000);
        AssertSameTokens("standard", [.. codePoints.Chunk(64)
            .Select(chunk => string.Concat(chunk.Select(c => $" a{char.ConvertFromUtf32(c)}b")))]);
    }

    [SkippableFact]
    public void Analyze_ReutersLines_EqualsLucene()
    {
        Skip.If(ReutersCorpus.Folder is null, ReutersCorpus.Reason);
        AssertSameTokens("english", [.. ReutersCorpus.Read(800).SelectMany(story => story.Body.Split('\n', '\r'))]);
    }

    private static void AssertSameTokens(string name, string[] lines)
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        Analyzer analyzer = name == "english" ? new EnglishAnalyzer() : new StandardAnalyzer();
        var expected = LuceneOracle.Tokens(name, string.Join('\n', lines) + "\n");
        Assert.Equal(lines.Length, expected.Length);
        for (var k = 0; k < lines.Length; k++)
        {
            using var json = JsonDocument.Parse(expected[k]);
            var tokens = json.RootElement.EnumerateArray().Select(t => $"{t[0]}|{t[1]}|{t[2]}|{t[3]}").ToList();
            Assert.True(
                tokens.SequenceEqual(TokenText.Of(analyzer, lines[k])),
                $"line {k}: {lines[k]}\nexpected: {expected[k]}");
        }
    }
}
