using Dateline.Index.Analysis;
using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Querying;

public sealed class ExplanationTests
{
    [Fact]
    public void Explain_RandomQueries_GivesTheScoreAndItsParts()
    {
        using var index = WordIndex.Random(61, 300, 90, 30);
        var queries = new WordQueries(61, 30);
        var sums = 0;
        for (var k = 0; k < 120; k++)
        {
            var query = k % 2 == 0 ? queries.Disjunction() : queries.Next();
            foreach (var hit in index.Searcher.Search(query, 3).Hits)
            {
                var explanation = index.Searcher.Explain(query, hit.DocId);
                Assert.NotNull(explanation);
                Assert.Equal(hit.Score, explanation.Value);
                sums += CheckSums(explanation);
            }
        }

        Assert.True(sums > 50, $"only {sums} sums were checked");
    }

    [Fact]
    public void Explain_DocumentThatDoesNotMatch_IsNull()
    {
        using var index = new WordIndex([new WordDoc(["x"], null, []), new WordDoc(["y"], null, [])], 10);
        Assert.Null(index.Searcher.Explain(new TermQuery(WordIndex.Field, "x"), 1));
        Assert.StartsWith(
            "0.", index.Searcher.Explain(new TermQuery(WordIndex.Field, "x"), 0)!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void MoreLikeThis_Text_SearchesItsTellingWords()
    {
        var docs = Enumerable.Range(0, 40).Select(k => new WordDoc(
            ["common", k % 4 == 0 ? "rare" : "other", k % 8 == 0 ? "rarer" : "filler", "filler"], null, [])).ToList();
        using var index = new WordIndex(docs, 15);
        var query = new MoreLikeThisQuery(
            WordIndex.Field, "rarer rarer common common rare rare unknown unknown once", new StandardAnalyzer(),
            new MoreLikeThisOptions { MaxTerms = 2 });
        Assert.Equal(["rarer", "rare"], query.Choose(index.Searcher).Select(term => term.Term));
        Assert.Equal(
            Enumerable.Range(0, 40).Where(k => k % 4 == 0),
            index.Searcher.Search(query, 100).Hits.Select(hit => hit.DocId).Order());
        Assert.Equal(0, index.Searcher.Search(query, 1).Hits[0].DocId % 8);
    }

    private static int CheckSums(Explanation explanation)
    {
        var below = explanation.Details.Sum(CheckSums);
        if (explanation.Description != "sum of") return below;
        Assert.Equal(
            explanation.Value, explanation.Details.Sum(detail => (double)detail.Value), 1e-5 * (1 + explanation.Value));
        return below + 1;
    }
}
