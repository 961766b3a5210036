using System.Numerics;
using Dateline.Index.Numerics;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.StoredFields;

/// <summary>
/// The numbers in front of a chunk (LUCENE87 section 10): one alone as VInt; several as a width and packed values,
/// width 0 meaning that all equal the VInt that follows.
/// </summary>
internal static class SavedInts
{
    /// <summary>Writes one or more numbers that are not negative.</summary>
    public static void Write(IndexOutput output, ReadOnlySpan<int> values)
    {
        if (values.Length == 1)
        {
            output.WriteVInt(values[0]);
            return;
        }

        if (!values.ContainsAnyExcept(values[0]))
        {
            output.WriteVInt(0);
            output.WriteVInt(values[0]);
            return;
        }

        var all = 0u;
        foreach (var value in values) all |= (uint)value;
        var bits = 32 - BitOperations.LeadingZeroCount(all);
        output.WriteVInt(bits);
        var packer = new MsbPacker(output, bits);
        foreach (var value in values) packer.Add((uint)value);
        packer.Finish();
    }

    /// <summary>Fills the span; a negative number is damage.</summary>
    public static void Read(IndexInput input, Span<int> values)
    {
        var bits = values.Length == 1 ? 0 : input.ReadCount(31, "width of chunk numbers");
        if (bits == 0)
        {
            values.Fill(input.ReadCount(int.MaxValue, "chunk number"));
            return;
        }

        var packed = input.ReadSpan((int)(((long)values.Length * bits + 7) / 8));
        var (pending, used, at) = (0UL, 0, 0);
        foreach (ref var value in values)
        {
            while (used < bits)
            {
                pending = pending << 8 | packed[at++];
                used += 8;
            }

            used -= bits;
            value = (int)(pending >> used & ((1UL << bits) - 1));
        }
    }
}
