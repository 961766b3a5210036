using System.Globalization;

namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>Counts what was compared and keeps what differed.</summary>
internal sealed class AgreementReport
{
    private readonly SortedDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _manners = new(StringComparer.Ordinal);

    public int Comparisons { get; private set; }

    /// <summary>Comparisons that found at least one document.</summary>
    public int WithHits { get; private set; }

    public long Hits { get; private set; }

    public int Checks { get; set; }

    /// <summary>Comparisons of one index's answers with another's.</summary>
    public int Across { get; set; }

    /// <summary>Drill-sideways searches in which Lucene's class contradicts Lucene's searches.</summary>
    public int LuceneContradictions { get; private set; }

    public List<string> Differences { get; } = [];

    public void Count(Answer answer)
    {
        Comparisons++;
        Hits += answer.Lucene.Hits.Length;
        if (answer.Lucene.Total > 0) WithHits++;
        if (!answer.IsLuceneConsistent) LuceneContradictions++;
        Count(_kinds, answer.Probe.Kind);
        foreach (var manner in answer.Probe.Manner.Split(", ")) Count(_manners, manner);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"""
         {Comparisons:N0} queries compared ({WithHits:N0} with matches, {Hits:N0} hits)
         {Across:N0} answers compared across indexes
         {Checks:N0} indexes checked by CheckIndex and by our check
         by kind: {List(_kinds)}
         by manner, each with flat facet counts: {List(_manners)}
         {LuceneContradictions:N0} drill-sideways searches in which Lucene's DrillSideways contradicts Lucene's own searches
         {Differences.Count:N0} differences
         """);

    private static void Count(SortedDictionary<string, int> counts, string name) =>
        counts[name] = counts.GetValueOrDefault(name) + 1;

    private static string List(SortedDictionary<string, int> counts) =>
        string.Join("; ", counts.Select(pair => $"{pair.Key} {pair.Value}"));
}
