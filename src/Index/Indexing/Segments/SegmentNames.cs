using System.Security.Cryptography;
using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Commit;

namespace Dateline.Index.Indexing.Segments;

/// <summary>Hands out segment names. Thread-safe.</summary>
internal sealed class SegmentNames
{
    private long _next;

    /// <summary>The number the next segment gets.</summary>
    public long Counter => Interlocked.Read(ref _next);

    /// <summary>Starts over behind all names in use.</summary>
    public void Reset(long next) => Interlocked.Exchange(ref _next, next);

    /// <summary>A new name.</summary>
    public string Next() => "_" + Base36.Format(Interlocked.Increment(ref _next) - 1);

    /// <summary>16 random bytes.</summary>
    public static byte[] NewId() => RandomNumberGenerator.GetBytes(CodecHeader.IdLength);
}
