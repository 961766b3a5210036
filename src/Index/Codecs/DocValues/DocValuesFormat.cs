namespace Dateline.Index.Codecs.DocValues;

/// <summary>Names, versions and block sizes of <c>.dvd</c> and <c>.dvm</c> (LUCENE87 sections 2 and 14).</summary>
internal static class DocValuesFormat
{
    public const string Suffix = "Lucene80_0";
    public const string DataCodec = "Lucene80DocValuesData";
    public const string MetaCodec = "Lucene80DocValuesMetadata";

    /// <summary>Version written: binary values uncompressed, no mode attribute.</summary>
    public const int WrittenVersion = 0;

    /// <summary>In this version every binary field is compressed.</summary>
    public const int CompressedBinaryVersion = 1;

    /// <summary>
    /// In this version the field attribute <see cref="ModeAttribute"/> says whether a binary field is compressed.
    /// </summary>
    public const int ModeVersion = 2;

    public const string ModeAttribute = "Lucene80DocValuesFormat.mode";
    public const int MonotonicShift = 16;
    public const int NumericBlockShift = 14;
    public const int TermsBlockShift = 4;
    public const int ReverseIndexShift = 10;

    /// <summary>Most distinct values a numeric table holds.</summary>
    public const int MaxTable = 256;

    /// <summary>Kind byte of a field's entry.</summary>
    public enum Kind : byte
    {
        Numeric = 0,
        Binary = 1,
        Sorted = 2,
        SortedSet = 3,
        SortedNumeric = 4,
    }
}
