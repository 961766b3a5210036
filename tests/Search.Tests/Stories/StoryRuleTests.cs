using Dateline.Search.Stories;

namespace Dateline.Search.Tests.Stories;

public sealed class StoryRuleTests
{
    private static readonly DateOnly Day = new(2012, 7, 3);

    private static readonly string[] Wire =
    [
        "A ferry carrying two hundred people sank in a storm off the northern islands late on Monday, officials said.",
        "Fishermen of three villages pulled forty passengers out of the water before the coast guard came at dawn.",
        "The captain, who survived, told investigators that a wave had broken the window of the bridge.",
        "The ministry of transport opened an inquiry and asked the company that owns the ship for its records.",
        "It was the second accident on the route this year, after a smaller boat ran aground in March.",
    ];

    [Fact]
    public void Place_ShortenedCopyNextDay_JoinsAsCopy()
    {
        var link = Place(Text("b", Day.AddDays(1), Wire[..3]), Member("a", Day, Wire));

        Assert.Equal(new StoryLink("a", Day, "a"), link);
    }

    [Fact]
    public void Place_TextThatAddsMuchToAnother_JoinsWithATextOfItsOwn()
    {
        var link = Place(
            Text("b", Day, [.. Wire, .. Other("harbour"), .. Other("market"), .. Other("school")]),
            Member("a", Day, Wire));

        Assert.Equal(new StoryLink("a", Day, null), link);
    }

    [Fact]
    public void Place_ParagraphsReordered_Joins() =>
        Assert.Equal("a", Place(Text("b", Day, [.. Wire.Reverse()]), Member("a", Day, Wire)).StoryId);

    [Fact]
    public void Place_SameTextMonthsLater_FoundsItsOwnStory() =>
        Assert.Equal(
            new StoryLink("b", Day.AddDays(60), null), Place(Text("b", Day.AddDays(60), Wire), Member("a", Day, Wire)));

    [Fact]
    public void Place_ChainOfDailyTexts_DoesNotGrowForEver()
    {
        var memory = new StoryMemory();
        List<StoryLink> links = [];
        for (var day = 0; day < 60; day++)
        {
            var text = Text($"day-{day:00}", Day.AddDays(day), Wire);
            var link = StoryRule.Place(text, memory.Candidates(text));
            memory.Add(new StoryMember(text, link));
            links.Add(link);
        }

        Assert.All(links.GroupBy(static link => link.StoryId), story => Assert.InRange(story.Count(), 2, 22));
        Assert.True(links.Select(static link => link.StoryId).Distinct().Count() >= 3);
    }

    [Fact]
    public void Place_TextsThatShareAStockSentence_StayApart()
    {
        var link = Place(Text("b", Day, [Wire[0], .. Other("budget"), .. Other("court")]), Member("a", Day, Wire));

        Assert.Equal("b", link.StoryId);
    }

    [Theory]
    [InlineData(4, "a")]
    [InlineData(2, "b")]
    public void Place_Undated_NeedsMoreInCommon(int paragraphs, string story) =>
        Assert.Equal(
            story,
            Place(Text("b", null, [.. Wire[..paragraphs], .. Other("court")]), Member("a", Day, Wire)).StoryId);

    [Fact]
    public void Place_OwnEarlierVersion_IsNoCandidate()
    {
        var memory = new StoryMemory();
        memory.Add(Member("a", Day, Wire));

        Assert.Empty(memory.Candidates(Text("a", Day, Wire)));
    }

    [Fact]
    public void Memory_AfterRemoval_FindsNothing()
    {
        var memory = new StoryMemory();
        memory.Add(Member("a", Day, Wire));
        memory.Remove("a");

        Assert.Empty(memory.Candidates(Text("b", Day, Wire)));
        Assert.Equal(0, memory.Count);
    }

    private static StoryLink Place(StoryText text, StoryMember member)
    {
        var memory = new StoryMemory();
        memory.Add(member);
        return StoryRule.Place(text, memory.Candidates(text));
    }

    private static StoryMember Member(string id, DateOnly day, string[] paragraphs) =>
        new(Text(id, day, paragraphs), new StoryLink(id, day, null));

    private static StoryText Text(string id, DateOnly? day, string[] paragraphs) =>
        new(id, day, TextShingles.Of(string.Join("\n\n", paragraphs)));

    private static string[] Other(string word) =>
        [.. Enumerable.Range(0, 3).Select(k => Words($"{word}{k}"))];

    private static string Words(string stem) => string.Join(' ', Enumerable.Range(0, 14).Select(k => $"{stem}x{k}"));
}
