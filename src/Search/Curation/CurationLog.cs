using System.Text.Json;
using Dateline.Index.Store;
using Dateline.Search.Archive;

namespace Dateline.Search.Curation;

/// <summary>
/// The file of curation records, one a line, that only grows. Several processes may read and write it: writing is under
/// a lock, and what others wrote is noticed. Thread-safe.
/// </summary>
public sealed class CurationLog(string path, TimeProvider clock)
{
    private const int MostBytes = 256 << 20;
    private const int MostLineBytes = 1 << 20;
    private const string Torn = "is cut off, as a crash while writing leaves it";
    private const int LockTries = 100;
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(50);

    // "Another process has it", as Linux, macOS and Windows (sharing, lock) say it; all else does not pass by waiting.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly Lock _gate = new();
    private (long Length, DateTime Written) _stamp = (-1, default);
    private CurationHistory _history = CurationHistory.Empty;

    /// <summary>Opens the files it writes; a test has it fail.</summary>
    internal Func<string, FileShare, FileStream> Open { get; init; } = static (path, share) =>
        new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, bufferSize: 1);

    /// <summary>The log of an archive.</summary>
    public CurationLog(DataFolder folder, TimeProvider clock)
        : this((folder ?? throw new ArgumentNullException(nameof(folder))).CurationPath, clock)
    {
    }

    /// <summary>What the file says now; the same object as long as it does not change.</summary>
    public CurationHistory Current
    {
        get
        {
            var stamp = Stamp();
            lock (_gate)
            {
                if (stamp != _stamp)
                    (_history, _stamp) = (Read(), stamp);
                return _history;
            }
        }
    }

    /// <summary>Writes a record at the end and makes it durable; gives it its number and time.</summary>
    /// <param name="make">Makes the record from what the log says while nobody else can write; null writes
    /// nothing.</param>
    /// <returns>The record as written, or null.</returns>
    /// <exception cref="ArgumentException">The record means nothing.</exception>
    /// <exception cref="IOException">The file cannot be written, or another process does not let go of it.</exception>
    public CurationRecord? Append(Func<CurationHistory, CurationRecord?> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        using var locked = Opened(Lock);
        var history = Current;
        if (make(history) is not { } draft)
            return null;
        var record = draft with { Id = history.NextId, Time = clock.GetUtcNow() };
        if (CurationCheck.Problem(record) is { } problem)
            throw new ArgumentException($"The record {problem}.", nameof(make));
        Opened(() => Write(record));
        return record;
    }

    /// <inheritdoc cref="Append(Func{CurationHistory, CurationRecord})"/>
    public CurationRecord Append(CurationRecord record) => Append(_ => record)!;

    // Whatever the reason, the caller hears which file cannot be written and why.
    private T Opened<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception error) when (error is UnauthorizedAccessException || (error is IOException && !IsHeld(error)))
        {
            throw new IOException($"The curation log '{path}' cannot be written: {error.Message}", error);
        }
    }

    private bool Write(CurationRecord record)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(record, CurationJson.Default.CurationRecord), (byte)'\n'];
        var isNew = !File.Exists(path);
        using (var file = Open(path, FileShare.ReadWrite))
        {
            var before = file.Length;
            if (before > 0)
            {
                file.Position = file.Length - 1;
                // What a crash left of a line stays, as a line of its own.
                if (file.ReadByte() != '\n')
                    line = [(byte)'\n', .. line];
            }

            try
            {
                file.Position = before;
                file.Write(line);
                file.Flush(flushToDisk: true);
            }
            catch (IOException)
            {
                file.SetLength(before);
                throw;
            }
        }

        if (isNew)
            SyncName();
        return true;
    }

    private void SyncName()
    {
        using var folder = new FileDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        folder.Sync([Path.GetFileName(path)]);
    }

    private FileStream Lock()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Open(path + ".lock", FileShare.None);
            }
            catch (IOException error) when (IsHeld(error))
            {
                if (attempt == LockTries)
                    throw new IOException(
                        $"Another process holds the curation log '{path}'; try again.", error.HResult);
                Thread.Sleep(LockPause);
            }
        }
    }

    private static bool IsHeld(Exception error) => Array.IndexOf(Held, error.HResult) >= 0;

    private (long, DateTime) Stamp()
    {
        var file = new FileInfo(path);
        return file.Exists ? (file.Length, file.LastWriteTimeUtc) : (0, default);
    }

    private CurationHistory Read()
    {
        if (!File.Exists(path))
            return CurationHistory.Empty;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length > MostBytes)
            throw new InvalidDataException($"'{path}' has {file.Length} bytes, more than a curation log can have.");
        var bytes = new byte[file.Length];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return Parse(bytes.AsSpan(0, read));
    }

    /// <summary>Reads the bytes of a log.</summary>
    internal static CurationHistory Parse(ReadOnlySpan<byte> bytes)
    {
        List<(int, CurationRecord)> records = [];
        List<CurationProblem> problems = [];
        var number = 0;
        while (!bytes.IsEmpty)
        {
            number++;
            var end = bytes.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            if (ParseLine(line, out var problem) is { } record)
                records.Add((number, record));
            else
                problems.Add(new CurationProblem(number, end < 0 ? Torn : problem));
        }

        return CurationHistory.Of(records, problems, number);
    }

    private static CurationRecord? ParseLine(ReadOnlySpan<byte> line, out string problem)
    {
        problem = "is longer than a record can be";
        if (line.Length > MostLineBytes)
            return null;
        try
        {
            if (JsonSerializer.Deserialize(line, CurationJson.Default.CurationRecord) is { } record)
            {
                problem = CurationCheck.Problem(record) ?? "";
                return problem.Length == 0 ? record : null;
            }

            problem = "null is no record";
        }
        catch (JsonException error)
        {
            problem = $"is no record this version knows: {error.Message}";
        }

        return null;
    }
}
