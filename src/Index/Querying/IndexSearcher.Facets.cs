using System.Collections.Concurrent;
using Dateline.Index.Facets;

namespace Dateline.Index.Querying;

public sealed partial class IndexSearcher
{
    private readonly ConcurrentDictionary<string, Lazy<FacetIndex>> _facets;
    private readonly ConcurrentDictionary<string, Lazy<DayIndex>> _days;
    private readonly ConcurrentDictionary<string, Lazy<GroupIndex>> _groups;

    /// <summary>The labels of a sorted-set field over all segments; built on first use and kept.</summary>
    public FacetIndex Facets(string field = Indexing.IndexField.FacetsName) => _facets.GetOrAdd(
        field, name => new Lazy<FacetIndex>(() => FacetIndex.Build(name, _segments))).Value;

    /// <summary>A numeric column of days over all segments; built on first use and kept.</summary>
    public DayIndex Days(string field) => _days.GetOrAdd(
        field, name => new Lazy<DayIndex>(() => new DayIndex(name, _segments))).Value;

    /// <summary>
    /// A numeric column over all segments whose equal values make groups; built on first use and kept.
    /// </summary>
    public GroupIndex Groups(string field) => _groups.GetOrAdd(
        field, name => new Lazy<GroupIndex>(() => new GroupIndex(name, _segments))).Value;
}
