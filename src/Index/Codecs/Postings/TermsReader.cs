using Dateline.Index.Codecs.Terms;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Postings;

/// <summary>
/// The inverted index of one segment (LUCENE87 sections 11 to 13). Thread-safe. Opening checks the whole of <c>.tmd</c>
/// and the frames of the other files; damage elsewhere shows as <see cref="CorruptIndexException"/> where it is read.
/// </summary>
internal sealed class TermsReader : IDisposable
{
    private const string FormatAttribute = "PerFieldPostingsFormat.format";
    private const string SuffixAttribute = "PerFieldPostingsFormat.suffix";
    private const string Format = "Lucene84";

    private readonly Dictionary<string, BlockTreeFieldTerms> _fields = new(StringComparer.Ordinal);
    private bool _disposed;

    private TermsReader()
    {
    }

    /// <summary>
    /// Opens the files the fields need; none when no field is indexed. A field written by another postings format is a
    /// <see cref="NotSupportedException"/>.
    /// </summary>
    public static TermsReader Open(SegmentFiles files, FieldInfos fields)
    {
        var reader = new TermsReader();
        var indexed = fields.Where(field => field.IndexOptions != IndexOptions.None);
        foreach (var group in indexed.GroupBy(FileSuffix, StringComparer.Ordinal))
            reader.OpenGroup(files, fields, [.. group], group.Key);
        return reader;
    }

    private static string FileSuffix(FieldInfo field)
    {
        var format = field.Attributes.GetValueOrDefault(FormatAttribute, Format);
        return format == Format
            ? $"{format}_{field.Attributes.GetValueOrDefault(SuffixAttribute, "0")}"
            : throw new NotSupportedException(
                $"Field \"{field.Name}\" has postings format \"{format}\"; only {Format} is read. "
                    + "Rewrite the index with it.");
    }

    private void OpenGroup(SegmentFiles files, FieldInfos allFields, List<FieldInfo> fields, string suffix)
    {
        IndexInput OpenOne(string extension, string codec, bool verify = false) => files.Open(
            extension, codec, PostingsFormat.TermsVersion, PostingsFormat.TermsVersion, out _, suffix, verify);

        var postings = PostingsInputs.Open(files, fields, suffix);
        var terms = OpenOne("tim", PostingsFormat.TermsCodec);
        var index = OpenOne("tip", PostingsFormat.IndexCodec);
        var meta = OpenOne("tmd", PostingsFormat.MetaCodec, verify: true);
        CodecHeader.ReadIndex(
            meta, PostingsFormat.PostingsMetaCodec, PostingsFormat.PostingsVersion, PostingsFormat.PostingsVersion,
            files.Id.Span, suffix);
        var blockSize = meta.ReadVInt();
        if (blockSize != PostingsFormat.BlockSize) throw meta.Corrupt($"block size is {blockSize}, expected 128");
        for (var left = meta.ReadCount(allFields.Count, "number of fields"); left > 0; left--)
        {
            var row = FieldMeta.Read(meta, allFields, files.MaxDoc);
            var fst = index.Slice(row.IndexPointer, row.IndexLength);
            if (!_fields.TryAdd(row.Field.Name, new BlockTreeFieldTerms(row, terms, fst, postings)))
                throw meta.Corrupt($"field \"{row.Field.Name}\" occurs twice");
        }

        CheckLength(meta, index);
        CheckLength(meta, terms);
    }

    private static void CheckLength(IndexInput meta, IndexInput file)
    {
        var length = meta.ReadInt64();
        if (length != file.Length)
            throw new CorruptIndexException(
                file.Name, file.Length, $"the file has {file.Length} bytes instead of {length}");
    }

    /// <summary>The terms of a field; null when the segment has none for it.</summary>
    public FieldTerms? Field(string name)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _fields.GetValueOrDefault(name);
    }

    /// <summary>Lets go of the files; terms and cursors already handed out stay readable.</summary>
    public void Dispose()
    {
        _fields.Clear();
        _disposed = true;
    }
}
