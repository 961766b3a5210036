using System.Text.RegularExpressions;
using Dateline.Index.Analysis;
using Dateline.Index.Highlighting;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Highlighting;

/// <summary>
/// Marks of queries that stand for many terms, read from postings, against analyzing the text again and testing each
/// token.
/// </summary>
public sealed class TermPatternTests : IDisposable
{
    private static readonly EnglishAnalyzer Analyzer = new();
    private readonly string[] _texts;
    private readonly IndexReader _reader;
    private readonly IndexSearcher _searcher;

    public TermPatternTests()
    {
        var random = new Random(29);
        string Word() => string.Concat(Enumerable.Range(0, random.Next(2, 7)).Select(_ => "abc\u00E9"[random.Next(4)]));
        _texts = [.. Enumerable.Range(0, 40).Select(_ => string.Join(
            ' ', Enumerable.Range(0, random.Next(1, 60)).Select(k => k % 9 == 8 ? "the." : Word())))];
        var directory = new MemoryDirectory();
        using (var writer = IndexWriter.Open(
            directory, new IndexWriterOptions { Analyzer = Analyzer, BufferDocuments = 13, MergeFactor = 1000 }))
        {
            foreach (var text in _texts)
            {
                var document = new IndexDocument();
                document.Add(IndexField.Text("body", text));
                writer.Add(document);
            }

            writer.Commit();
        }

        _reader = IndexReader.Open(directory);
        _searcher = new IndexSearcher(_reader);
        Assert.True(_reader.Segments.Count > 1);
    }

    public void Dispose() => _reader.Dispose();

    [Fact]
    public void Find_RandomPatterns_EqualsAnalyzingTheTextAgain()
    {
        var random = new Random(31);
        var marked = 0;
        var tokens = _texts.Select(Tokens).ToList();
        for (var round = 0; round < 80; round++)
        {
            var (query, accepts) = Pattern(random, round % 5);
            var matches = new QueryMatches(_searcher, BooleanQuery.Any(query, new TermQuery("other", "a")));
            for (var docId = 0; docId < _texts.Length; docId++)
            {
                var expected = tokens[docId].Where(token => accepts(token.Term))
                    .Select(token => new MatchSpan(token.Start, token.End, 0)).Order(BySpan).ToList();
                Assert.Equal(expected, matches.Find(docId, "body"));
                marked += expected.Count;
            }
        }

        Assert.True(marked > 3000);
    }

    private static Comparer<MatchSpan> BySpan { get; } =
        Comparer<MatchSpan>.Create(static (x, y) => (x.Start, x.End).CompareTo((y.Start, y.End)));

    private static (Query Query, Func<string, bool> Accepts) Pattern(Random random, int kind)
    {
        string Letters(int most, string from = "abc\u00E9") =>
            string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => from[random.Next(from.Length)]));
        switch (kind)
        {
            case 0:
                var prefix = Letters(4);
                return (new PrefixQuery("body", prefix), term => term.StartsWith(prefix, StringComparison.Ordinal));
            case 1:
                var wildcard = Letters(6, "abc?*");
                var asRegex = $"^{wildcard.Replace("*", ".*", StringComparison.Ordinal).Replace('?', '.')}$";
                return (new WildcardQuery("body", wildcard), term => Regex.IsMatch(term, asRegex));
            case 2:
                var regex = $"{Letters(3)}({Letters(3)}|[a-b]+).?";
                return (new RegexQuery("body", regex), term => Regex.IsMatch(term, $"^({regex})$"));
            case 3:
                var (low, high) = (Letters(3), Letters(3));
                return (new TermRangeQuery("body", low, high, IncludeUpper: false), term =>
                    string.CompareOrdinal(term, low) >= 0 && string.CompareOrdinal(term, high) < 0);
            default:
                var word = Letters(7);
                var near = new NearbyTexts(word, 0, 2);
                return (new FuzzyQuery("body", word, MaxExpansions: 1000), term =>
                    near.Distance(NearbyTexts.Characters(term)) is var edits && edits <= 2
                    && (edits == 0 || edits < Math.Min(word.Length, term.Length)));
        }
    }

    private static List<(string Term, int Start, int End)> Tokens(string text)
    {
        var sink = new TokenList();
        Analyzer.Analyze(text, sink);
        return sink.Tokens;
    }

    private sealed class TokenList : ITokenSink
    {
        public List<(string Term, int Start, int End)> Tokens { get; } = [];

        public void Add(ReadOnlySpan<char> term, int startOffset, int endOffset, int positionIncrement) =>
            Tokens.Add((term.ToString(), startOffset, endOffset));

        public void End(int finalOffset, int trailingPositionIncrement)
        {
        }
    }
}
