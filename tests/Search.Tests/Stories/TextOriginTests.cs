using Dateline.Search.Articles;
using Dateline.Search.Stories;

namespace Dateline.Search.Tests.Stories;

public sealed class TextOriginTests
{
    [Theory]
    [InlineData("BEIRUT, June 3 (Reuters) - Shells fell on the town.", null, "Harbour Post", "Reuters")]
    [InlineData("Shells fell on the town.", "Basma Roy, Associated Press", "Harbour Post", "AP")]
    [InlineData("Shells fell on the town.", "Basma Roy", "Harbour Post", "Harbour Post")]
    [InlineData("Shells fell on the town.", "Basma Roy, The Guardian", "Harbour Post", "Harbour Post")]
    [InlineData("Shells fell on the town (west) - again.", null, null, null)]
    [InlineData("Shells fell on the town.", null, "cnn.com", "CNN")]
    public void Of_Article_IsWhoWroteIt(string body, string? byline, string? outlet, string? expected) =>
        Assert.Equal(expected, TextOrigin.Of(new Article
        {
            Id = "0123456789abcdef",
            Origin = "a.txt",
            Title = "Shells",
            Body = body,
            Byline = byline,
            Outlet = outlet,
            ContentHash = "",
        }));
}
