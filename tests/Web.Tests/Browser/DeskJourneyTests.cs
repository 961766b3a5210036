using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dateline.Web.Tests.Browser;

/// <summary>What a reader does with forms: keeps briefings and repairs values, with and without script.</summary>
[Collection(SeedSiteTests.Name)]
public sealed class DeskJourneyTests(SeedSite site, ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_KeepsComparesAndDeletesBriefings(bool script)
    {
        var page = await browser.OpenAsync(script);
        var topic = $"Moscow {(script ? "talks" : "ministers")}";
        await page.GotoAsync(site.Address.ToString());
        await page.GetByLabel("Search the archive").FillAsync(topic);
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Briefing on this" }).ClickAsync();
        var first = await Save(page);
        await Assertions.Expect(page.GetByText("citations stand in the archive, word for word")).ToBeVisibleAsync();
        var words = await page.Locator(".briefing").InnerTextAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Saved briefings" }).ClickAsync();
        await page.Locator($"a[href='/briefings/{first}']").ClickAsync();
        Assert.Equal(words, await page.Locator(".briefing").InnerTextAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "Ask again and say what changed" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What changed" })).ToBeVisibleAsync();
        var second = await Save(page);
        Assert.NotEqual(first, second);

        await page.GetByRole(AriaRole.Link, new() { Name = "Saved briefings" }).ClickAsync();
        if (script)
            Assert.DoesNotContain((await page.RunAxe()).Violations,
                static found => found.Impact is "serious" or "critical");
        await page.GetByLabel("Earlier").SelectOptionAsync(first);
        await page.GetByLabel("Later").SelectOptionAsync(second);
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Assertions.Expect(page.GetByText("nothing that it told has changed")).ToBeVisibleAsync();

        foreach (var id in new[] { first, second })
        {
            await page.GotoAsync(new Uri(site.Address, "/briefings").ToString());
            await page.GetByRole(AriaRole.Button, new() { Name = $"Delete {id}", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByText($"The briefing {id} is deleted.")).ToBeVisibleAsync();
        }
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_MergesAValueSeesItsCountsMoveAndUndoesIt(bool script)
    {
        var page = await browser.OpenAsync(script);
        var values = await Values(page);
        var (one, other) = (values[0], values[1]);
        var before = await Total(page, other);

        await page.GotoAsync(new Uri(site.Address, "/why?value=" + Uri.EscapeDataString(one)).ToString());
        await page.Locator("details.repair summary").ClickAsync();
        await page.GetByLabel("It is the same as").FillAsync("actor:no-such-actor-anywhere");
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge into that" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing was written.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to where you were" }).ClickAsync();
        await page.Locator("details.repair summary").ClickAsync();
        await page.GetByLabel("It is the same as").FillAsync(other);
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge into that" }).ClickAsync();
        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("Record ");
        var address = page.Url;
        var merged = await Total(page, other);
        Assert.True(merged > before, $"{before} before, {merged} merged");

        await page.GotoAsync(address);
        await page.Locator("#outcome")
            .GetByRole(AriaRole.Button,
                new() { NameRegex = new Regex("^Undo record", RegexOptions.None, TimeSpan.FromSeconds(1)) })
            .ClickAsync();
        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("Record ");
        Assert.Equal(before, await Total(page, other));
    }

    [SkippableFact]
    public async Task Reader_CountingStories_SeesThemNamedInTheHistogram()
    {
        var page = await browser.OpenAsync(script: false);
        await page.GotoAsync(new Uri(site.Address, "/?q=count%3Astories").ToString());

        await Assertions.Expect(page.GetByRole(AriaRole.Heading,
            new() { Name = "Stories by their articles' date of publication" }))
            .ToBeVisibleAsync();
    }

    private static async Task<string> Save(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save this briefing" }).ClickAsync();
        await Assertions.Expect(page.GetByText("As it was saved.")).ToBeVisibleAsync();
        return new Uri(page.Url).Segments[^1];
    }

    // Two actors that no article names together, so that a merge of them must be seen in the counts.
    private async Task<List<string>> Values(IPage page)
    {
        await page.GotoAsync(new Uri(site.Address, "/facet/actor?q=").ToString());
        List<string> values = [];
        foreach (var link in await page.Locator(".facet a.value").AllAsync())
        {
            var query = new Uri(site.Address, await link.GetAttributeAsync("href")).Query;
            values.Add(Uri.UnescapeDataString(query.Split("q=")[1].Split('&')[0]));
        }

        foreach (var one in values)
        {
            foreach (var other in values)
            {
                if (one != other && await Total(page, $"{one} {other}") == 0)
                    return [one, other];
            }
        }

        Assert.Fail("every actor is named beside every other");
        return [];
    }

    private async Task<int> Total(IPage page, string query)
    {
        await page.GotoAsync(new Uri(site.Address, "/?q=" + Uri.EscapeDataString(query)).ToString());
        return int.Parse(await page.Locator("[data-total]").GetAttributeAsync("data-total") ?? "",
            CultureInfo.InvariantCulture);
    }
}
