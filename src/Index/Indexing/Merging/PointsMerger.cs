using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Points;
using Dateline.Index.Schema;

namespace Dateline.Index.Indexing.Merging;

/// <summary>Merges long points.</summary>
internal static class PointsMerger
{
    public static void Merge(SegmentFiles files, FieldInfos fields, MergeInput[] inputs)
    {
        if (fields.All(field => field.PointDimensions == 0)) return;
        using var writer = new PointsWriter(files);
        foreach (var field in fields)
        {
            if (field.PointDimensions == 0) continue;
            var (values, docIds) = Collect(inputs, field.Name);
            writer.WriteLong(field, values, docIds);
        }

        writer.Finish();
    }

    private static (long[] Values, int[] DocIds) Collect(MergeInput[] inputs, string field) => throw new NotImplementedException();
}
