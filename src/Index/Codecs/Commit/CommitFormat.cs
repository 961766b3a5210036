using System.Security.Cryptography;
using Dateline.Index.Codecs.Segments;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Commit;

/// <summary>Reads and writes <c>segments_N</c> (LUCENE87 section 3).</summary>
internal static class CommitFormat
{
    private const string Codec = "segments";
    private const string Prefix = "segments_";
    private const int FormatVersion = 10;
    private const int OldestCreatedMajor = 7; // length bytes were encoded otherwise before

    public static string FileName(long generation) => Prefix + Base36.Format(generation);

    public static string PendingName(long generation) => "pending_" + FileName(generation);

    /// <summary>The largest generation among the file names; 0 when there is no commit.</summary>
    public static long LastGeneration(IReadOnlyList<string> files)
    {
        var last = 0L;
        foreach (var file in files)
        {
            if (file.StartsWith(Prefix, StringComparison.Ordinal)
                && Base36.TryParse(file.AsSpan(Prefix.Length), out var generation))
                last = Math.Max(last, generation);
        }

        return last;
    }

    /// <summary>
    /// Opens the newest commit with <paramref name="open"/>. A writer may replace it meanwhile and delete its files, so
    /// a failure counts only when no newer commit has appeared. <see cref="FileNotFoundException"/> when there is no
    /// commit.
    /// </summary>
    public static T OpenNewest<T>(IndexDirectory directory, Func<CommitPoint, T> open)
    {
        while (true)
        {
            var generation = LastGeneration(directory.ListFiles());
            if (generation == 0)
                throw new FileNotFoundException($"There is no index in {directory}: no segments_N file.");
            try
            {
                return open(Read(directory, generation));
            }
            catch (IOException) when (LastGeneration(directory.ListFiles()) > generation)
            {
                // The failure came from a commit that is no longer the newest.
            }
        }
    }

    /// <summary>
    /// Reads a commit and the <c>.si</c> files of its segments. With <paramref name="unreadable"/>, segments whose
    /// <c>.si</c> is damaged or missing go there and are left out; without, the first of them is an error.
    /// </summary>
    public static CommitPoint Read(
        IndexDirectory directory, long generation, List<UnreadableSegment>? unreadable = null)
    {
        var input = directory.Open(FileName(generation));
        CodecHeader.CheckChecksum(input);
        CodecHeader.ReadPlain(input, Codec, FormatVersion, FormatVersion);
        input.ReadSpan(CodecHeader.IdLength);
        CodecHeader.ReadSuffix(input, Base36.Format(generation));
        var version = LuceneVersion.ReadVInts(input);
        var createdMajor = input.ReadVInt();
        if (createdMajor < OldestCreatedMajor || createdMajor > version.Major)
            throw input.Corrupt($"the index was created by major version {createdMajor}, this reader knows 7 and 8");
        var changes = input.ReadInt64();
        var names = input.ReadVLong();
        var count = input.ReadInt32();
        if (count < 0 || count > input.Remaining) throw input.Corrupt($"number of segments is {count}");
        if (count > 0) LuceneVersion.ReadVInts(input);
        var segments = new List<SegmentCommit>();
        for (var k = 0; k < count; k++)
            if (SegmentCommitFormat.Read(directory, input, unreadable) is { } segment) segments.Add(segment);
        CheckCounts(input, segments, names);
        var userData = input.ReadStringMap();
        if (input.Remaining != CodecHeader.FooterLength) throw input.Corrupt("there are bytes left before the footer");
        return new CommitPoint
        {
            Generation = generation,
            Version = version,
            CreatedMajor = createdMajor,
            ChangeCounter = changes,
            NameCounter = names,
            Segments = segments,
            UserData = userData,
        };
    }

    /// <summary>Writes <c>pending_segments_N</c> completely; the caller makes it durable and renames it.</summary>
    public static void WritePending(IndexDirectory directory, CommitPoint commit)
    {
        using var output = directory.Create(PendingName(commit.Generation));
        var id = RandomNumberGenerator.GetBytes(CodecHeader.IdLength);
        CodecHeader.WriteIndex(output, Codec, FormatVersion, id, Base36.Format(commit.Generation));
        commit.Version.WriteVInts(output);
        output.WriteVInt(commit.CreatedMajor);
        output.WriteInt64(commit.ChangeCounter);
        output.WriteVLong(commit.NameCounter);
        output.WriteInt32(commit.Segments.Count);
        if (commit.Segments.Count > 0)
            commit.Segments.Select(segment => segment.Info.Version).Aggregate(LuceneVersion.Min).WriteVInts(output);
        foreach (var segment in commit.Segments) SegmentCommitFormat.Write(output, segment);
        output.WriteStringMap(commit.UserData);
        CodecHeader.WriteFooter(output);
    }

    private static void CheckCounts(IndexInput input, List<SegmentCommit> segments, long nameCounter)
    {
        var documents = 0L;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var segment in segments)
        {
            documents += segment.Info.MaxDoc;
            if (!names.Add(segment.Info.Name)) throw input.Corrupt($"segment {segment.Info.Name} is listed twice");
            if (Base36.TryParse(segment.Info.Name.AsSpan(1), out var number) && number >= nameCounter)
                throw input.Corrupt($"segment {segment.Info.Name} is not below the name counter {nameCounter}");
        }

        if (documents > SegmentInfoFormat.MaxDocs)
            throw input.Corrupt($"{documents} documents are more than an index can have");
    }
}
