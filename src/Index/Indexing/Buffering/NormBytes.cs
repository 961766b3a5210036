using Dateline.Index.Reading;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>Norms of a segment that is being written.</summary>
internal sealed class NormBytes(byte[] bytes) : NormValues
{
    public override int Get(int docId) => bytes[docId];

    public override ReadOnlySpan<byte> Dense => bytes;
}
