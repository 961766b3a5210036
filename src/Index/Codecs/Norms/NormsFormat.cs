namespace Dateline.Index.Codecs.Norms;

/// <summary>Names and version of <c>.nvd</c> and <c>.nvm</c> (LUCENE87 sections 2 and 9).</summary>
internal static class NormsFormat
{
    public const string DataCodec = "Lucene80NormsData";
    public const string MetaCodec = "Lucene80NormsMetadata";
    public const int Version = 0;
}
