using Dateline.Search.Names;
using Dateline.Search.Text;

namespace Dateline.Search.Words;

/// <summary>
/// The features of a token: each is a template and a value, hashed together to a row of the weight table. Their number
/// and order are part of the model's format.
/// </summary>
internal static class TagFeatures
{
    /// <summary>Features of a token.</summary>
    public const int Count = 31;

    private const uint NoTag = 40;

    private static readonly TokenFacts Edge = new() { Word = 11, Lower = 12, Shape = 13, Suffix3 = 15 };

    /// <summary>Writes the rows of one token's features.</summary>
    /// <param name="sentence">The sentence, with the classes of its words.</param>
    /// <param name="at">The token in it.</param>
    /// <param name="tags">Parts of speech of the tokens before.</param>
    /// <param name="rows">Receives <see cref="Count"/> rows.</param>
    /// <param name="tableRows">Rows of the table, a power of two.</param>
    public static void Extract(
        ReadOnlySpan<TokenFacts> sentence, int at, ReadOnlySpan<PartOfSpeech> tags, Span<int> rows, int tableRows)
    {
        ref readonly var here = ref sentence[at];
        ref readonly var left = ref At(sentence, at - 1);
        ref readonly var right = ref At(sentence, at + 1);
        uint t1 = at > 0 ? (uint)tags[at - 1] : NoTag, t2 = at > 1 ? (uint)tags[at - 2] : NoTag;
        var form = (uint)here.Case + (at == 0 ? 8u : 0) + ((uint)here.Kind * 16);
        var writer = new RowWriter(rows, (uint)tableRows - 1);
        writer.Add(here.Lower);
        writer.Add(here.Word);
        writer.Add(here.Suffix1, form);
        writer.Add(here.Suffix2, form);
        writer.Add(here.Suffix3, form);
        writer.Add(here.Suffix4);
        writer.Add(here.Prefix2);
        writer.Add(here.Prefix3);
        writer.Add(here.Shape, form);
        writer.Add(here.Coarse, form);
        writer.Add(here.Fine, form);
        writer.Add(t1, form);
        writer.Add(t1 + (64 * t2));
        writer.Add(t1, here.Lower);
        writer.Add(t1, here.Suffix3);
        writer.Add(t1 + (64 * t2), here.Coarse);
        writer.Add(t1, here.Fine);
        writer.Add(t1 + (64 * t2), right.Coarse);
        writer.Add(left.Lower);
        writer.Add(left.Lower, here.Lower);
        writer.Add(left.Lower, here.Coarse);
        writer.Add(At(sentence, at - 2).Lower);
        writer.Add(right.Lower);
        writer.Add(here.Lower, right.Lower);
        writer.Add(right.Lower, here.Coarse);
        writer.Add(right.Suffix3, t1);
        writer.Add(right.Fine);
        writer.Add(here.Coarse, right.Coarse);
        writer.Add((uint)right.Case + ((uint)left.Case * 8), form);
        writer.Add(At(sentence, at + 2).Lower);
        writer.Add(At(sentence, at + 2).Coarse, right.Coarse);
        System.Diagnostics.Debug.Assert(writer.Written == Count, "the number of features is part of the format");
    }

    private static ref readonly TokenFacts At(ReadOnlySpan<TokenFacts> sentence, int at)
    {
        if ((uint)at < (uint)sentence.Length)
            return ref sentence[at];
        return ref Edge;
    }

    private ref struct RowWriter(Span<int> rows, uint mask)
    {
        private readonly Span<int> _rows = rows;
        private readonly uint _mask = mask;

        public int Written { get; private set; }

        public void Add(uint value)
        {
            var hash = (value + 1 + ((ulong)(Written + 1) << 40)) * 0x9E3779B97F4A7C15;
            hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
            _rows[Written++] = (int)((uint)(hash >> 32) & _mask);
        }

        public void Add(uint value, uint other) => Add((value * 0x85EBCA6Bu) ^ ((other + 0x165667B1u) * 0xC2B2AE35u));
    }
}
