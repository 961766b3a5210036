using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dateline.Web.Tests.Browser;

/// <summary>What a reader does, in a real browser, with and without script.</summary>
[Collection(SeedSiteTests.Name)]
public sealed class JourneyTests(SeedSite site, ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_SearchesNarrowsAndOpensAnArticle(bool script)
    {
        var page = await browser.OpenAsync(script);
        await page.GotoAsync(site.Address.ToString());
        await page.GetByLabel("Search the archive").FillAsync("Moscow");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        var all = await Total(page);
        Assert.True(all > 1);

        var facet = page.Locator(".facet a.value").First;
        var expected = int.Parse(await page.Locator(".facet .count").First.InnerTextAsync(),
            CultureInfo.InvariantCulture);
        await facet.ClickAsync();
        Assert.Equal(expected, await Total(page));
        Assert.Equal(2, await page.Locator(".chips a.remove[aria-label]").CountAsync());

        await page.Locator("a.hit-title").First.ClickAsync();
        Assert.True(await page.Locator("article.text p").CountAsync() > 1);
        Assert.True(await page.Locator("article.text .m").CountAsync() > 0);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_MakesABriefingAndFollowsACitationToItsWords(bool script)
    {
        var page = await browser.OpenAsync(script);
        await page.GotoAsync(new Uri(site.Address, "/briefing").ToString());
        await page.GetByLabel("Topic or query").FillAsync("peace talks in Moscow");
        await page.GetByRole(AriaRole.Button, new() { Name = "Brief me" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bottom line" })).ToBeVisibleAsync();

        var first = page.Locator(".briefing ul li").First;
        var sentence = await first.InnerTextAsync();
        await first.Locator("sup a").First.ClickAsync();
        var cited = string.Concat(await page.Locator("mark.cited:not(.key mark)").AllInnerTextsAsync());
        Assert.NotEmpty(cited);
        Assert.StartsWith(cited, sentence, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#cited")).ToBeInViewportAsync();
    }

    [SkippableTheory]
    [InlineData("/")]
    [InlineData("/?q=Moscow+place%3Arussia")]
    [InlineData("/?q=plcae%3Asyria")]
    [InlineData("/?q=zzzzzz")]
    [InlineData("/facet/actor?q=")]
    [InlineData("/facet/place?q=&below=syria")]
    [InlineData("/briefing?topic=peace+talks+in+Moscow")]
    [InlineData("/help")]
    [InlineData("/nowhere")]
    public async Task Page_HasNoSeriousAccessibilityViolation(string address)
    {
        var page = await browser.OpenAsync(script: true);
        await page.GotoAsync(new Uri(site.Address, address).ToString());

        AssertAccessible(await page.RunAxe());
    }

    [SkippableFact]
    public async Task ArticlePage_HasNoSeriousAccessibilityViolation()
    {
        var page = await browser.OpenAsync(script: true);
        await page.GotoAsync(new Uri(site.Address, "/?q=Moscow").ToString());
        await page.Locator("a.hit-title").First.ClickAsync();

        AssertAccessible(await page.RunAxe());
    }

    [SkippableFact]
    public async Task SlashKey_FocusesTheSearchBox()
    {
        var page = await browser.OpenAsync(script: true);
        await page.GotoAsync(site.Address.ToString());
        await page.Keyboard.PressAsync("/");

        await Assertions.Expect(page.GetByLabel("Search the archive")).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task Suggestions_ChosenByKeyboard_CompleteTheQuery()
    {
        var page = await browser.OpenAsync(script: true);
        await page.GotoAsync(site.Address.ToString());
        var box = page.GetByLabel("Search the archive");
        await box.PressSequentiallyAsync("moscow lavr");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        AssertAccessible(await page.RunAxe());
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        await Assertions.Expect(box).ToHaveValueAsync(
            new System.Text.RegularExpressions.Regex("^moscow actor:.*lavrov"));
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        await box.PressAsync("Enter");
        Assert.True(await Total(page) > 0);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_OpensALongFacetLevelByLevel(bool script)
    {
        var page = await browser.OpenAsync(script);
        await page.GotoAsync(new Uri(site.Address, "/facet/place?q=").ToString());
        await page.Locator("a.below").First.ClickAsync();
        Assert.True(await page.Locator(".facet a.value").CountAsync() > 0);
        var expected = int.Parse(await page.Locator(".facet .count").First.InnerTextAsync(),
            CultureInfo.InvariantCulture);
        await page.Locator(".facet a.value").First.ClickAsync();
        Assert.Equal(expected, await Total(page));
    }

    [SkippableFact]
    public async Task BackButton_RestoresTheSearchBefore()
    {
        var page = await browser.OpenAsync(script: true);
        await page.GotoAsync(new Uri(site.Address, "/?q=Moscow").ToString());
        var before = await Total(page);
        await page.Locator(".facet a.value").First.ClickAsync();
        await page.GoBackAsync();

        Assert.Equal(before, await Total(page));
    }

    private static async Task<int> Total(IPage page) =>
        int.Parse(await page.Locator("[data-total]").GetAttributeAsync("data-total") ?? "",
            CultureInfo.InvariantCulture);

    private static void AssertAccessible(AxeResult result)
    {
        var serious = result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help} "
                + $"{string.Join(" ", violation.Nodes.Select(node => node.Html))}");
        Assert.Empty(serious);
    }
}
