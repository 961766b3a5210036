using System.Net;
using System.Net.Http.Json;

namespace Dateline.Web.Tests.Api;

/// <summary>Repairing where the log cannot be written.</summary>
[Collection(SeedSiteTests.Name)]
public sealed class CurationFailureTests(SeedSite site)
{
    [Fact]
    public async Task Write_LogThatCannotBeWritten_SaysWhyAtOnce()
    {
        var held = site.Folder.CurationPath + ".lock";
        File.Delete(held);
        Directory.CreateDirectory(held); // cannot be opened for writing, not even by root
        try
        {
            using var answer = await site.Client.PostAsJsonAsync(
                new Uri("/api/curation", UriKind.Relative), new { operation = "undo", undoes = 1 });

            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            var problem = await answer.Content.ReadAsStringAsync();
            Assert.Contains("cannot be written", problem, StringComparison.Ordinal);
            Assert.DoesNotContain("Another process", problem, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(held);
        }
    }
}
