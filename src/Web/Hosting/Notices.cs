using System.Collections.Concurrent;

namespace Dateline.Web.Hosting;

/// <summary>Messages for the page a form leads to, so that none comes from an address somebody else wrote.</summary>
internal sealed class Notices
{
    private const int Most = 100;
    private readonly ConcurrentQueue<(string Key, string Message)> _kept = new();

    /// <summary>Keeps a message and says by what key it is found; the oldest are forgotten.</summary>
    public string Add(string message)
    {
        var key = Guid.NewGuid().ToString("N");
        _kept.Enqueue((key, message));
        while (_kept.Count > Most)
            _kept.TryDequeue(out _);
        return key;
    }

    /// <summary>The message, or null.</summary>
    public string? Find(string? key) => _kept.FirstOrDefault(kept => kept.Key == key).Message;
}
