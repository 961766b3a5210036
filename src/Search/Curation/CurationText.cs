using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;

namespace Dateline.Search.Curation;

/// <summary>Records in words.</summary>
internal static class CurationText
{
    /// <summary>One sentence without full stop.</summary>
    public static string Of(CurationRecord record) => record.Operation switch
    {
        CurationOperation.Merge => $"Merged {Values(record)} into {Into(record)}",
        CurationOperation.Split => $"Split {Into(record)} off {Values(record)}{Scope(record)}",
        CurationOperation.Rename => $"Renamed {Values(record)} to “{record.Name}”",
        CurationOperation.Retype => $"Made {Values(record)} a {record.Kind}",
        CurationOperation.Hide => $"Hid {Values(record)}",
        CurationOperation.Unhide => $"Showed {Values(record)} again",
        CurationOperation.Pin =>
            $"Pinned {(record.Values.Count == 0 ? "a toponym" : Values(record))} to {Into(record)}{Scope(record)}",
        CurationOperation.Undo => $"Undid record {record.Undoes}",
        _ => EnumNames.Kebab(record.Operation),
    };

    private static string Values(CurationRecord record) =>
        string.Join(", ", record.Values.Select(value => Prefix(record) + value));

    private static string Into(CurationRecord record) =>
        $"{Prefix(record)}{record.Into}{(record.Name is { } name ? $" (“{name}”)" : "")}";

    private static string Prefix(CurationRecord record) =>
        record.Dimension is FacetDimension.Place ? "place:" : "actor:";

    private static string Scope(CurationRecord record)
    {
        var spelled = record.Spellings.Count == 0
            ? "" : " where it is written " + string.Join(
                " or ", record.Spellings.Select(static spelling => $"“{spelling}”"));
        return record.Articles.Count switch
        {
            0 => spelled,
            1 => $"{spelled} in article {record.Articles[0]}",
            var count => $"{spelled} in {count} articles",
        };
    }
}
