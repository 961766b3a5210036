using System.Text;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>Sources that are read by the line, as streams in which a line end is one byte.</summary>
internal static class Utf8Stream
{
    /// <summary>UTF-16 by its byte order mark is transcoded; everything else stays as it is.</summary>
    public static Stream Of(InputSource source) => source.Head.Span switch
    {
        [0xFF, 0xFE, ..] => Encoding.CreateTranscodingStream(source.Stream, Encoding.Unicode, Encoding.UTF8,
            leaveOpen: true),
        [0xFE, 0xFF, ..] =>
            Encoding.CreateTranscodingStream(source.Stream, Encoding.BigEndianUnicode, Encoding.UTF8, leaveOpen: true),
        _ => source.Stream,
    };
}
