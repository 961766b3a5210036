using Dateline.Search.Querying;

namespace Dateline.Search.Tests.Querying;

public sealed class CountClauseTests
{
    [Theory]
    [InlineData("talks count:stories", "talks count:stories", CountUnit.Stories)]
    [InlineData("count:STORIES", "count:stories", CountUnit.Stories)]
    [InlineData("count:articles talks", "talks", CountUnit.Articles)]
    [InlineData("(a (b count:stories))", "a b count:stories", CountUnit.Stories)]
    [InlineData("talks", "talks", CountUnit.Articles)]
    public void Parse_CountClause_SetsTheUnit(string text, string canonical, CountUnit unit)
    {
        var query = ArchiveQuery.Parse(text).Query!;

        Assert.Equal((canonical, unit), (query.Canonical, query.Unit));
    }

    [Theory]
    [InlineData("-count:stories", "misplaced-count")]
    [InlineData("talks OR count:stories", "misplaced-count")]
    [InlineData("count:stories (a OR (b count:stories))", "misplaced-count")]
    [InlineData("count:papers", "bad-value")]
    [InlineData("count:1", "bad-value")]
    [InlineData("count:(stories OR articles)", "bad-value")]
    [InlineData("story:abc", "bad-value")]
    [InlineData("story:none", "bad-value")]
    [InlineData("cluster:abc", "unknown-field")]
    public void Parse_WrongCountOrStory_IsAnError(string text, string code) =>
        Assert.Equal([code], ArchiveQuery.Parse(text).Errors.Select(static error => error.Code));

    [Fact]
    public void Counting_SwitchesTheUnit_AndKeepsTheRest()
    {
        var query = ArchiveQuery.Parse("talks place:syria").Query!;
        var stories = query.Counting(CountUnit.Stories);

        Assert.Equal("talks place:syria count:stories", stories.Canonical);
        Assert.Equal(query, stories.Counting(CountUnit.Articles));
        Assert.Equal(stories, stories.Counting(CountUnit.Stories));
    }
}
