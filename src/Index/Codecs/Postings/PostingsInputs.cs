using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Postings;

/// <summary>The open postings files of a segment; cursors clone them.</summary>
internal sealed record PostingsInputs
{
    public required IndexInput Docs { get; init; }

    /// <summary>Null when no field has positions.</summary>
    public IndexInput? Positions { get; init; }

    /// <summary>Null when no field has offsets or payloads.</summary>
    public IndexInput? Pay { get; init; }

    /// <summary>Documents of the segment; all ids are below.</summary>
    public required int MaxDoc { get; init; }

    /// <summary>Opens what the given fields need and checks headers and footers.</summary>
    public static PostingsInputs Open(SegmentFiles files, IReadOnlyCollection<FieldInfo> fields, string suffix)
    {
        IndexInput OpenOne(string extension, string codec) =>
            files.Open(extension, codec, PostingsFormat.PostingsVersion, PostingsFormat.PostingsVersion, out _, suffix);

        var needsPay = fields.Any(field => field.HasOffsets || field.HasPayloads);
        return new PostingsInputs
        {
            Docs = OpenOne("doc", PostingsFormat.DocCodec),
            Positions = fields.Any(field => field.HasPositions) ? OpenOne("pos", PostingsFormat.PositionCodec) : null,
            Pay = needsPay ? OpenOne("pay", PostingsFormat.PayCodec) : null,
            MaxDoc = files.MaxDoc,
        };
    }
}
