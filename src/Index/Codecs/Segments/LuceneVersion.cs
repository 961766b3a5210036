using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Segments;

/// <summary>A version triple as the files carry it.</summary>
internal readonly record struct LuceneVersion(int Major, int Minor, int Bugfix) : IComparable<LuceneVersion>
{
    /// <summary>The version whose format Dateline writes.</summary>
    public static readonly LuceneVersion Written = new(8, 7, 0);

    public int CompareTo(LuceneVersion other) =>
        (Major, Minor, Bugfix).CompareTo((other.Major, other.Minor, other.Bugfix));

    public static LuceneVersion Max(LuceneVersion a, LuceneVersion b) => a.CompareTo(b) >= 0 ? a : b;

    public static LuceneVersion Min(LuceneVersion a, LuceneVersion b) => a.CompareTo(b) <= 0 ? a : b;

    public static LuceneVersion ReadVInts(IndexInput input) =>
        new(input.ReadVInt(), input.ReadVInt(), input.ReadVInt());

    public static LuceneVersion ReadInts(IndexInput input) =>
        new(input.ReadInt32(), input.ReadInt32(), input.ReadInt32());

    public void WriteVInts(IndexOutput output)
    {
        output.WriteVInt(Major);
        output.WriteVInt(Minor);
        output.WriteVInt(Bugfix);
    }

    public void WriteInts(IndexOutput output)
    {
        output.WriteInt32(Major);
        output.WriteInt32(Minor);
        output.WriteInt32(Bugfix);
    }

    public override string ToString() => $"{Major}.{Minor}.{Bugfix}";
}
