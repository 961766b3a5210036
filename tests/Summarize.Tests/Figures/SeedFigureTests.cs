using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;

namespace Dateline.Summarize.Tests.Figures;

/// <summary>Five articles of other outlets on one conflict, which lie beside the checkout and are no part of
/// it.</summary>
public sealed class SeedFigureTests
{
    private static readonly Lazy<Briefing?> Written = new(Write);

    [SkippableFact]
    public void Tremseh_Toll_IsDisputedBetweenActivistsAndTheForeignMinistry()
    {
        var row = Briefing().Figures.Single(static row =>
            row.Place?.StartsWith("Tremseh", StringComparison.Ordinal) == true);

        Assert.Equal(FigureStatus.Disputed, row.Status);
        Assert.Contains(row.Values, static value => value.Low == 200
            && value.Speaker!.Contains("activists", StringComparison.Ordinal));
        Assert.Contains(row.Values, static value => value.Low == 37
            && value.Speaker!.Contains("Makdissi", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void TotalsSinceMarch2011_StandWithTheirSpeakers()
    {
        var totals = Briefing().Figures.Where(static row => row is
        {
            Scope: FigureScope.Cumulative,
            Kind: FigureKind.Killed
        })
            .SelectMany(static row => row.Values).ToList();

        Assert.Contains(totals, static value => value.Low == 10_000
            && value.Speaker!.Contains("United Nations", StringComparison.Ordinal));
        Assert.Contains(totals, static value => value.Low == 15_000
            && value.Speaker!.Contains("activists", StringComparison.Ordinal));
        Assert.Contains(totals, static value => value.Low == 14_000
            && value.Speaker!.Contains("Local Coordination Committees", StringComparison.Ordinal));
        Assert.Contains(Briefing().Figures, static row => row.Status == FigureStatus.Disputed
            && row.Values.Any(static value => value.Low == 10_000));
    }

    [SkippableTheory]
    [InlineData(97)]
    [InlineData(70)]
    [InlineData(399)]
    [InlineData(664)]
    public void DailyCount_StandsWithItsSource(int count)
    {
        var row = Briefing().Figures.Single(row => row.Values.Any(value => value.Low == count));

        Assert.Equal(FigureScope.Event, row.Scope);
        Assert.Contains("Local Coordination Committees", row.Values.Single(value => value.Low == count).Speaker,
            StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Print_ShowsEveryClaimWithItsSpeaker()
    {
        var page = MarkdownRenderer.Render(Briefing());

        foreach (var line in page.Split('\n').Where(static line => line.StartsWith("| ", StringComparison.Ordinal)
            && (line.Contains("200 people", StringComparison.Ordinal)
                || line.Contains("15,000", StringComparison.Ordinal)
                || line.Contains("37 ", StringComparison.Ordinal))))
            Assert.DoesNotContain("| the outlet |", line, StringComparison.Ordinal);
    }

    private static Briefing Briefing()
    {
        Skip.If(Written.Value is null, "There is no ../shared/seeds and no DATELINE_SEEDS.");
        return Written.Value!;
    }

    private static Briefing? Write()
    {
        if (Folder() is not { } folder) return null;
        var articles = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)
            .Select(static (file, place) => FigureSectionTests.Read($"seed{place}", File.ReadAllText(file))).ToList();
        return new BriefingWriter(new ArticleList(articles)).Write(new BriefingRequest
        {
            Topic = "Syria killed",
            Figures = 50
        }).Briefing;
    }

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("DATELINE_SEEDS") is { Length: > 0 } given) return given;
        var checkout = new DirectoryInfo(AppContext.BaseDirectory);
        while (checkout is not null && !File.Exists(Path.Combine(checkout.FullName,
            "Search.sln"))) checkout = checkout.Parent;
        var folder = checkout?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "seeds") : "";
        return Directory.Exists(folder) ? folder : null;
    }
}
