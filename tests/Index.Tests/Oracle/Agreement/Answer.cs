namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>What one engine found.</summary>
/// <param name="Total">Matching documents.</param>
/// <param name="Hits">The first, in order: document, stored id and, by relevance, the bits of the score.</param>
/// <param name="Facets">Labels and counts.</param>
/// <param name="Wrong">Contradictions within the engine; empty when there are none.</param>
internal sealed record Findings(long Total, string[] Hits, string Facets, string Wrong)
{
    /// <summary>What does not depend on the order of documents and on deleted ones.</summary>
    public string Counts => $"{Total}; {Facets}";

    /// <summary>All of it.</summary>
    public string Everything => $"{Total}; {string.Join(' ', Hits)}; {Facets}; {Wrong}";
}

/// <summary>What both engines found.</summary>
/// <param name="Probe">What was asked.</param>
/// <param name="Parsed">How Lucene printed the query.</param>
/// <param name="Lucene">What Lucene found.</param>
/// <param name="Dateline">What Dateline found.</param>
internal sealed record Answer(Probe Probe, string Parsed, Findings Lucene, Findings Dateline)
{
    /// <summary>False when Lucene's DrillSideways class does not give what its separate searches do.</summary>
    public bool IsLuceneConsistent { get; init; } = true;

    public bool IsSame => Lucene.Everything == Dateline.Everything;

    /// <summary>Where they differ.</summary>
    public override string ToString() =>
        $"{Probe.Kind}, {Probe.Manner}: {Probe.Query}\n  Lucene took it as {Parsed}\n  line: {Probe.ToJson()}\n  "
        + Part("total", $"{Lucene.Total}", $"{Dateline.Total}") + Hits()
        + Part("facets", Lucene.Facets, Dateline.Facets)
        + (Dateline.Wrong.Length > 0 ? $"Dateline contradicts itself: {Dateline.Wrong}" : "");

    private static string Part(string name, string lucene, string dateline) =>
        lucene == dateline ? "" : $"{name}: Lucene {Cut(lucene)} but Dateline {Cut(dateline)}; ";

    private static string Cut(string text) => text.Length <= 1000 ? text : text[..1000] + " ...";

    private string Hits()
    {
        var at = 0;
        while (at < Lucene.Hits.Length && at < Dateline.Hits.Length && Lucene.Hits[at] == Dateline.Hits[at]) at++;
        return at == Lucene.Hits.Length && at == Dateline.Hits.Length ? ""
            : $"hit {at} of {Lucene.Hits.Length}: Lucene {Lucene.Hits.ElementAtOrDefault(at) ?? "none"} but Dateline "
                + $"{Dateline.Hits.ElementAtOrDefault(at) ?? "none"}; ";
    }
}
