using System.Text.Json.Serialization;

namespace Dateline.Bench.Measuring;

/// <summary>Times of the queries of one class, in the order they ran.</summary>
internal sealed class ClassTimes(IReadOnlyList<double> ms)
{
    private readonly double[] _sorted = [.. ms.Order()];

    [JsonPropertyName("n")]
    public int Count => ms.Count;

    public double P50 => Percentile(0.50);

    public double P95 => Percentile(0.95);

    public double P99 => Percentile(0.99);

    [JsonIgnore]
    public double P999 => Percentile(0.999);

    public double Max => _sorted[^1];

    public double Mean => ms.Average();

    /// <summary>Queries a second on one thread.</summary>
    public double Qps => ms.Count / ms.Sum() * 1000;

    /// <summary>Milliseconds of every query.</summary>
    public IReadOnlyList<double> Ms => ms;

    private double Percentile(double part) => _sorted[(int)Math.Ceiling(part * ms.Count) - 1];
}

/// <summary>What a query run reports (bench/README.md, "The peer protocol").</summary>
internal sealed record QueryReport(
    string Run,
    bool Exact,
    [property: JsonPropertyName("open_ms")] double OpenMs,
    [property: JsonPropertyName("reader_ms")] double ReaderMs,
    IReadOnlyDictionary<string, ClassTimes> Classes,
    [property: JsonPropertyName("rss_peak_mb")] long PeakMb,
    [property: JsonPropertyName("rss_anon_mb")] long AnonymousMb);

/// <summary>What an indexing run reports.</summary>
internal sealed record IndexReport(
    int Docs,
    [property: JsonPropertyName("index_s")] double Seconds,
    [property: JsonPropertyName("docs_s")] double DocsPerSecond,
    [property: JsonPropertyName("merge_s")] double MergeSeconds,
    int Segments,
    [property: JsonPropertyName("size_mb")] double SizeMb,
    [property: JsonPropertyName("stored_mb")] double StoredMb,
    [property: JsonPropertyName("rss_peak_mb")] long PeakMb,
    [property: JsonPropertyName("rss_anon_mb")] long AnonymousMb,
    IReadOnlyDictionary<string, long> Files);

/// <summary>Writes reports.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QueryReport))]
[JsonSerializable(typeof(IndexReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
