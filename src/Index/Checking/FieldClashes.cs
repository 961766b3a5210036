using Dateline.Index.Codecs.Commit;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Checking;

/// <summary>
/// Fields that are columns of different types, or points of different shapes, in different segments (LUCENE87 section
/// 5).
/// </summary>
internal static class FieldClashes
{
    public static List<IndexProblem> Find(IndexDirectory directory, CommitPoint commit)
    {
        var problems = new List<IndexProblem>();
        var first = new Dictionary<string, (FieldInfo Field, string Segment)>(StringComparer.Ordinal);
        foreach (var segment in commit.Segments)
        {
            if (Read(directory, segment) is not { } fields) continue;
            foreach (var field in fields)
            {
                if (!first.TryAdd(field.Name, (field, segment.Info.Name))
                    && Clash(first[field.Name].Field, field) is { } what)
                    problems.Add(new IndexProblem(
                        segment.Info.Name,
                        -1,
                        $"field \"{field.Name}\" has another {what} than in segment {first[field.Name].Segment}"));
            }
        }

        return problems;
    }

    // Unreadable fields are reported by the check of their segment.
    private static FieldInfos? Read(IndexDirectory directory, SegmentCommit segment)
    {
        try
        {
            return new SegmentParts(directory, segment).Fields;
        }
        catch (Exception error) when (error is IOException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Clash(FieldInfo a, FieldInfo b)
    {
        if (a.DocValues != DocValuesType.None && b.DocValues != DocValuesType.None && a.DocValues != b.DocValues)
            return "column type";
        var bothHavePoints = a.PointDimensions > 0 && b.PointDimensions > 0;
        return bothHavePoints && (a.PointDimensions, a.PointIndexDimensions, a.PointBytes)
            != (b.PointDimensions, b.PointIndexDimensions, b.PointBytes) ? "shape of points" : null;
    }
}
