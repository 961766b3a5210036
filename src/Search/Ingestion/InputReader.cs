using Dateline.Search.Ingestion.Formats;

namespace Dateline.Search.Ingestion;

/// <summary>
/// From paths to decoded inputs. Lazy: holds one document (or one record of a container) at a time. Every file and
/// record yields exactly one result; nothing a file contains makes it throw. Files whose names start with a dot, and a
/// folder's README, are left out.
/// </summary>
public sealed class InputReader
{
    private readonly InputLimits _limits;
    private readonly Func<Stream> _openStandardInput;
    private readonly SourceReading _reading;
    private readonly Func<string, bool>? _includes;
    private long _bytesRead;

    /// <summary>A reader.</summary>
    /// <param name="limits">Bounds; the defaults when null.</param>
    /// <param name="openStandardInput">Opens what the path <c>-</c> stands for; the process's standard input when
    /// null.</param>
    /// <param name="fields">What the fields of records hold; told by their names when null.</param>
    public InputReader(InputLimits? limits = null, Func<Stream>? openStandardInput = null, FieldMap? fields = null)
        : this(limits ?? new InputLimits(), openStandardInput ?? Console.OpenStandardInput, fields, null)
    {
    }

    private InputReader(InputLimits limits, Func<Stream> openStandardInput, FieldMap? fields, Func<string,
        bool>? includes)
    {
        (_limits, _openStandardInput, _includes) = (limits, openStandardInput, includes);
        _reading = new SourceReading(limits, fields);
    }

    /// <summary>Bytes of files and standard input read so far, packed as they are.</summary>
    public long BytesRead => Volatile.Read(ref _bytesRead);

    /// <summary>
    /// Reads files, folders (recursively, ordinal order), patterns (<c>*</c>, <c>?</c> and <c>**</c> in a path) and
    /// <c>-</c>, in the order given.
    /// </summary>
    public IEnumerable<InputResult> Read(IEnumerable<string> paths, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return ReadAll(paths, new OriginNames(), cancellationToken);
    }

    /// <summary>The same reader for only those files, by their absolute paths.</summary>
    public InputReader Only(Func<string, bool> includes) =>
        new(_limits, _openStandardInput, _reading.Fields, includes);

    /// <summary>The same, with origins that files had in earlier runs.</summary>
    internal IEnumerable<InputResult> Read(
        IEnumerable<string> paths, OriginNames names, CancellationToken cancellationToken = default) =>
        ReadAll(paths, names, cancellationToken);

    /// <summary>
    /// The files <see cref="Read(IEnumerable{string}, CancellationToken)"/> would open, by their absolute paths;
    /// standard input and what cannot be listed left out.
    /// </summary>
    public IEnumerable<FileInfo> Files(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var walk = new FileWalk(_limits.FolderDepth, new OriginNames());
        return paths.Where(static path => path != InputResult.StandardInput).SelectMany(walk.List)
            .Where(static file => file.Failure is null).Select(static file => new FileInfo(file.FullPath));
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
            if (_includes?.Invoke(file.FullPath) == false)
                continue;
            if (file.Failure is not null)
            {
                yield return file.Failure;
                continue;
            }

            var before = _bytesRead;
            var length = 0L;
            foreach (var result in _reading.Read(file.Origin, () => OpenFile(file, out length)))
                yield return Located(result, file.Origin, file.FullPath);
            // A container read from its end, or a file given up early, is done all the same.
            Volatile.Write(ref _bytesRead, before + length);
        }
    }

    private IEnumerable<InputResult> StandardInput(OriginNames names)
    {
        var origin = names.NameOf(InputResult.StandardInput, "stdin");
        return _reading.Read(origin, () => OpenStandardInput(origin))
            .Select(result => Located(result, origin, InputResult.StandardInput));
    }

    private static InputResult Located(InputResult result, string fileOrigin, string location) => result with
    {
        Location = location,
        Record = result.Origin.Length == fileOrigin.Length ? null : result.Origin[(fileOrigin.Length + 1)..],
    };

    private InputSource OpenStandardInput(string origin)
    {
        var expansion = new Expansion(_limits);
        return new InputSource(origin, "", expansion.Packed(_openStandardInput())) { Expansion = expansion };
    }

    /// <summary>Null for an empty file; asking first keeps a pipe without writer from blocking the run.</summary>
    private InputSource? OpenFile(WalkedFile file, out long length)
    {
        length = new FileInfo(file.FullPath).Length;
        if (length == 0)
            return null;
        var expansion = new Expansion(_limits);
        expansion.AddInput(length);
        var stream = new ProgressFileStream(file.FullPath, read => Interlocked.Add(ref _bytesRead, read));
        return new InputSource(file.Origin, Path.GetFileName(file.FullPath), stream) { Expansion = expansion };
    }
}
