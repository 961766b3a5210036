using Dateline.Index.Codecs.Commit;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>
/// The columns of one segment, versions 0 to 2 (LUCENE87 section 14). Thread-safe; each call gives a cursor of its own,
/// or null when the field has no column of that type.
/// </summary>
internal sealed class DocValuesReader
{
    private readonly Dictionary<int, object> _entries;

    private DocValuesReader(Dictionary<int, object> entries) => _entries = entries;

    /// <summary>Reads the meta file (whose checksum is verified) and opens the data file.</summary>
    public static DocValuesReader Open(
        SegmentFiles files, FieldInfos fields, string suffix = DocValuesFormat.Suffix)
    {
        var meta = files.Open("dvm", DocValuesFormat.MetaCodec, DocValuesFormat.WrittenVersion,
            DocValuesFormat.ModeVersion,
            out var version, suffix, verify: true);
        var data = files.Open("dvd", DocValuesFormat.DataCodec, version, version, out _, suffix);
        return new DocValuesReader(new DocValuesMeta(meta, data, files.MaxDoc, version).Read(fields));
    }

    /// <summary>
    /// The columns as last updated: a field of a generation has files of its own beside the segment's, which replace
    /// all its values (LUCENE87 section 3).
    /// </summary>
    /// <param name="written">The columns the segment was written with; null when it had none.</param>
    /// <param name="files">The segment, never in compound form.</param>
    /// <param name="fields">The fields as last updated.</param>
    public static DocValuesReader OpenUpdates(DocValuesReader? written, SegmentFiles files, FieldInfos fields)
    {
        var entries = new Dictionary<int, object>(written?._entries ?? []);
        foreach (var field in fields)
        {
            if (field.DocValues == DocValuesType.None || field.DocValuesGeneration < 0) continue;
            var suffix = $"{Base36.Format(field.DocValuesGeneration)}_{DocValuesFormat.Suffix}";
            entries[field.Number] = Open(files, new FieldInfos([field]), suffix)._entries[field.Number];
        }

        return new DocValuesReader(entries);
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
