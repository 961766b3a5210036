using Dateline.Index.Store;

namespace Dateline.Index.Codecs;

/// <summary>
/// The files of one segment: names, headers and footers (LUCENE87 section 2). Codec parts open and create through it.
/// </summary>
/// <param name="directory">Where the files are (the compound view when the segment is compound).</param>
/// <param name="segment">Segment name, e.g. <c>_3</c>.</param>
/// <param name="id">The segment's 16 id bytes.</param>
/// <param name="maxDoc">Documents in the segment, deleted ones included.</param>
internal sealed class SegmentFiles(IndexDirectory directory, string segment, ReadOnlyMemory<byte> id, int maxDoc)
{
    private readonly List<string> _created = [];

    public IndexDirectory Directory => directory;

    public string Segment => segment;

    public ReadOnlyMemory<byte> Id => id;

    public int MaxDoc => maxDoc;

    /// <summary>Names of the files created so far, for <c>.si</c>.</summary>
    public IReadOnlyList<string> Created => _created;

    /// <summary><c>_3.fnm</c>, or <c>_3_Lucene84_0.doc</c> with a suffix.</summary>
    public string FileName(string extension, string suffix = "") =>
        suffix.Length == 0 ? $"{segment}.{extension}" : $"{segment}_{suffix}.{extension}";

    /// <summary>Creates a file and writes its header.</summary>
    public IndexOutput Create(string extension, string codec, int version, string suffix = "")
    {
        var name = FileName(extension, suffix);
        var output = directory.Create(name);
        try
        {
            CodecHeader.WriteIndex(output, codec, version, id.Span, suffix);
        }
        catch
        {
            output.Dispose();
            throw;
        }

        _created.Add(name);
        return output;
    }

    /// <summary>
    /// Opens a file, checks header and footer (and the whole checksum when <paramref name="verify"/> is set, as readers
    /// do for small meta files) and returns it positioned after the header.
    /// </summary>
    public IndexInput Open(
        string extension, string codec, int minVersion, int maxVersion, out int version, string suffix = "",
        bool verify = false)
    {
        var input = directory.Open(FileName(extension, suffix));
        if (verify) CodecHeader.CheckChecksum(input);
        else CodecHeader.CheckFooter(input);
        version = CodecHeader.ReadIndex(input, codec, minVersion, maxVersion, id.Span, suffix);
        return input;
    }
}
