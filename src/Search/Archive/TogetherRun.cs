using Dateline.Index.Collecting;
using Dateline.Search.Archive.Counting;
using Dateline.Search.Curation;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>
/// One question who occurs with whom over one snapshot: the articles are found once, then the labels of each row's
/// share of them are counted in one walk over that share.
/// </summary>
internal sealed class TogetherRun(
    ArchiveSnapshot snapshot, TogetherRequest request, CancellationToken cancellationToken)
{
    private readonly WarningList _warnings = new();

    public TogetherResponse Answer()
    {
        var found = snapshot.Searcher.Collect(
            snapshot.Compiler.Compile(request.Query, _warnings), cancellationToken);
        using var all = Count(found);
        return new TogetherResponse
        {
            CanonicalQuery = request.Query.Canonical,
            Total = all.Total,
            Rows = [.. Chosen(all).Select(value => Row(found, value.Dimension, value.Value))
                .OrderByDescending(static row => row.Value.Count)
                .ThenBy(static row => row.Value.Value, StringComparer.Ordinal)],
            Warnings = _warnings.Items,
        };
    }

    private IEnumerable<(FacetDimension Dimension, string Value)> Chosen(SetCounts all) => request.With is { } with
        ? snapshot.Resolver.Resolve(with.Dimension, with.Value, _warnings)
            .Select(value => (with.Dimension, value, Count: all.Of(with.Dimension).CountOf(value)))
            .OrderByDescending(static value => value.Count).Take(request.Rows)
            .Select(static value => (value.Dimension, value.value))
        : all.Of(FacetDimension.Actor).Top(request.Rows).Select(static value => (FacetDimension.Actor, value.Value));

    private TogetherRow Row(DocIdSet found, FacetDimension dimension, string value)
    {
        var share = snapshot.Searcher.Collect(snapshot.Compiler.Exactly(dimension, value), cancellationToken).Clone();
        share.IntersectWith(found);
        using var counts = Count(share);
        var query = And(request.Query, dimension, value);
        var dates = counts.Of(FacetDimension.Date);
        var months = dates.Largest("", int.MaxValue).SelectMany(year => dates.Largest(year.Value, int.MaxValue))
            .ToList();
        return new TogetherRow(
            Cell(dimension, value, counts.Total, query),
            Others(counts, FacetDimension.Actor, dimension, value, query),
            Others(counts, FacetDimension.Place, dimension, value, query),
            [
                .. months.OrderByDescending(static month => month.Count)
                    .ThenBy(static month => month.Value, StringComparer.Ordinal)
                    .Take(request.Columns).OrderBy(static month => month.Value, StringComparer.Ordinal)
                    .Select(month => Month(month.Value, month.Count, query)),
            ],
            dates.Missing);
    }

    private TogetherCount[] Others(
        SetCounts counts, FacetDimension columns, FacetDimension dimension, string value, ArchiveQuery query)
    {
        HashSet<string> itself = columns == dimension ? [.. Values.SelfAndAbove(dimension, value)] : [];
        return
        [
            .. counts.Of(columns).Top(request.Columns + itself.Count)
                .Where(other => !itself.Contains(other.Value)).Take(request.Columns)
                .Select(other => Cell(columns, other.Value, other.Count, And(query, columns, other.Value))),
        ];
    }

    private TogetherCount Cell(FacetDimension dimension, string value, int count, ArchiveQuery query)
    {
        var label = snapshot.Labels.Find(dimension, value);
        return new TogetherCount(
            value, label?.Name ?? value[(value.LastIndexOf('/') + 1)..], label?.Kind, count, query.Canonical);
    }

    private TogetherCount Month(string month, int count, ArchiveQuery query)
    {
        var written = snapshot.Write(FacetDimension.Date, month);
        var clause = ArchiveQuery.Parse($"{QueryField.Published.Name()}:{written}").Query!.Root;
        return new TogetherCount(
            month, month, null, count, ArchiveQuery.FromNode(QueryNode.And(query.Root, clause)).Canonical);
    }

    private SetCounts Count(DocIdSet documents) =>
        new(snapshot, documents, request.Query.Unit, cancellationToken);

    // A clause of its own, as all of them are to hold.
    private static ArchiveQuery And(ArchiveQuery query, FacetDimension dimension, string value) =>
        ArchiveQuery.FromNode(
        QueryNode.And(query.Root, new FieldNode(QueryFields.Of(dimension), [new NameValue(value, Exact: true)])));
}
