using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Codecs.Norms;
using Dateline.Index.Codecs.Points;
using Dateline.Index.Codecs.StoredFields;
using Dateline.Index.Reading;
using Dateline.Index.Schema;

namespace Dateline.Index.Tests.Codecs;

/// <summary>
/// Compares what our readers see in a segment with the lines Oracle.java dumps through Lucene's own API, and counts
/// what was compared so that a test can demand that nothing was passed over.
/// </summary>
/// <param name="segment">The segment.</param>
/// <param name="from">First document that is in the dump.</param>
internal sealed class ColumnDump(LuceneSegment segment, int from = 0)
{
    private readonly NormsReader? _norms =
        segment.Fields.Any(field => field.HasNorms) ? NormsReader.Open(segment.Files, segment.Fields) : null;

    private readonly DocValuesReader? _columns = segment.Fields.Any(field => field.DocValues != DocValuesType.None)
        ? DocValuesReader.Open(segment.Files, segment.Fields) : null;

    private readonly PointsReader? _points =
        segment.Fields.Any(field => field.PointDimensions > 0) ? PointsReader.Open(segment.Files, segment.Fields)
            : null;

    private readonly StoredFieldsReader _stored = StoredFieldsReader.Open(segment.Files, segment.Fields, segment.Mode);

    public int Norms { get; private set; }

    public int Columns { get; private set; }

    public int Points { get; private set; }

    public int Stored { get; private set; }

    public void Compare(IEnumerable<string> dump, int segmentOrd)
    {
        var scan = _stored.Scan();
        foreach (var line in dump)
        {
            var json = JsonNode.Parse(NumbersAsJson(line))!;
            if ((int)json["seg"]! != segmentOrd) continue;
            if (json["norms"] is JsonValue norms && norms.GetValueKind() == JsonValueKind.String)
                CompareNorms(Field(norms), json);
            if (json["docvalues"] is { } column) CompareColumn(Field(column), json);
            if (json["points"] is JsonValue points && points.GetValueKind() == JsonValueKind.String)
                ComparePoints(Field(points), json);
            if (json["stored"] is { } docId) CompareStored((int)docId, json["fields"]!.AsArray(), scan);
        }
    }

    /// <summary>The dump prints numbers JSON does not have as Java does; they become null.</summary>
    private static string NumbersAsJson(string line) =>
        !line.Contains("\"stored\":", StringComparison.Ordinal) ? line : line
        .Replace(",NaN]", ",null]", StringComparison.Ordinal)
        .Replace(",Infinity]", ",null]", StringComparison.Ordinal)
        .Replace(",-Infinity]", ",null]", StringComparison.Ordinal);

    private FieldInfo Field(JsonNode name) => segment.Fields.Find((string)name!)!;

    private void CompareNorms(FieldInfo field, JsonNode json)
    {
        var expected = new byte[segment.Files.MaxDoc];
        foreach (var row in json["values"]!.AsArray()) expected[(int)row![0]!] = unchecked((byte)(long)row[1]!);
        var norms = _norms!.Field(field)!;
        Assert.Equal(
            expected.Skip(from),
            Enumerable.Range(from, expected.Length - from).Select(docId => (byte)norms.Get(docId)));
        if (!norms.Dense.IsEmpty) Assert.Equal(expected[from..], norms.Dense[from..].ToArray());
        Norms++;
    }

    private void CompareColumn(FieldInfo field, JsonNode json)
    {
        var rows = json["values"]!.AsArray().ToDictionary(row => (int)row![0]!, row =>
            row!.AsArray().Skip(1).ToArray());
        var dictionary = json["dict"]!.AsArray().Select(term => Convert.FromHexString((string)term!)).ToArray();
        if (from == 0) Assert.Equal(rows.Count, DocCount(field));
        Func<int, object[]?> read = Reader(field, dictionary);
        for (var docId = from; docId < segment.Files.MaxDoc; docId++)
        {
            var expected = rows.GetValueOrDefault(docId)?.Select(value => Scalar(value!)).ToArray();
            var actual = read(docId);
            if (expected is null ? actual is not null : actual is null || !expected.SequenceEqual(actual))
                Assert.Fail(
                    $"{field.Name} of {docId}: [{string.Join(' ', actual ?? [])}], expected "
                        + $"[{string.Join(' ', expected ?? [])}]");
        }

        Columns++;
    }

    private static object Scalar(JsonNode value)
    {
        if (value.GetValueKind() == JsonValueKind.String) return value.GetValue<string>();
        return value.GetValue<long>();
    }

