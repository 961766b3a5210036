using Dateline.Index.Indexing.Buffering;
using Dateline.Index.Schema;

namespace Dateline.Index.Indexing.Merging;

/// <summary>
/// The fields of a merged segment. Where segments differ (only those of other writers can), the merged field keeps what
/// all of them have: the weakest index options, and norms only if none omits them.
/// </summary>
internal static class MergedFields
{
    public static FieldInfos Of(IEnumerable<MergeInput> inputs, FieldRegistry registry) => new(inputs
        .SelectMany(input => input.Reader.Fields)
        .GroupBy(field => field.Name, StringComparer.Ordinal)
        .Select(group => FieldBuffer.Describe(Combine(group, registry.Number(group.Key)))));

    private static FieldInfo Combine(IGrouping<string, FieldInfo> fields, int number)
    {
        var indexed = fields.Where(field => field.IndexOptions != IndexOptions.None).ToList();
        var withPoints = fields.FirstOrDefault(field => field.PointDimensions > 0);
        return new FieldInfo
        {
            Name = fields.Key,
            Number = number,
            IndexOptions = indexed.Count == 0 ? IndexOptions.None : indexed.Min(field => field.IndexOptions),
            OmitsNorms = indexed.Exists(field => field.OmitsNorms),
            DocValues = fields.Max(field => field.DocValues),
            PointDimensions = withPoints?.PointDimensions ?? 0,
            PointIndexDimensions = withPoints?.PointIndexDimensions ?? 0,
            PointBytes = withPoints?.PointBytes ?? 0,
        };
    }
}
