using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>
/// The columns of one segment, versions 0 to 2 (LUCENE87 section 14). Thread-safe; each call gives a cursor of its own,
/// or null
/// when the field has no column of that type.
/// </summary>
internal sealed class DocValuesReader
{
    private readonly Dictionary<int, object> _entries;

    private DocValuesReader(Dictionary<int, object> entries) => _entries = entries;

    /// <summary>Reads the meta file (whose checksum is verified) and opens the data file.</summary>
    public static DocValuesReader Open(SegmentFiles files, FieldInfos fields)
    {
        var meta = files.Open("dvm", DocValuesFormat.MetaCodec, DocValuesFormat.WrittenVersion,
            DocValuesFormat.ModeVersion,
            out var version, DocValuesFormat.Suffix, verify: true);
        var data = files.Open("dvd", DocValuesFormat.DataCodec, version, version, out _, DocValuesFormat.Suffix);
        return new DocValuesReader(new DocValuesMeta(meta, data, files.MaxDoc, version).Read(fields));
    }

    public NumericCursor? Numeric(FieldInfo field) =>
        Entry(field) is NumericEntry entry ? new NumericCursor(entry) : null;

    public SortedNumericCursor? SortedNumeric(FieldInfo field) =>
        Entry(field) is SortedNumericEntry entry ? new SortedNumericCursor(entry) : null;

    public BinaryCursor? Binary(FieldInfo field) => Entry(field) is BinaryEntry entry ? new BinaryCursor(entry) : null;

    public SortedCursor? Sorted(FieldInfo field) =>
        field.DocValues == DocValuesType.Sorted && Entry(field) is OrdsEntry entry ? new SortedCursor(entry) : null;

    public SortedSetCursor? SortedSet(FieldInfo field) =>
        field.DocValues == DocValuesType.SortedSet && Entry(field) is OrdsEntry entry ? new SortedSetCursor(entry)
            : null;

    private object? Entry(FieldInfo field) => _entries.GetValueOrDefault(field.Number);
}
