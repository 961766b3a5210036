using Dateline.Index.Collecting;
using Dateline.Index.Querying;

namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>Random queries of all kinds, each asked in a random manner; the same seed gives the same.</summary>
internal sealed class ProbeGenerator(IReadOnlyList<Story> stories, int seed)
{
    private readonly QueryGenerator _queries = new(stories, seed);
    private readonly Random _random = new(seed);
    private readonly bool _hasNumbers = stories.Any(story => story.Number is not null);

    /// <summary>Each kind in turn.</summary>
    public Probe[] Make(int count)
    {
        var kinds = _queries.Kinds;
        return [.. Enumerable.Range(0, count).Select(k => Ask(kinds[k % kinds.Count]))];
    }

    private Probe Ask((string Name, Func<Query> Make) kind)
    {
        var probe = new Probe(kind.Name, kind.Make(), _random.Next(12) switch { 0 => 1, 1 => 1000, < 8 => 50, _ => 10 })
        {
            FacetTop = _random.Next(10) == 0 ? 1 << 20 : 10,
        };
        return _random.Next(12) switch
        {
            0 => probe with { Sort = Sort() },
            1 => probe with { Sort = Sort(), Pages = 4, Count = _random.Next(1, 40) },
            2 or 3 => probe with { Pages = 4, Count = _random.Next(1, 40) },
            4 => probe with { Drill = Drill(1) },
            5 => probe with { Drill = Drill(2), Sort = Sort() },
            6 => probe with { Drill = Drill(1), IsSideways = true },
            7 => probe with { Drill = Drill(2), IsSideways = true },
            8 => probe with { Paths = [Path(), Path()] },
            _ => probe,
        };
    }

    private NumericSort Sort() =>
        new(_hasNumbers && _random.Next(2) == 0 ? "number" : "date", Descending: _random.Next(2) == 0);

    private Dictionary<string, string[]> Drill(int dimensions)
    {
        var drill = new Dictionary<string, string[]>();
        while (drill.Count < dimensions)
        {
            var (dimension, label) = Label();
            var others = Enumerable.Range(0, 20).Select(_ => Label()).ToList()
                .Where(other => other.Dimension == dimension && other.Label != label).Select(other => other.Label);
            drill[dimension] = _random.Next(2) == 0 ? [label] : [label, .. others.Distinct().Take(2)];
        }

        return drill;
    }

    // The path of a label cut anywhere, or none.
    private (string Dimension, string Path) Path()
    {
        var (dimension, label) = Label();
        var parts = label.Split('/');
        return (dimension, string.Join('/', parts[.._random.Next(parts.Length)]));
    }

    private (string Dimension, string Label) Label()
    {
        while (true)
        {
            var story = stories[_random.Next(stories.Count)];
            var (dimension, labels) = _random.Next(3) switch
            {
                0 => ("places", story.Places),
                1 => ("actors", story.Actors),
                _ => ("when", story.Date is { } date ? [date.Replace('-', '/')] : []),
            };
            if (labels.Length > 0) return (dimension, labels[_random.Next(labels.Length)]);
        }
    }
}
