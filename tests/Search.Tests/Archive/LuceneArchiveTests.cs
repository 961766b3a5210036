using Dateline.Index.Store;
using Dateline.Search.Archive;
using Dateline.Search.Articles;
using static Dateline.Search.Tests.Archive.ArticleSamples;

namespace Dateline.Search.Tests.Archive;

public sealed class LuceneArchiveTests : IDisposable
{
    private static readonly Article[] Articles =
    [
        Make("a", "Peace talks open in Moscow", "Kofi Annan met Sergey Lavrov. The talks are about a truce in Homs.",
            "CNN", "2012-07-16",
            ["2012-07-16", "2011-03"], ["russia/moscow", "syria/homs"], ["Kofi Annan|Annan", "Sergey Lavrov|Lavrov"]),
        Make("b", "Shelling of Homs goes on", "Activists say that al-Assad's troops fired at the old city.",
            "The Guardian", "2012-06-29",
            ["2012-06-28", "2012-12"], ["syria/homs/talkalakh"], ["Bashar al-Assad|Assad"]),
        Make(
            "c", "Envoy resigns", "Annan gave up his mission.", "CNN", "2012-08", ["2012-08-02"], ["syria"], ["Annan"]),
        Make("d", "Undated piece on bread", "The price of bread went up at bakeries.", null, null, null, null, null),
        Make("e", "Georgia on the border", "Talks between officials.", "cnn", "2012",
            null, ["georgia", "united-states/georgia/tbilisi-mills"], ["Ministry of Peace", "Kofi Annan Foundation"]),
    ];

    private readonly LuceneArchive _archive = ArticleSamples.Archive(Articles);

    public void Dispose() => _archive.Dispose();

