using Dateline.Index.Checking;
using Dateline.Search.Archive;

namespace Dateline.Cli.Output;

/// <summary>The verdict of <c>dateline check</c> for people.</summary>
internal static class CheckPrinter
{
    public static void Print(TextWriter output, string index, IndexCheckReport report)
    {
        output.WriteLine($"{index}: commit {report.Generation}, {Count(report.Segments.Count, "segment")}");
        foreach (var problem in report.CommitProblems)
            output.WriteLine($"  {problem}");
        foreach (var segment in report.Segments)
            Print(output, segment);
        if (report.Unreferenced.Count > 0)
            output.WriteLine(
                $"{Count(report.Unreferenced.Count, "file")} left by an interrupted run; no damage, the next one "
                    + $"deletes them");
        var documents = report.Segments.Sum(static segment => Math.Max(0L, segment.LiveCount));
        output.WriteLine(report.IsClean ? $"clean: {Count(documents, "document")}" : "DAMAGED");
    }

    public static void Announce(TextWriter output, RepairPlan plan)
    {
        var kept = Count(plan.Kept.Count, "intact segment");
        output.WriteLine($"repair: writes commit {plan.Generation} with {kept} and without {Names(plan.Lost)}");
        output.WriteLine($"repair: loses {Losses(plan)}; the damaged files stay until the next indexing run");
    }

    public static void Print(TextWriter output, IReadOnlyList<LostArticle> articles)
    {
        output.WriteLine($"{Count(articles.Count, "lost article")} can be named:");
        foreach (var article in articles)
            output.WriteLine(article.Origin is null ? $"  {article.Id}" : $"  {article.Id}  {article.Origin}");
    }

    public static string Losses(RepairPlan plan) => plan.LostUncounted == 0
        ? Count(plan.LostDocuments, "document")
        : $"{Count(plan.LostDocuments, "document")} and those of {Count(plan.LostUncounted, "segment")} that cannot "
            + $"be counted";

    private static void Print(TextWriter output, SegmentCheck segment)
    {
        var verdict = segment.IsDamaged ? "DAMAGED" : segment.Unsupported is null ? "ok" : "not checked";
        var size = segment.MaxDoc < 0
            ? "unknown number of documents"
            : $"{Count(segment.MaxDoc, "document")}, {segment.DeletedCount} deleted";
        var walked = string.Join(", ", segment.Parts.Select(static part => $"{part.Part} {part.Items}"));
        output.WriteLine($"segment {segment.Name}: {size}: {verdict} ({walked})");
        if (segment.Unsupported is not null)
            output.WriteLine($"  {segment.Unsupported}");
        foreach (var problem in segment.Problems)
            output.WriteLine($"  {problem}");
    }

    private static string Names(IReadOnlyList<SegmentCheck> segments) =>
        string.Join(", ", segments.Select(static segment => segment.Name));

    private static string Count(long number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