    private int DocCount(FieldInfo field) => ((ColumnCursor)(field.DocValues switch
    {
        DocValuesType.Numeric => _columns!.Numeric(field)!,
        DocValuesType.SortedNumeric => _columns!.SortedNumeric(field)!,
        DocValuesType.Binary => _columns!.Binary(field)!,
        DocValuesType.Sorted => _columns!.Sorted(field)!,
        _ => _columns!.SortedSet(field)!,
    })).DocCount;

    private Func<int, object[]?> Reader(FieldInfo field, byte[][] dictionary)
    {
        switch (field.DocValues)
        {
            case DocValuesType.Numeric:
                var numeric = _columns!.Numeric(field)!;
                return docId => numeric.AdvanceExact(docId) ? [numeric.Value] : null;
            case DocValuesType.SortedNumeric:
                var many = _columns!.SortedNumeric(field)!;
                return docId => many.AdvanceExact(docId)
                    ? [.. Enumerable.Range(0, many.ValueCount).Select(_ => (object)many.NextValue())] : null;
            case DocValuesType.Binary:
                var binary = _columns!.Binary(field)!;
                return docId => binary.AdvanceExact(docId) ? [Convert.ToHexStringLower(binary.Value)] : null;
            case DocValuesType.Sorted:
                var sorted = _columns!.Sorted(field)!;
                CompareDictionary(sorted.Dictionary, dictionary);
                return docId => sorted.AdvanceExact(docId) ? [(long)sorted.Ord] : null;
            default:
                var set = _columns!.SortedSet(field)!;
                CompareDictionary(set.Dictionary, dictionary);
                return docId => set.AdvanceExact(docId)
                    ? [.. Enumerable.Range(0, set.OrdCount).Select(_ => (object)(long)set.NextOrd())] : null;
        }
    }

    public static void CompareDictionary(IOrdDictionary actual, byte[][] expected)
    {
        Assert.Equal(expected.Length, actual.ValueCount);
        for (var ord = 0; ord < expected.Length; ord++)
        {
            Assert.True(actual.Lookup(ord).SequenceEqual(expected[ord]), $"entry {ord}");
            Assert.Equal(ord, actual.Find(expected[ord]));
            Assert.Equal(-(ord + 1) - 1, actual.Find([.. expected[ord], 0]));
        }

        Assert.True(actual.Find([]) is -1 or 0);
        for (var ord = expected.Length - 1; ord >= 0; ord -= 7)
            Assert.True(actual.Lookup(ord).SequenceEqual(expected[ord]), $"entry {ord}");
    }

    private void ComparePoints(FieldInfo field, JsonNode json)
    {
        var rows = json["values"]!.AsArray().Select(row => (DocId: (int)row![0]!,
            Value: PointsFormat.ReadSortable(Convert.FromHexString((string)row[1]!)))).ToArray();
        var random = new Random(3);
        for (var round = 0; round < 60; round++)
        {
            var (min, max) = (long.MinValue, long.MaxValue);
            if (round > 0 && rows.Length > 0)
            {
                var (a, b) = (rows[random.Next(rows.Length)].Value, rows[random.Next(rows.Length)].Value);
                (min, max) = (Math.Min(a, b), Math.Max(a, b));
            }

            var bits = new ulong[(segment.Files.MaxDoc + 63) / 64];
            _points!.CollectLongRange(field, min, max, bits);
            for (var docId = 0; docId < from; docId++) bits[docId / 64] &= ~(1UL << docId);
            var expected = new ulong[bits.Length];
            foreach (var (docId, value) in rows)
                if (value >= min && value <= max) expected[docId / 64] |= 1UL << docId;
            Assert.Equal(expected, bits);
        }

        Points++;
    }

    private void CompareStored(int docId, JsonArray expected, StoredFieldsScan scan)
    {
        AssertFields(expected, _stored.Read(docId));
        AssertFields(expected, scan.Read(docId));
        Stored++;
    }

    private static void AssertFields(JsonArray expected, IReadOnlyList<StoredField> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var k = 0; k < actual.Count; k++)
        {
            Assert.Equal((string)expected[k]![0]!, actual[k].Name);
            AssertValue(expected[k]![1], actual[k].Value);
        }
    }

    private static void AssertValue(JsonNode? json, object value)
    {
        switch (value)
        {
            case string text: Assert.Equal((string)json!, text); break;
            case byte[] bytes: Assert.Equal((string)json!, Convert.ToHexStringLower(bytes)); break;
            case float number when !float.IsFinite(number): Assert.Null(json); break;
            case double number when !double.IsFinite(number): Assert.Null(json); break;
            case float number: Assert.Equal((float)json!, number); break;
            case double number: Assert.Equal((double)json!, number); break;
            default: Assert.Equal((long)json!, Convert.ToInt64(value, null)); break;
        }
    }
}
