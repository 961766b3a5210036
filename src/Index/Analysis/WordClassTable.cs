namespace Dateline.Index.Analysis;

/// <summary>Looks the word class of a code point up; the runs are in the other part of this class.</summary>
internal static partial class WordClassTable
{
    private static readonly byte[] BasicPlane = Expand();

    /// <summary>The class of a UTF-16 unit; surrogates are <see cref="WordClass.Other"/>.</summary>
    public static WordClass Of(char unit) => (WordClass)BasicPlane[unit];

    /// <summary>The class of a supplementary code point.</summary>
    public static WordClass OfSupplementary(int codePoint)
    {
        var runs = Runs;
        var at = runs.BinarySearch(((uint)codePoint << 5) | 31);
        return (WordClass)(runs[at < 0 ? ~at - 1 : at] & 31);
    }

    private static byte[] Expand()
    {
        var classes = new byte[0x10000];
        var runs = Runs;
        for (var k = 0; k < runs.Length && runs[k] >> 5 < 0x10000; k++)
        {
            var end = k + 1 < runs.Length ? (int)Math.Min(runs[k + 1] >> 5, 0x10000) : 0x10000;
            classes.AsSpan((int)(runs[k] >> 5)..end).Fill((byte)(runs[k] & 31));
        }

        return classes;
    }
}
