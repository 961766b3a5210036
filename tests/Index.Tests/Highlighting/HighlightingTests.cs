using Dateline.Index.Analysis;
using Dateline.Index.Highlighting;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Highlighting;

public sealed class HighlightingTests
{
    private const string Text =
        "The peace talks failed on Monday. Observers said the talks \u2014 \u201Cpeace talks\u201D, officials"
        + " insisted \u2014 would go on.\n\nNo one spoke of peace. The envoy's talking continued in Moscow.";

    [Fact]
    public void Find_Term_MarksEveryInflection() => Assert.Equal(
        ["talks", "talks", "talks", "talking"], Marked(new TermQuery("body", "talk")));

    [Fact]
    public void Find_Phrase_OnlyWhereItStands() => Assert.Equal(
        ["peace talks", "peace talks"], Marked(new PhraseQuery("body", "peac", "talk")));

    [Fact]
    public void Find_PhraseWithGap_SpansTheGap() => Assert.Equal(
        ["talks failed on Monday"],
        Marked(new PhraseQuery(
            "body", [new PhraseTerm("talk", 0), new PhraseTerm("fail", 1), new PhraseTerm("mondai", 3)])));

    [Fact]
    public void Find_Prefix_MarksWholeWords() => Assert.Equal(
        ["Observers", "officials", "one"], Marked(new PrefixQuery("body", "o")));

    [Fact]
    public void Find_ExcludedClauseOrOtherField_IsNotMarked() => Assert.Equal(["Moscow"], Marked(new BooleanQuery(
    [
        new BooleanClause(new BoostQuery(new TermQuery("body", "moscow"), 2), Occur.Filter),
        new BooleanClause(new TermQuery("body", "envoy"), Occur.MustNot),
        new BooleanClause(new TermQuery("title", "talk"), Occur.Should),
    ])));

    [Fact]
    public void Find_FieldWithoutOffsets_Refuses()
    {
        using var folder = new TempFolder();
        var document = new IndexDocument();
        document.Add(IndexField.TextWithoutOffsets("body", Text));
        using var writer = IndexWriter.Open(
            new FileDirectory(folder.Path), new IndexWriterOptions { Analyzer = new EnglishAnalyzer() });
        writer.Add(document);
        using var reader = writer.OpenReader();
        var searcher = new IndexSearcher(reader);
        Assert.Equal(1, searcher.Count(new PhraseQuery("body", "peac", "talk")));
        Assert.Throws<InvalidOperationException>(
            () => MatchFinder.Find(searcher, new TermQuery("body", "peac"), 0, "body"));
    }

    [Fact]
    public void Passages_SeveralSentences_AreWholeAndTheRichestComeFirst()
    {
        using var index = new OneDocument(Text);
        var query = BooleanQuery.Any(new TermQuery("body", "peac"), new TermQuery("body", "talk"),
            new TermQuery("body", "monday"),
            new TermQuery("body", "mondai"));
        var one = new PassageHighlighter(index.Searcher, new PassageOptions { MaxPassages = 1 })
            .Passages(query, 0, "body", Text);
        Assert.Equal("The peace talks failed on Monday.", Text[one.Single().Start..one.Single().End]);
        Assert.Equal(["peace", "talks", "Monday"], one.Single().Matches.Select(match => Text[match.Start..match.End]));

        var all = new PassageHighlighter(index.Searcher, new PassageOptions { MaxPassages = 9 })
            .Passages(query, 0, "body", Text);
        Assert.Equal(4, all.Count);
        Assert.Equal("No one spoke of peace.", Text[all[2].Start..all[2].End]);
    }

    [Fact]
    public void Passages_SentenceWithoutEnd_IsCutBetweenWords()
    {
        var text = string.Join(' ', Enumerable.Range(0, 400).Select(k => k % 97 == 50 ? "needle" : $"word{k}"));
        using var index = new OneDocument(text);
        var passages = new PassageHighlighter(index.Searcher, new PassageOptions { MaxLength = 80, MaxPassages = 10 })
            .Passages(new TermQuery("body", "needl"), 0, "body", text);
        Assert.Equal(4, passages.Count);
        Assert.All(passages, passage =>
        {
            Assert.InRange(passage.End - passage.Start, 20, 80);
            Assert.True(passage.Start == 0 || text[passage.Start - 1] == ' ');
            Assert.True(passage.End == text.Length || text[passage.End] == ' ');
            Assert.Equal("needle", text[passage.Matches.Single().Start..passage.Matches.Single().End]);
        });
    }

    [Fact]
    public void Passages_NothingMatches_AreNone()
    {
        using var index = new OneDocument(Text);
        Assert.Empty(new PassageHighlighter(index.Searcher).Passages(new TermQuery("body", "absent"), 0, "body", Text));
    }

    [Fact]
    public void Passages_OtherText_IsRefused()
    {
        using var index = new OneDocument(Text);
        Assert.Throws<ArgumentException>(
            () => new PassageHighlighter(index.Searcher).Passages(new TermQuery("body", "moscow"), 0, "body", "short"));
    }

    [Fact]
    public void Find_LongTextFullOfMatches_StopsAtTheBound()
    {
        var text = string.Concat(Enumerable.Repeat("needle ", MatchFinder.MaxMatches + 500));
        using var index = new OneDocument(text);
        Assert.Equal(
            MatchFinder.MaxMatches, MatchFinder.Find(index.Searcher, new TermQuery("body", "needl"), 0, "body").Count);
        var passages = new PassageHighlighter(index.Searcher).Passages(new TermQuery("body", "needl"), 0, "body", text);
        Assert.Equal(new PassageOptions().MaxPassages, passages.Count);
        Assert.All(passages.SelectMany(passage => passage.Matches), match =>
            Assert.Equal("needle", text[match.Start..match.End]));
    }

    [Theory]
    [InlineData(1, 50)] // terms of one document are found by it
    [InlineData(2, 0)]
    public void Find_PrefixOfMoreCommonTermsThanTheBound_MarksTheBound(int documents, int beyond)
    {
        var words = Enumerable.Range(0, MatchFinder.MaxTerms + 50).Select(k => $"x{k:D6}");
        using var index = new OneDocument([.. Enumerable.Repeat(string.Join(' ', words), documents)]);
        var found = MatchFinder.Find(index.Searcher, new PrefixQuery("body", "x"), 0, "body");
        Assert.Equal(MatchFinder.MaxTerms + beyond, found.Count);
    }

    private static IEnumerable<string> Marked(Query query)
    {
        using var index = new OneDocument(Text);
        return [.. PassageHighlighter.WithoutOverlaps(MatchFinder.Find(index.Searcher, query, 0, "body"))
            .Select(match => Text[match.Start..match.End])];
    }

    private sealed class OneDocument : IDisposable
    {
        private readonly MemoryDirectory _directory = new();
        private readonly IndexReader _reader;

        public OneDocument(params string[] bodies)
        {
            using (var writer = IndexWriter.Open(
                _directory, new IndexWriterOptions { Analyzer = new EnglishAnalyzer() }))
            {
                foreach (var body in bodies)
                {
                    var document = new IndexDocument();
                    document.Add(IndexField.Text("title", "Talks about talks"));
                    document.Add(IndexField.Text("body", body));
                    writer.Add(document);
                }

                writer.Commit();
            }

            _reader = IndexReader.Open(_directory);
            Searcher = new IndexSearcher(_reader);
        }

        public IndexSearcher Searcher { get; }

        public void Dispose() => _reader.Dispose();
    }
}
