using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;
using Dateline.Search.Articles;

namespace Dateline.Search.Archive.Ingest;

/// <summary>Articles as the last commit before a run has them, whatever version of the mapping wrote it.</summary>
internal sealed class CommittedArticles : IDisposable
{
    private readonly FileDirectory? _directory;
    private readonly IndexReader? _reader;
    private readonly IndexSearcher? _searcher;

    public CommittedArticles(DataFolder folder)
    {
        if (!folder.HasArchive)
            return;
        _directory = new FileDirectory(folder.IndexPath);
        _reader = IndexReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
    }

    /// <summary>The article of that id, or null.</summary>
    public Article? Find(string id)
    {
        if (_searcher?.Search(new TermQuery(ArticleFields.Id, id), 1).Hits is not [var hit, ..])
            return null;
        var (segment, local) = _searcher.Locate(hit.DocId);
        foreach (var field in segment.Reader.Stored(local))
        {
            if (field is { Name: ArticleFields.Json, Value: byte[] json })
                return ArticleMapper.FromStored(json);
        }

        return null;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _directory?.Dispose();
    }
}
