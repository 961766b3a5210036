using System.Globalization;
using Dateline.Search.Articles;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Rendering;

/// <summary>Wording shared by all printed forms.</summary>
internal static class BriefingWords
{
    public static string Status(KeyPoint point) => point.Status switch
    {
        PointStatus.Corroborated =>
            string.Create(CultureInfo.InvariantCulture, $"corroborated ({point.Origins} independent origins)"),
        PointStatus.SingleSource => "single source",
        PointStatus.Disputed => "disputed",
        PointStatus.Superseded => "superseded",
        _ => throw new InvalidOperationException($"Unknown status {point.Status}."),
    };

    /// <summary>The standing, and its reason where that says more.</summary>
    public static string Standing(KeyPoint point) => Reason(point) is { Length: > 0 } reason
        ? $"{Status(point)}: {reason}" : Status(point);

    /// <summary>Why a point is disputed or superseded; empty where the standing says it all.</summary>
    public static string Reason(KeyPoint point) => point.Status is PointStatus.Disputed or PointStatus.Superseded
        ? point.Reason : "";

    /// <summary>"29 June 2012", "14–15 July 2012", "July 2012", "2012".</summary>
    public static string Date(DateRange date) => date.Precision switch
    {
        DatePrecision.Day => Format(date.First, "d MMMM yyyy"),
        DatePrecision.Days when date.First.Year == date.Last.Year && date.First.Month == date.Last.Month =>
            $"{Format(date.First, "%d")}–{Format(date.Last, "d MMMM yyyy")}",
        DatePrecision.Days => $"{Format(date.First, "d MMMM yyyy")} – {Format(date.Last, "d MMMM yyyy")}",
        DatePrecision.Month => Format(date.First, "MMMM yyyy"),
        DatePrecision.Year => Format(date.First, "yyyy"),
        _ => throw new InvalidOperationException($"Unknown precision {date.Precision}."),
    };

    /// <summary>"CNN, 29 June 2012" with what is known.</summary>
    public static string Attribution(string? outlet, DateRange? date) =>
        $"{outlet ?? "outlet unknown"}, {(date is { } known ? Date(known) : "undated")}";

    /// <summary>One line on what was read.</summary>
    public static string Basis(BriefingHeader header)
    {
        if (header.HitsUsed == 0)
            return string.Create(
                CultureInfo.InvariantCulture, $"{AsOf(header)}none of {header.HitsFound:N0} articles found was used.");
        var window = header is { Oldest: { } oldest, Newest: { } newest }
            ? oldest == newest ? $"published {Date(oldest)}" : $"published {Date(oldest)} to {Date(newest)}"
            : "none dated";
        var undated = header.Undated > 0 && header.Undated < header.HitsUsed
            ? string.Create(CultureInfo.InvariantCulture, $", {header.Undated} undated") : "";
        var used = string.Create(
            CultureInfo.InvariantCulture, $"{header.HitsUsed:N0} of {header.HitsFound:N0} articles found were used");
        var origins = string.Create(
            CultureInfo.InvariantCulture,
            $"{header.Origins} independent {(header.Origins == 1 ? "origin" : "origins")}");
        return $"{AsOf(header)}{used}: {origins}, {window}{undated}.";
    }

    /// <summary>How the sentences came about, and what a model did.</summary>
    public static string Mode(BriefingHeader header)
    {
        if (header.Model is not { } model)
            return $"{header.Mode}; every sentence is verbatim.";
        var cost = model.Cost is { } money ? string.Create(CultureInfo.InvariantCulture, $", cost {money}") : "";
        var spent = string.Create(CultureInfo.InvariantCulture,
            $"{model.InputTokens} tokens read and {model.OutputTokens} "
                + $"written{(model.TokensEstimated ? " (estimated)" : "")} in {model.Seconds} s{cost}");
        if (model.Failure is { } failure)
            return $"extractive; every sentence is verbatim. The model {model.Model} gave nothing to use: {failure} "
                + $"({spent}).";
        var kept = model.Accepted == 0 ? "every sentence is verbatim"
            : "those marked so are its words, all others verbatim";
        return string.Create(CultureInfo.InvariantCulture,
            $"{header.Mode}; of {model.Asked} sentences {model.Accepted} shortened by {model.Model}, "
                + $"{model.Refused.Count} of its refused as unsupported; {kept} ({spent}).");
    }

    /// <summary>What changed, a line each: the words before the sentence, and the sentence; first what it was compared
    /// with.</summary>
    public static IReadOnlyList<(string Words, BriefingSentence? Sentence)> Changes(Briefing briefing)
    {
        if (briefing.Changes is not { } changes) return [];
        var lines = new List<(string, BriefingSentence?)>
        {
            (string.Create(CultureInfo.InvariantCulture,
                $"Compared with {changes.Label}, which found {changes.HitsFound} articles (now "
                    + $"{briefing.Header.HitsFound}): {Count(changes.Changes)}."), null),
        };
        lines.AddRange(changes.Remarks.Select(static remark => (remark, (BriefingSentence?)null)));
        foreach (var change in changes.Changes)
        {
            var kind = change.Speaker is { } speaker ? $"{change.Kind}, {speaker}" : change.Kind.ToString();
            if (change.Now is { } now) lines.Add(($"{kind} ({change.Message}):", now));
            if (change.Before is { } before)
                lines.Add((change.Now is null ? $"{kind} ({change.Message}) Told before:" : change.BeforeStands
                    ? "Before:" : "Before, no longer in its article:",
                    change.BeforeStands ? before : before with { Citations = [] }));
        }

        return lines;
    }

    private static string Count(IReadOnlyList<BriefingChange> changes) => changes.Count == 0
        ? "nothing that it told has changed"
        : string.Join(", ", changes.GroupBy(change => change.Kind).Select(group =>
            string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}")));

    /// <summary>Mark of a sentence that is not verbatim; empty else.</summary>
    public static string Writer(BriefingSentence sentence) => sentence.Writer == SentenceWriter.Model
        ? "shortened by a model" : "";

    /// <summary>"Confidence: moderate: 3 independent origins, … (high is …)".</summary>
    public static string Confidence(BriefingConfidence confidence) =>
        $"Confidence: {confidence.Level}: {confidence.Reason}. Rule: {confidence.Rule}";

    /// <summary>Says the as-of day; empty when there is none.</summary>
    public static string AsOf(BriefingHeader header) =>
        header.Request?.AsOf is { } day ? $"As known on {Date(DateRange.OfDay(day))}. " : "";

    /// <summary>Printed when nothing was found.</summary>
    public const string Nothing = "Nothing in the archive speaks to this topic.";

    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
