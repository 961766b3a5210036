using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Terms;

/// <summary>The parts of one block of <c>.tim</c>, in place (LUCENE87 section 12.2).</summary>
internal ref struct TermBlock
{
    /// <summary>Terms and sub-blocks; never more than suffix bytes + 1, since only one suffix can be empty.</summary>
    public int EntryCount { get; private init; }

    /// <summary>True when no block of the floor group follows.</summary>
    public bool IsLast { get; private init; }

    /// <summary>True when all entries are terms.</summary>
    public bool IsLeaf { get; private init; }

    /// <summary>Suffix bytes of all entries.</summary>
    public ReadOnlySpan<byte> Suffixes { get; private init; }

    /// <summary>The suffix lengths; empty when they are all the byte <see cref="EqualLength"/>.</summary>
    public ReadOnlySpan<byte> Lengths { get; private init; }

    /// <summary>The byte the lengths repeat, or -1.</summary>
    public int EqualLength { get; private init; }

    /// <summary>
    /// Where the statistics part starts in the file; it is a length and its bytes, the metadata part follows.
    /// </summary>
    public long StatsPointer { get; private init; }

    /// <summary>Position after the block.</summary>
    public long End { get; private init; }

    /// <summary>Reads the block at that position of <c>.tim</c>, which is not moved.</summary>
    /// <param name="terms"><c>.tim</c>.</param>
    /// <param name="pointer">Position of the block.</param>
    /// <param name="buffer">Receives the suffixes when they are compressed; grown as needed.</param>
    public static TermBlock Read(IndexInput terms, long pointer, ref byte[] buffer)
    {
        var input = ReaderAt(terms, pointer);
        var head = input.ReadVInt();
        if (head >> 1 == 0) throw input.Corrupt("a terms block has no entries");
        var suffixHead = input.ReadVLong();
        if (suffixHead >> 3 > int.MaxValue) throw input.Corrupt($"{suffixHead >> 3} suffix bytes are announced");
        var suffixBytes = (int)(suffixHead >> 3);
        if (head >> 1 > suffixBytes + 1L) throw input.Corrupt($"{head >> 1} entries in {suffixBytes} suffix bytes");
        var suffixes = ReadSuffixes(terms, pointer, ref input, suffixBytes, (int)(suffixHead & 3), ref buffer);
        var lengthHead = input.ReadVInt();
        var equal = (lengthHead & 1) != 0 ? input.ReadByte() : -1;
        if (equal >= 0x80) throw input.Corrupt($"suffix lengths repeat byte {equal}, which is no complete number");
        var lengths = equal < 0 ? input.ReadSpan(lengthHead >> 1) : default;
        var stats = pointer + input.Position;
        input.ReadSpan(input.ReadVInt());
        input.ReadSpan(input.ReadVInt());
        return new TermBlock
        {
            EntryCount = head >> 1,
            IsLast = (head & 1) != 0,
            IsLeaf = (suffixHead & 4) != 0,
            Suffixes = suffixes,
            Lengths = lengths,
            EqualLength = equal,
            StatsPointer = stats,
            End = pointer + input.Position,
        };
    }

    private static ReadOnlySpan<byte> ReadSuffixes(
        IndexInput terms, long pointer, scoped ref SpanReader input, int length, int compression,
        scoped ref byte[] buffer)
    {
        if (compression == SuffixCompression.None) return input.ReadSpan(length);
        var start = pointer + input.Position;
        var cursor = terms.Slice(start, terms.Length - start);
        SuffixCompression.Expand(cursor, compression, length, ref buffer);
        input.ReadSpan((int)cursor.Position);
        return buffer.AsSpan(0, length);
    }

    /// <summary>A reader from a position of <c>.tim</c> on.</summary>
    public static SpanReader ReaderAt(IndexInput terms, long pointer)
    {
        if (pointer < 0 || pointer >= terms.Length)
            throw new CorruptIndexException(
                terms.Name, pointer, $"a terms block lies outside the {terms.Length} bytes there are");
        return new SpanReader(
            terms.Span(pointer, (int)Math.Min(terms.Length - pointer, int.MaxValue)), terms.Name, pointer);
    }

    /// <summary>The number, among the block's terms, of the term with that suffix; -1 when there is none.</summary>
    public readonly int FindTerm(ReadOnlySpan<byte> suffix, string file)
    {
        if (EqualLength >= 0 && IsLeaf) return FindAmongEqual(suffix, file);
        var lengths = new SpanReader(Lengths, file, StatsPointer);
        int at = 0, term = 0;
        for (var entry = 0; entry < EntryCount; entry++)
        {
            var length = EqualLength >= 0 ? EqualLength : lengths.ReadVInt();
            var isTerm = true;
            if (!IsLeaf)
            {
                isTerm = (length & 1) == 0;
                length >>= 1;
                if (!isTerm) lengths.ReadVLong();
            }

            if (length > Suffixes.Length - at) throw lengths.Corrupt("suffixes are shorter than their lengths say");
            if (isTerm)
            {
                var order = Compare(Suffixes.Slice(at, length), suffix);
                if (order == 0) return term;
                if (order > 0) return -1;
                term++;
            }

            at += length;
        }

        return -1;
    }

    // Most entries differ in their first byte; that is settled without a call.
    private static int Compare(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.Length > 0 && b.Length > 0 && a[0] != b[0]) return a[0] - b[0];
        return a.SequenceCompareTo(b);
    }

    private readonly int FindAmongEqual(ReadOnlySpan<byte> suffix, string file)
    {
        if ((long)EqualLength * EntryCount != Suffixes.Length)
            throw new CorruptIndexException(file, StatsPointer, "suffixes are shorter than their lengths say");
        if (suffix.Length != EqualLength) return -1;
        int low = 0, high = EntryCount - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Suffixes.Slice(middle * EqualLength, EqualLength).SequenceCompareTo(suffix);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }
}
