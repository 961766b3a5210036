using System.Globalization;
using Dateline.Eval.Measuring;
using Dateline.Search.Dates;

namespace Dateline.Eval.Timex;

/// <summary>
/// <c>timex FOLDER</c>: time expressions in <c>TimeBank/*.tml</c> (or any folder of TimeML files) by the definitions of
/// TempEval-3's <c>evaluate_entities.py</c>: strict is the same span, relaxed any overlap, one to one; value F1 is the
/// relaxed F1 times the share of matched expressions with the gold value, string for string.
/// </summary>
internal static class TimexMeasure
{
    private sealed record Pair(GoldTimex Gold, TimeExpression Found);

    private sealed class Tally
    {
        public int Gold, Found, Strict, Relaxed, Value, Type;
        public List<string> Misses { get; } = [];
    }

    public static Measure Measure { get; } = new("timex", "tempeval3",
        "Time expressions and their values on TimeBank, by TempEval-3's definitions.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        var inner = Path.Combine(run.Folder, "TimeBank");
        var tally = new Tally();
        foreach (var file in Directory.GetFiles(Directory.Exists(inner) ? inner : run.Folder, "*.tml")
            .Order(StringComparer.Ordinal))
        {
            if (run.Includes(Path.GetFileName(file)))
                Score(TimeMlDocument.Read(file), tally);
        }

        foreach (var miss in tally.Misses.Take(run.Worst))
            run.Output.WriteLine(miss);
        double strict = F(tally.Strict, tally), relaxed = F(tally.Relaxed, tally);
        run.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tally.Gold} marked, {tally.Found} found; relaxed precision {(double)tally.Relaxed / tally.Found:F3}, "
                + $"recall {(double)tally.Relaxed / tally.Gold:F3}; of {tally.Relaxed} matched, type right "
                + $"{(double)tally.Type / tally.Relaxed:F3}, value right {(double)tally.Value / tally.Relaxed:F3}"));
        return [new("strict F1", strict), new("relaxed F1", relaxed),
            new("value F1", relaxed * tally.Value / tally.Relaxed)];
    }

    private static double F(int matched, Tally tally) => 2.0 * matched / (tally.Gold + tally.Found);

    private static void Score(TimeMlDocument document, Tally tally)
    {
        var found = TimeExpressionFinder.Find(document.Text, document.Created);
        var pairs = Align(document.Expressions, found);
        tally.Gold += document.Expressions.Count;
        tally.Found += found.Count;
        tally.Relaxed += pairs.Count;
        foreach (var (gold, own) in pairs)
        {
            var value = gold.Value == own.Value;
            tally.Strict += gold.Start == own.Span.Start && gold.End == own.Span.End ? 1 : 0;
            tally.Value += value ? 1 : 0;
            tally.Type += string.Equals(gold.Type, own.Kind.ToString(), StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            if (!value)
                tally.Misses.Add($"VALUE\t{gold.Value}\t{own.Value}\t{own.Rule}\t"
                    + $"{Around(document.Text, gold.Start, gold.End)}\t{document.Name} {document.Created?.Date}");
        }

        foreach (var gold in document.Expressions.Except(pairs.Select(pair => pair.Gold)))
            tally.Misses.Add($"MISSED\t{gold.Value}\t{Around(document.Text, gold.Start, gold.End)}\t{document.Name}");
        foreach (var own in found.Except(pairs.Select(pair => pair.Found)))
            tally.Misses.Add($"SPURIOUS\t{own.Value}\t{own.Rule}\t"
                + $"{Around(document.Text, own.Span.Start, own.Span.End)}\t{document.Name}");
    }

    private static List<Pair> Align(IReadOnlyList<GoldTimex> gold, List<TimeExpression> found)
    {
        var pairs = new List<Pair>();
        var taken = new HashSet<TimeExpression>(ReferenceEqualityComparer.Instance);
        foreach (var mark in gold)
        {
            if (found.FirstOrDefault(own => own.Span.Start < mark.End && mark.Start < own.Span.End
                && !taken.Contains(own)) is { } match)
            {
                taken.Add(match);
                pairs.Add(new Pair(mark, match));
            }
        }

        return pairs;
    }

    private static string Around(string text, int start, int end) =>
        (text[Math.Max(0, start - 60)..start] + "[" + text[start..end] + "]"
            + text[end..Math.Min(text.Length, end + 60)]).ReplaceLineEndings(" ");
}
