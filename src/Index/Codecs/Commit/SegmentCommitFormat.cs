using Dateline.Index.Codecs.Segments;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Commit;

/// <summary>A segment's entry in a <c>segments_N</c> file (LUCENE87 section 3).</summary>
internal static class SegmentCommitFormat
{
    private const string Codec = "Lucene87";
    private const byte Present = 1;

    /// <summary>Writes an entry.</summary>
    public static void Write(IndexOutput output, SegmentCommit segment)
    {
        output.WriteString(segment.Info.Name);
        output.WriteBytes(segment.Info.Id.Span);
        output.WriteString(Codec);
        output.WriteInt64(segment.DeletionGeneration);
        output.WriteInt32(segment.DeletedCount);
        output.WriteInt64(segment.FieldsGeneration);
        output.WriteInt64(segment.ColumnsGeneration);
        output.WriteInt32(segment.SoftDeletedCount);
        output.WriteByte(segment.CommitId.IsEmpty ? (byte)0 : Present);
        output.WriteBytes(segment.CommitId.Span);
        output.WriteStringSet(segment.FieldsFiles);
        output.WriteInt32(segment.ColumnFiles.Count);
        foreach (var (field, files) in segment.ColumnFiles)
        {
            output.WriteInt32(field);
            output.WriteStringSet(files);
        }
    }

    /// <summary>
    /// Reads an entry and the <c>.si</c> file it names; null, with a note, when that is damaged or missing and there is
    /// a list for such.
    /// </summary>
    public static SegmentCommit? Read(
        IndexDirectory directory, IndexInput input, List<UnreadableSegment>? unreadable)
    {
        var (name, id) = ReadName(input);
        var deletionGeneration = input.ReadInt64();
        var deleted = input.ReadInt32();
        var (fieldsGeneration, columnsGeneration) = (input.ReadInt64(), input.ReadInt64());
        if (fieldsGeneration is < -1 or 0 || columnsGeneration is < -1 or 0)
            throw input.Corrupt(
                $"{name} has field infos of generation {fieldsGeneration}, columns of {columnsGeneration}");
        var softDeleted = input.ReadInt32();
        var commitId = ReadCommitId(input);
        var fieldsFiles = SegmentInfoFormat.ReadFiles(input, name);
        var columnFiles = ReadColumnFiles(input, name);
        if (ReadInfo(directory, name, id, deleted, unreadable) is not { } info) return null;
        if (deleted < 0 || deleted > info.MaxDoc || deletionGeneration < -1
            || (deletionGeneration == -1) != (deleted == 0))
            throw input.Corrupt(
                $"{name}: {deleted} of {info.MaxDoc} documents deleted, generation {deletionGeneration}");
        return new SegmentCommit
        {
            Info = info,
            DeletionGeneration = deletionGeneration,
            DeletedCount = deleted,
            SoftDeletedCount = softDeleted,
            FieldsGeneration = fieldsGeneration,
            ColumnsGeneration = columnsGeneration,
            FieldsFiles = fieldsFiles,
            ColumnFiles = columnFiles,
            CommitId = commitId,
        };
    }

    private static (string Name, byte[] Id) ReadName(IndexInput input)
    {
        var name = input.ReadString();
        if (!name.StartsWith('_') || !Base36.TryParse(name.AsSpan(1), out _))
            throw input.Corrupt($"\"{name}\" is not a segment name");
        var id = input.ReadSpan(CodecHeader.IdLength).ToArray();
        var codec = input.ReadString();
        if (codec != Codec)
            throw new NotSupportedException(
                $"{input.Name}: segment {name} was written with codec {codec}; only {Codec} is supported.");
        return (name, id);
    }

    private static byte[] ReadCommitId(IndexInput input)
    {
        var hasId = input.ReadByte();
        if (hasId > Present) throw input.Corrupt($"flag of the segment's commit id is {hasId}, expected 0 or 1");
        return hasId == Present ? input.ReadSpan(CodecHeader.IdLength).ToArray() : [];
    }

    private static SegmentInfo? ReadInfo(
        IndexDirectory directory, string name, byte[] id, int deleted, List<UnreadableSegment>? unreadable)
    {
        try
        {
            return SegmentInfoFormat.Read(directory, name, id);
        }
        catch (IOException error) when (unreadable is not null)
        {
            unreadable.Add(new UnreadableSegment(name, deleted, error));
            return null;
        }
    }

    private static Dictionary<int, IReadOnlyList<string>> ReadColumnFiles(IndexInput input, string segment)
    {
        var count = input.ReadInt32();
        if (count < 0 || count > input.Remaining) throw input.Corrupt($"{segment} has {count} updated columns");
        var files = new Dictionary<int, IReadOnlyList<string>>();
        for (var k = 0; k < count; k++)
        {
            var field = input.ReadInt32();
            if (!files.TryAdd(field, SegmentInfoFormat.ReadFiles(input, segment)))
                throw input.Corrupt($"{segment} lists the updated column of field {field} twice");
        }

        return files;
    }
}
