using Dateline.Index.Store;

namespace Dateline.Index.Tests.Numerics;

/// <summary>Cursors over bytes made by a test.</summary>
internal static class Bytes
{
    public static IndexInput Input(ReadOnlySpan<byte> bytes) => new("test", new PinnedBytes(bytes), 0, bytes.Length);

    /// <summary>What was written, with as many bytes behind it as a footer has.</summary>
    public static IndexInput Input(BufferOutput output) => Input([.. output.Written, .. new byte[16]]);
}
