using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Segments;

/// <summary>One field documents are sorted by inside a segment.</summary>
/// <param name="Field">The column.</param>
/// <param name="Type">Lucene's name of the order, e.g. LONG.</param>
/// <param name="Descending">True when large values come first.</param>
internal sealed record IndexSortField(string Field, string Type, bool Descending);

/// <summary>
/// Reads the index sort at the end of <c>.si</c>: VInt count; per field String kind, String field, [String type,] Int
/// descending, [Int selector of the value that counts,] and Int 0, or Int 1 and the value of documents without one.
/// Dateline notes the order and never writes one.
/// </summary>
internal static class IndexSortFormat
{
    private const int MaxFields = 64;
    private const string Single = "SortField";
    private const string Numbers = "SortedNumericSortField";
    private const string Set = "SortedSetSortField";

    /// <summary>
    /// The sort fields. A kind that Lucene itself does not have is a <see cref="NotSupportedException"/>: its length is
    /// not known.
    /// </summary>
    public static IReadOnlyList<IndexSortField> Read(IndexInput input)
    {
        var fields = new IndexSortField[input.ReadCount(MaxFields, "number of sort fields")];
        for (var k = 0; k < fields.Length; k++) fields[k] = ReadField(input);
        return fields;
    }

    private static IndexSortField ReadField(IndexInput input)
    {
        var kind = input.ReadString();
        if (kind is not (Single or Numbers or Set))
            throw new NotSupportedException(
                $"{input.Name}: the segment is sorted by a \"{kind}\", which is not known.");
        var field = input.ReadString();
        var type = kind == Set ? "STRING" : input.ReadString();
        var descending = ReadFlag(input, "sort direction");
        if (kind != Single) input.ReadInt32(); // which of several values counts
        if (kind == Set) input.ReadInt32(); // 0, or where documents without a value go
        else if (ReadFlag(input, "flag of the missing value")) SkipMissing(input, type);
        return new IndexSortField(field, type, descending);
    }

    private static void SkipMissing(IndexInput input, string type) => input.ReadSpan(type switch
    {
        "INT" or "FLOAT" or "STRING" => 4,
        "LONG" or "DOUBLE" => 8,
        _ => throw input.Corrupt($"sort type is \"{type}\""),
    });

    private static bool ReadFlag(IndexInput input, string what) => input.ReadInt32() switch
    {
        0 => false,
        1 => true,
        var other => throw input.Corrupt($"{what} is {other}, expected 0 or 1"),
    };
}
