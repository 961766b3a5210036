namespace Dateline.Search.Ingestion;

/// <summary>
/// From paths to decoded inputs. Lazy: holds one document (or one record of a line-based file) at a time. Every file
/// and record yields exactly one result; nothing a file contains makes it throw. Files whose names start with a dot,
/// and a folder's README, are left out.
/// </summary>
public sealed class InputReader
{
    private readonly InputLimits _limits;
    private readonly Func<Stream> _openStandardInput;

    /// <summary>A reader.</summary>
    /// <param name="limits">Bounds; the defaults when null.</param>
    /// <param name="openStandardInput">Opens what the path <c>-</c> stands for; the process's standard input when
    /// null.</param>
    public InputReader(InputLimits? limits = null, Func<Stream>? openStandardInput = null)
    {
        _limits = limits ?? new InputLimits();
        _openStandardInput = openStandardInput ?? Console.OpenStandardInput;
    }

    /// <summary>Reads files, folders (recursively, ordinal order) and <c>-</c>, in the order given.</summary>
    public IEnumerable<InputResult> Read(IEnumerable<string> paths, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return ReadAll(paths, new OriginNames(), cancellationToken);
    }

    /// <summary>The same, with origins that files had in earlier runs.</summary>
    internal IEnumerable<InputResult> Read(
        IEnumerable<string> paths, OriginNames names, CancellationToken cancellationToken = default) =>
        ReadAll(paths, names, cancellationToken);

    /// <summary>
    /// The number of files <see cref="Read"/> would open, for progress; standard input and missing paths not counted.
    /// </summary>
    public int CountFiles(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var walk = new FileWalk(_limits.FolderDepth, new OriginNames());
        return paths.Where(static path => path != "-").SelectMany(walk.List).Count(static file => file.Failure is null);
    }

    private IEnumerable<InputResult> ReadAll(
        IEnumerable<string> paths, OriginNames names, CancellationToken cancellationToken)
    {
        var walk = new FileWalk(_limits.FolderDepth, names);
        var sawStandardInput = false;
        foreach (var path in paths)
        {
            if (path == InputResult.StandardInput && sawStandardInput)
                continue;
            sawStandardInput |= path == InputResult.StandardInput;
            foreach (var result in path == InputResult.StandardInput ? StandardInput(names) : Files(walk, path))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return result;
            }
        }
    }

    private IEnumerable<InputResult> Files(FileWalk walk, string path)
    {
        foreach (var file in walk.List(path))
        {
            if (file.Failure is not null)
            {
                yield return file.Failure;
                continue;
            }

            foreach (var result in Guarded(file.Origin, () => OpenFile(file.FullPath)))
                yield return Located(result, file.Origin, file.FullPath);
        }
    }

    private IEnumerable<InputResult> StandardInput(OriginNames names)
    {
        var origin = names.NameOf(InputResult.StandardInput, "stdin");
        return Guarded(origin, OpenStandardInput)
            .Select(result => Located(result, origin, InputResult.StandardInput));
    }

    private static InputResult Located(InputResult result, string fileOrigin, string location) => result with
    {
        Location = location,
        Record = result.Origin.Length == fileOrigin.Length ? null : result.Origin[(fileOrigin.Length + 1)..],
    };

    private Stream OpenStandardInput() => _openStandardInput();

    /// <summary>Null for an empty file; asking first keeps a pipe without writer from blocking the run.</summary>
    private static FileStream? OpenFile(string path) =>
        new FileInfo(path) is { Length: 0 } ? null : File.OpenRead(path);

    /// <summary>Turns I/O errors at any point of reading into one failure.</summary>
    private IEnumerable<InputResult> Guarded(string origin, Func<Stream?> open)
    {
        using var results = Shaped(origin, open).GetEnumerator();
        while (true)
        {
            InputResult result;
            try
            {
                if (!results.MoveNext())
                    yield break;
                result = results.Current;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                result =
                    new InputFailure(origin, InputFailureReason.Unreadable,
                    $"{origin} cannot be read: {error.Message}", "Check its permissions.");
            }

            yield return result;
            if (result is InputFailure { Reason: InputFailureReason.Unreadable })
                yield break;
        }
    }

    private IEnumerable<InputResult> Shaped(string origin, Func<Stream?> open)
    {
        using var stream = open() ?? Stream.Null;
        var head = new byte[FormatSniffer.HeadBytes];
        var headLength = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(head.AsMemory(0, headLength), stream);
        var shape = FormatSniffer.Shape(origin, head.AsSpan(0, headLength));
        if (shape == FileShape.JsonLines)
        {
            foreach (var record in JsonInputs.Lines(origin, whole, _limits.DocumentBytes))
                yield return record;
            yield break;
        }

        foreach (var result in Whole(origin, shape, whole))
            yield return result;
    }

    private IEnumerable<InputResult> Whole(string origin, FileShape shape, Stream stream)
    {
        var limit = shape == FileShape.JsonDocument ? _limits.JsonFileBytes : _limits.DocumentBytes;
        var bytes = ReadBounded(stream, limit);
        if (bytes is null)
            return [DocumentInputs.TooLarge(origin, limit)];
        if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
            return [DocumentInputs.Empty(origin)];
        return shape switch
        {
            FileShape.PageText => [DocumentInputs.Read(origin, InputFormat.PageText, bytes)],
            FileShape.Html => [DocumentInputs.Read(origin, InputFormat.Html, bytes)],
            FileShape.Markdown => [DocumentInputs.Read(origin, InputFormat.Markdown, bytes)],
            FileShape.JsonDocument => JsonInputs.Document(origin, bytes, _limits),
            _ => throw new InvalidOperationException($"No reader for {shape}."),
        };
    }

    /// <summary>All bytes, or null when there are more than the limit.</summary>
    private static byte[]? ReadBounded(Stream stream, int limit)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[64 << 10];
        int read;
        while ((read = stream.Read(chunk)) > 0)
        {
            if (buffer.Length + read > limit)
                return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
