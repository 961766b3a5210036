using System.Text.Json;
using Dateline.Search.Archive.Json;
using Dateline.Search.Articles;

namespace Dateline.Search.Archive.Ingest;

/// <summary>
/// Articles as they were before their inputs changed, so that what was cited from them can still be checked. Kept
/// beside the index as JSON lines, an article a line; written before the commit that replaces them. Reading is
/// thread-safe and holds no articles in memory, only where each stands.
/// </summary>
public sealed class EarlierVersions
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Id, string ContentHash), long> _places = [];
    private readonly string _path;
    private long _length;

    /// <summary>The earlier versions of an archive.</summary>
    public EarlierVersions(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _path = folder.VersionsPath;
    }

    /// <summary>The article with this id as it was when it had this content, or null.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public Article? Find(string id, string contentHash)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(contentHash);
        lock (_gate)
        {
            Refresh();
            if (!_places.TryGetValue((id, contentHash), out var place))
                return null;
            foreach (var (_, start, line) in JsonLinesFile.Read(_path, place))
                return Parse(start, line.Span);
            return null;
        }
    }

    internal void Append(IReadOnlyCollection<Article> articles) => JsonLinesFile.Append(
        _path, articles, static (file, article) => JsonSerializer.Serialize(file, article,
            ArchiveJson.Compact.Article));

    /// <summary>Drops every version of these articles.</summary>
    internal void Remove(IReadOnlySet<string> ids)
    {
        if (!File.Exists(_path))
            return;
        lock (_gate)
        {
            var kept = _path + ".new";
            using (var file = new FileStream(kept, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                foreach (var (_, start, line) in JsonLinesFile.Read(_path))
                {
                    if (ids.Contains(Parse(start, line.Span).Id))
                        continue;
                    file.Write(line.Span);
                    file.WriteByte((byte)'\n');
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(kept, _path, overwrite: true);
            _places.Clear();
            _length = 0;
        }
    }

    // Only what was added since the last look is read.
    private void Refresh()
    {
        var length = File.Exists(_path) ? new FileInfo(_path).Length : 0;
        if (length < _length)
        {
            _places.Clear();
            _length = 0;
        }

        if (length == _length)
            return;
        foreach (var (_, start, line) in JsonLinesFile.Read(_path, _length))
        {
            var article = Parse(start, line.Span);
            _places[(article.Id, article.ContentHash)] = start;
            _length = start + line.Length + 1;
        }
    }

    private Article Parse(long start, ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ArchiveJson.Compact.Article)
                ?? throw new InvalidDataException($"{_path}, byte {start}: null is no article");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{_path}, byte {start}: not an article ({error.Message})", error);
        }
    }
}
