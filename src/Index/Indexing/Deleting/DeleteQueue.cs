using Dateline.Index.Querying;

namespace Dateline.Index.Indexing.Deleting;

/// <summary>
/// Numbers the operations of a writer and gathers the deletions among them. A deletion of number n hits the documents
/// with smaller numbers, wherever they are by then. Thread-safe.
/// </summary>
internal sealed class DeleteQueue
{
    private const int BytesPerTerm = 160;
    private const int BytesPerQuery = 1024;

    private readonly Lock _gate = new();
    private Dictionary<(string Field, string Term), long> _terms = [];
    private Dictionary<Query, long> _queries = [];
    private long _last;

    /// <summary>Rough heap bytes of what waits.</summary>
    public long AllocatedBytes
    {
        get
        {
            lock (_gate) return (long)_terms.Count * BytesPerTerm + (long)_queries.Count * BytesPerQuery;
        }
    }

    /// <summary>The number of an operation that deletes nothing.</summary>
    public long Next() => Interlocked.Increment(ref _last);

    /// <summary>Deletes by term and returns the operation's number.</summary>
    public long Add(string field, string term)
    {
        lock (_gate) return _terms[(field, term)] = Next();
    }

    /// <summary>Deletes by query and returns the operation's number.</summary>
    public long Add(Query query)
    {
        lock (_gate) return _queries[query] = Next();
    }

    /// <summary>Takes everything out. No operation may be under way.</summary>
    public DeletePacket Drain()
    {
        lock (_gate)
        {
            var packet = new DeletePacket(_terms, _queries);
            (_terms, _queries) = ([], []);
            return packet;
        }
    }
}
