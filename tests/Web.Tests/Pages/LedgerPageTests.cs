using System.Net;
using Dateline.Search.Archive.Ingest;

namespace Dateline.Web.Tests.Pages;

[Collection(SeedSiteTests.Name)]
public sealed class LedgerPageTests(SeedSite site)
{
    [Fact]
    public async Task Ledger_WithoutFilter_CountsEveryInput()
    {
        var ledger = Ledger.Load(site.Folder.LedgerPath);

        var page = await site.Client.GetStringAsync("/ledger");

        Assert.Contains($"<h2>{ledger.Entries.Count} inputs</h2>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/ledger?outcome=indexed\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_WithFilterInTheAddress_ListsOnlyThat()
    {
        var undated = Ledger.Load(site.Folder.LedgerPath).List(new LedgerFilter { Undated = true }).Count();

        var page = await site.Client.GetStringAsync("/ledger?undated=true");

        Assert.Contains($"<h2>{undated} inputs</h2>", page, StringComparison.Ordinal);
        Assert.Equal(undated, page.Split("Undated.").Length - 1);
    }

    [Fact]
    public async Task Ledger_UnknownOutcome_IsABadRequestThatListsTheKnownOnes()
    {
        var response = await site.Client.GetAsync(new Uri("/ledger?outcome=lost", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("duplicate", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