    [Theory]
    [InlineData("", "a b c d e")]
    [InlineData("talks", "a e")]
    [InlineData("talk", "a e")]
    [InlineData("homs", "a b")]
    [InlineData("\"peace talks\"", "a")]
    [InlineData("\"talks peace\"", "")]
    [InlineData("al-Assad", "b")]
    [InlineData("annan -lavrov", "c")]
    [InlineData("-annan", "b d e")]
    [InlineData("bread OR truce", "a d")]
    [InlineData("(bread OR truce) -undated", "a")]
    [InlineData("bak*", "d")]
    [InlineData("bakeries*", "d")]
    [InlineData("title:talks*", "a")]
    [InlineData("al-Assads*", "b")]
    [InlineData("title:homs", "b")]
    [InlineData("title:(bread OR mosc*)", "a d")]
    [InlineData("place:syria/homs", "a b")]
    [InlineData("place:homs", "a b")]
    [InlineData("place:syria", "a b c")]
    [InlineData("place:talkalakh", "b")]
    [InlineData("place:syria/talkalakh", "b")]
    [InlineData("place:russia/talkalakh", "")]
    [InlineData("place:georgia", "e")]
    [InlineData("place:(homs OR moscow)", "a b")]
    [InlineData("-place:homs", "c d e")]
    [InlineData("place:none", "d")]
    [InlineData("is:placed", "a b c e")]
    [InlineData("actor:lavrov", "a")]
    [InlineData("actor:annan", "a c e")]
    [InlineData("actor:=annan", "c")]
    [InlineData("actor:\"Kofi Annan\"", "a")]
    [InlineData("actor:assad", "b")]
    [InlineData("actor:kofi", "a e")]
    [InlineData("actor:\"annan foundation\"", "e")]
    [InlineData("actor:none", "d")]
    [InlineData("source:cnn", "a c e")]
    [InlineData("source:guardian", "b")]
    [InlineData("source:\"The Guardian\"", "b")]
    [InlineData("source:none", "d")]
    [InlineData("published:2012-07-16", "a e")]
    [InlineData("published:=2012-07-16", "a")]
    [InlineData("published:2012-06..2012-07", "a b e")]
    [InlineData("published:=2012-06..2012-07", "a b")]
    [InlineData("published:2012-08-15", "c e")]
    [InlineData("published:..2012-06", "b e")]
    [InlineData("published:2012-08..", "c e")]
    [InlineData("published:2013", "")]
    [InlineData("published:(2012-06 OR none)", "b d e")]
    [InlineData("is:undated", "d")]
    [InlineData("is:dated", "a b c e")]
    [InlineData("event:2012-07-16", "a")]
    [InlineData("event:2011-03-09", "a")]
    [InlineData("event:2011", "a")]
    [InlineData("event:2011-04..2012-06-27", "")]
    [InlineData("event:2012-06-28..2012-07-15", "b")]
    [InlineData("event:2012-12-24", "b")]
    [InlineData("event:2012-08..", "b c")]
    [InlineData("event:..2011", "a")]
    [InlineData("event:none", "d e")]
    [InlineData("added:2024-03-02", "a b c d e")]
    [InlineData("added:2024-03-01", "")]
    [InlineData("talks place:syria source:cnn published:2012-07", "a")]
    [InlineData("bread OR place:moscow", "a d")]
    [InlineData("the talks", "a e")]
    [InlineData("the", "")]
    [InlineData("-the", "")]
    [InlineData("*", "a b c d e")]
    [InlineData("-*", "")]
    public void Query_FindsExactly(string query, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), Origins(_archive, query));

    [Theory]
    [InlineData("the talks", "ignored-word", "the")]
    [InlineData("the", "nothing-searchable", "nothing is found")]
    [InlineData("place:homs", "value-expanded", "place:syria/homs")]
    [InlineData("actor:annan", "value-expanded", "actor:annan OR actor:kofi-annan OR actor:kofi-annan-foundation")]
    [InlineData("actor:kofi-annan", "ambiguous-value", "actor:kofi-annan-foundation")]
    [InlineData("place:georgia", "ambiguous-value", "place:united-states/georgia")]
    [InlineData("actor:lavrow", "unknown-value", "did you mean actor:lavrov?")]
    [InlineData("place:mosow", "unknown-value", "did you mean place:moscow?")]
    [InlineData("source:cmn", "unknown-value", "did you mean source:cnn?")]
    [InlineData("place:daraya", "unused-value", "syria/rif-dimashq/daraya")]
    public void Query_ReadLoosely_Warns(string query, string code, string part)
    {
        var response = _archive.Search(new SearchRequest { Query = Query(query) });
        Assert.Contains(
            response.Warnings,
            warning => warning.Code == code && warning.Message.Contains(part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("talks")]
    [InlineData("place:syria/homs")]
    [InlineData("actor:sergey-lavrov source:cnn published:2012-07-16")]
    public void Query_ReadExactly_DoesNotWarn(string query) =>
        Assert.Empty(_archive.Search(new SearchRequest { Query = Query(query) }).Warnings);

    [Fact]
    public void Find_Id_GivesTheArticleAsItWasPut()
    {
        foreach (var article in Articles)
        {
            var found = _archive.Find(article.Id);
            Assert.NotNull(found);
            Assert.Equal(article.Id, found.Story?.StoryId);
            Assert.Equivalent(article, found with { Story = null }, strict: true);
            Assert.Equal(article.Added, found.Added);
        }

        Assert.Null(_archive.Find("0000000000000000"));
        Assert.Null(_archive.Find("no id at all"));
    }

    [Fact]
    public void Export_IsInOrderOfIds()
    {
        var ids = _archive.Export(Query("")).Select(article => article.Id).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Sort_ByDate_PutsUndatedLast()
    {
        Assert.Equal(["c", "a", "b", "e", "d"], Sorted(SortOrder.Newest));
        Assert.Equal(["e", "b", "a", "c", "d"], Sorted(SortOrder.Oldest));

        string[] Sorted(SortOrder order) => [.. _archive.Search(new SearchRequest { Query = Query(""), Sort = order })
            .Hits.Select(hit => _archive.Find(hit.Id)!.Origin)];
    }

    [Fact]
    public void Relevance_TitleMatch_ComesFirst() =>
        Assert.Equal(
            "Peace talks open in Moscow",
            _archive.Search(new SearchRequest { Query = Query("moscow talks") }).Hits[0].Title);

    [Fact]
    public void Relevance_FilterBesideWords_DoesNotChangeScores()
    {
        var plain = _archive.Search(new SearchRequest { Query = Query("talks") }).Hits[0].Score;
        Assert.True(plain > 0);
        Assert.Equal(plain, _archive.Search(new SearchRequest { Query = Query("talks place:moscow") }).Hits[0].Score);
        var both = _archive.Search(new SearchRequest { Query = Query("(talks OR place:moscow) \"Peace talks open\"") });
        var phrase = _archive.Search(new SearchRequest { Query = Query("\"Peace talks open\"") });
        Assert.Equal(plain, both.Hits[0].Score - phrase.Hits[0].Score, 4);
    }

    [Fact]
    public void Hit_Words_AreMarkedInTitleAndBody()
    {
        var hit = _archive.Search(new SearchRequest { Query = Query("talks lavrov") }).Hits[0];
        Assert.Equal(["talks"], hit.TitleMatches.Select(span => hit.Title[span.Start..span.End]));
        var article = _archive.Find(hit.Id)!;
        Assert.NotEmpty(hit.Snippets);
        Assert.Equal(
            ["Lavrov", "talks"],
            hit.Snippets.SelectMany(snippet => snippet.Matches.Select(span => snippet.Text[span.Start..span.End])));
        Assert.All(hit.Snippets, snippet =>
            Assert.Equal(snippet.Text, article.Body.Substring(snippet.Start, snippet.Text.Length)));
    }

    [Fact]
    public void Hit_FilterOnly_ShowsTheFirstLines()
    {
        var hit = _archive.Search(new SearchRequest { Query = Query("is:undated") }).Hits[0];
        Assert.Equal("The price of bread went up at bakeries.", Assert.Single(hit.Snippets).Text);
        Assert.Empty(hit.TitleMatches);
    }

    [Fact]
    public void Page_OffsetAndLimit_AreAWindowOfTheWhole()
    {
        var all = _archive.Search(new SearchRequest { Query = Query("") }).Hits.Select(hit => hit.Id).ToList();
        var page = _archive.Search(new SearchRequest { Query = Query(""), Offset = 2, Limit = 2 });
        Assert.Equal(all.Skip(2).Take(2), page.Hits.Select(hit => hit.Id));
        Assert.Equal(5, page.Total);
        Assert.Empty(_archive.Search(new SearchRequest { Query = Query(""), Limit = 0 }).Hits);
        Assert.Empty(_archive.Search(new SearchRequest { Query = Query(""), Offset = 99 }).Hits);
    }

    [Fact]
    public void Commit_WhileOpen_IsSeenByTheNextSearch()
    {
        var directory = new MemoryDirectory();
        using var writer = ArchiveWriter.Open(directory);
        writer.Put(Articles[0]);
        writer.Commit();
        using var archive = LuceneArchive.Open(directory);
        var before = archive.Info;
        using var export = archive.Export(Query("")).GetEnumerator();
        Assert.True(export.MoveNext());
        writer.Put(Articles[1]);
        writer.Put(Articles[0] with { Body = "Quite another text." });
        Assert.Equal(before, archive.Info);
        writer.Commit();
        Assert.Equal(2, archive.Info.Articles);
        Assert.True(archive.Info.Version > before.Version);
        Assert.Equal(["a"], Origins(archive, "another"));
        Assert.Empty(Origins(archive, "lavrov"));
        writer.Remove(Articles[0].Id);
        writer.Commit();
        Assert.Equal(["b"], Origins(archive, ""));
        Assert.False(export.MoveNext());
    }

    [Fact]
    public void Open_ForeignIndex_IsRefused()
    {
        var directory = new MemoryDirectory();
        using (var writer = Dateline.Index.Indexing.IndexWriter.Open(
            directory, new() { Analyzer = new Dateline.Index.Analysis.EnglishAnalyzer() }))
        {
            var document = new Dateline.Index.Indexing.IndexDocument();
            document.Add(Dateline.Index.Indexing.IndexField.Text("body", "x"));
            writer.Add(document);
            writer.Commit();
        }

        Assert.Throws<InvalidDataException>(() => LuceneArchive.Open(directory));
    }

    [Fact]
    public void Open_NoArchive_SaysHowToMakeOne() => Assert.Contains(
        "dateline index",
        Assert.Throws<ArchiveNotFoundException>(() => LuceneArchive.Open(new DataFolder("/nonexistent/data"))).Message,
        StringComparison.Ordinal);
}
