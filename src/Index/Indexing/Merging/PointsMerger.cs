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

    private static (long[] Values, int[] DocIds) Collect(MergeInput[] inputs, string field)
    {
        var values = new List<long>();
        var docIds = new List<int>();
        var points = new List<(int DocId, long Value)>();
        foreach (var input in inputs)
        {
            if (input.Reader.Fields.Find(field) is not { PointDimensions: > 0 } info) continue;
            points.Clear();
            input.Reader.Core.Points!.ReadLongs(info, points);
            foreach (var (docId, value) in points)
            {
                if (input.Targets[docId] < 0) continue;
                docIds.Add(input.Targets[docId]);
                values.Add(value);
            }
        }

        return ([.. values], [.. docIds]);
    }
}
