using Dateline.Index.Analysis;
using Dateline.Index.Indexing;
using Dateline.Index.Store;
using Dateline.Search.Archive.Stories;
using Dateline.Search.Articles;

namespace Dateline.Search.Archive;

/// <summary>
/// Puts articles into an archive. One at a time per archive; nothing is seen by readers before <see cref="Commit"/>.
/// Thread-safe.
/// </summary>
public sealed class ArchiveWriter : IDisposable
{
    internal const string MappingKey = "dateline.mapping";

    private static readonly Dictionary<string, string> UserData = new(StringComparer.Ordinal)
    {
        [MappingKey] = ArticleFields.MappingVersion,
    };

    private readonly IndexWriter _writer;
    private readonly StoryKeeper _stories;

    private ArchiveWriter(IndexDirectory directory)
    {
        _writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new EnglishAnalyzer() });
        _stories = new StoryKeeper(directory);
    }

    /// <summary>Opens or begins the archive in a folder.</summary>
    /// <exception cref="IndexLockedException">Another writer has it.</exception>
    public static ArchiveWriter Open(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Directory.CreateDirectory(folder.IndexPath);
        return new ArchiveWriter(new FileDirectory(folder.IndexPath));
    }

    /// <summary>Opens or begins an archive over any directory, which it does not own.</summary>
    public static ArchiveWriter Open(IndexDirectory directory) => new(directory);

    /// <summary>Adds an article, in place of the one with its id, and gives it its story.</summary>
    public void Put(Article article) => Put(article, ArticleMapper.ToDocument(article));

    /// <summary>Takes the article of that id out, if there is one.</summary>
    public void Remove(string id)
    {
        _writer.Delete(ArticleFields.Id, id);
        _stories.Remove(id);
    }

    /// <summary>Makes all changes durable and visible; returns the archive's new version.</summary>
    public long Commit()
    {
        var version = _writer.Commit(UserData);
        _stories.Committed();
        return version;
    }

    /// <summary>Ends writing; what was not committed is dropped.</summary>
    public void Dispose()
    {
        _stories.Dispose();
        _writer.Dispose();
    }

    internal void Put(Article article, IndexDocument document)
    {
        var (link, anchors) = _stories.Place(article);
        ArticleMapper.AddStory(document, link, anchors);
        _writer.Update(ArticleFields.Id, article.Id, document);
    }
}
