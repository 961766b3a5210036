using System.Text.Json.Nodes;
using Dateline.Web.Mcp;

namespace Dateline.Web.Tests.Mcp;

public sealed class ToolAnswerTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(90, 2_000)]
    [InlineData(1000, 900)]
    [InlineData(3, 90_000)]
    public void Page_TakenAgainFromItsNextOffset_GivesEveryItemOnceInBoundedAnswers(int total, int size)
    {
        string[] items = [.. Enumerable.Range(0, total).Select(number => $"{number} " + new string('x', size))];
        List<string> got = [];
        for (int? offset = 0; offset is { } at;)
        {
            var answer = Page(items, at);
            Assert.False(answer.IsError);
            Assert.InRange(answer.Text.Length, 0, ToolAnswer.LongestList);
            got.AddRange(answer.Data!["items"]!.AsArray().Select(item => (string)item!));
            Assert.Equal(total - got.Count, (int)answer.Data["left"]!);
            offset = (int?)answer.Data["nextOffset"];
        }

        Assert.Equal(items, got);
    }

    [Fact]
    public void Page_OfOneItemTooLongForAny_SaysSo()
    {
        var answer = Page([new string('x', ToolAnswer.Longest + 1)], 0);
        Assert.True(answer.IsError);
        Assert.Contains("ask for less", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_DataTooLongForAny_SaysSo() =>
        Assert.True(ToolAnswer.Of(new JsonObject { ["text"] = new string('x', ToolAnswer.Longest) }).IsError);

    private static ToolAnswer Page(string[] items, int offset) => ToolAnswer.Page(
        new JsonObject { ["items"] = new JsonArray([.. items.Skip(offset).Select(item => (JsonNode)item)]) }, "items",
        offset, items.Length);
}
