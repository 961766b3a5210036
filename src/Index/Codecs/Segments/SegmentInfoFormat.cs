using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Segments;

/// <summary>Reads and writes <c>_X.si</c> (LUCENE87 section 4).</summary>
internal static class SegmentInfoFormat
{
    public const string Extension = "si";

    /// <summary>Upper limit for documents of an index, with room for sentinels above it.</summary>
    public const int MaxDocs = int.MaxValue - 128;

    private const string Codec = "Lucene86SegmentInfo";
    private const byte Present = 1;
    private const byte Yes = 1;
    private const byte No = 0xFF;

    public static void Write(IndexDirectory directory, SegmentInfo info)
    {
        using var output = directory.Create($"{info.Name}.{Extension}");
        CodecHeader.WriteIndex(output, Codec, 0, info.Id.Span, "");
        info.Version.WriteInts(output);
        output.WriteByte(Present);
        info.MinVersion.WriteInts(output);
        output.WriteInt32(info.MaxDoc);
        output.WriteByte(info.IsCompound ? Yes : No);
        output.WriteStringMap(info.Diagnostics);
        output.WriteStringSet(info.Files);
        output.WriteStringMap(info.Attributes);
        output.WriteVInt(0);
        CodecHeader.WriteFooter(output);
    }

    // Names lead to files that are opened and that the next writer keeps: only those of the segment, in this folder.
    internal static IReadOnlyList<string> ReadFiles(IndexInput input, string segment)
    {
        var files = input.ReadStringSet();
        foreach (var file in files)
        {
            var isOwn = file.Length > segment.Length && file.StartsWith(segment, StringComparison.Ordinal)
                && file[segment.Length] is '.' or '_' && !file.AsSpan().ContainsAny('/', '\\', '\0');
            if (!isOwn) throw input.Corrupt($"\"{file}\" is no file name of segment {segment}");
        }

        return files;
    }

    public static SegmentInfo Read(IndexDirectory directory, string segment, ReadOnlyMemory<byte> id)
    {
        var input = directory.Open($"{segment}.{Extension}");
        CodecHeader.CheckChecksum(input);
        CodecHeader.ReadIndex(input, Codec, 0, 0, id.Span, "");
        var version = LuceneVersion.ReadInts(input);
        if (input.ReadByte() != Present) throw input.Corrupt("the smallest contributing version is missing");
        var minVersion = LuceneVersion.ReadInts(input);
        var maxDoc = input.ReadInt32();
        if (maxDoc is < 0 or > MaxDocs) throw input.Corrupt($"number of documents is {maxDoc}");
        var compound = input.ReadByte();
        if (compound is not (Yes or No)) throw input.Corrupt($"compound flag is {compound}, expected 1 or 255");
        var info = new SegmentInfo
        {
            Name = segment,
            Id = id,
            Version = version,
            MinVersion = minVersion,
            MaxDoc = maxDoc,
            IsCompound = compound == Yes,
            Diagnostics = input.ReadStringMap(),
            Files = ReadFiles(input, segment),
            Attributes = input.ReadStringMap(),
            Sort = IndexSortFormat.Read(input),
        };
        if (input.Remaining != CodecHeader.FooterLength) throw input.Corrupt("there are bytes left before the footer");
        return info;
    }
}
