namespace Dateline.Index.Codecs.Terms;

/// <summary>
/// What the terms index says about a prefix: its block, or the floor group of blocks cut by lead byte (LUCENE87 section
/// 12.3).
/// </summary>
internal static class BlockGroup
{
    /// <summary>Longest code: a group has at most 257 blocks of at most 10 bytes each.</summary>
    public const int MaxCodeBytes = 4096;

    /// <summary>Lead byte of an entry that equals the prefix; it stands in the first block.</summary>
    public const int NoLead = -1;

    /// <summary>Position of the group's first block.</summary>
    public static long FirstBlock(ReadOnlySpan<byte> code, string file) =>
        new SpanReader(code, file, 0).ReadVLong() >> 2;

    /// <summary>The block that holds entries with that lead byte, if there are any, and whether it has terms.</summary>
    public static long Select(ReadOnlySpan<byte> code, int lead, string file, out bool hasTerms)
    {
        var input = new SpanReader(code, file, 0);
        var head = input.ReadVLong();
        var pointer = head >> 2;
        hasTerms = (head & 2) != 0;
        if ((head & 1) == 0) return pointer;
        var first = pointer;
        for (var left = input.ReadVInt(); left > 0; left--)
        {
            if (lead < input.ReadByte()) break;
            var follower = input.ReadVLong();
            pointer = first + (follower >> 1);
            hasTerms = (follower & 1) != 0;
        }

        return pointer;
    }
}
