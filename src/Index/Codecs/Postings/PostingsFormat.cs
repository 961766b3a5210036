namespace Dateline.Index.Codecs.Postings;

/// <summary>Names, versions and limits of the inverted index files (LUCENE87 sections 2, 11 and 12).</summary>
internal static class PostingsFormat
{
    /// <summary>Suffix of all six files, made of the format name and suffix attributes of <c>.fnm</c>.</summary>
    public const string Suffix = "Lucene84_0";

    public const string DocCodec = "Lucene84PostingsWriterDoc";
    public const string PositionCodec = "Lucene84PostingsWriterPos";
    public const string PayCodec = "Lucene84PostingsWriterPay";
    public const int PostingsVersion = 1;

    public const string TermsCodec = "BlockTreeTermsDict";
    public const string IndexCodec = "BlockTreeTermsIndex";
    public const string MetaCodec = "BlockTreeTermsMeta";
    public const string PostingsMetaCodec = "Lucene84PostingsWriterTerms";
    public const int TermsVersion = 6;

    /// <summary>Documents or positions in a packed block.</summary>
    public const int BlockSize = Numerics.ForBlock.Size;

    /// <summary>Log2 of how many entries of one skip level make one of the next.</summary>
    public const int SkipShift = 3;

    /// <summary>Most skip levels.</summary>
    public const int MaxSkipLevels = 10;

    /// <summary>Longest term in bytes, as in Lucene.</summary>
    public const int MaxTermBytes = 32766;

    /// <summary>Largest token position, as in Lucene.</summary>
    public const int MaxPosition = int.MaxValue - 128;

    /// <summary>Skip entries of level 0 of a term; the block that ends the term has none.</summary>
    public static int SkipEntries(int docFreq) => docFreq > BlockSize ? (docFreq - 1) / BlockSize : 0;

    /// <summary>Skip levels of a term.</summary>
    public static int SkipLevels(int docFreq)
    {
        var levels = 0;
        for (var entries = SkipEntries(docFreq); entries > 0 && levels < MaxSkipLevels; entries >>= SkipShift) levels++;
        return levels;
    }
}
