using System.Buffers.Binary;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Checking;

/// <summary>Damage that the checksum does not tell of.</summary>
internal static class DamagedFile
{
    /// <summary>Puts a file in place with its checksum made right for the content.</summary>
    public static void WriteWithChecksum(MemoryDirectory directory, string name, byte[] content)
    {
        var end = content.Length - 8;
        BinaryPrimitives.WriteInt64BigEndian(content.AsSpan(end), Crc32.Append(0, content.AsSpan(0, end)));
        directory.Write(name, content);
    }
}
