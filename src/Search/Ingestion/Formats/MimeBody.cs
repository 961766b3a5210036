using System.Text;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>Bodies of MIME parts: cut at their boundaries, and out of their transfer encodings.</summary>
internal static class MimeBody
{
    /// <summary>The parts between boundary lines; a missing last boundary ends the last part at the end.</summary>
    public static List<byte[]> Parts(byte[] body, string boundary)
    {
        List<byte[]> parts = [];
        var marker = Encoding.Latin1.GetBytes("--" + boundary);
        var begin = -1;
        for (var at = 0; at < body.Length;)
        {
            var lineEnd = body.AsSpan(at).IndexOf((byte)'\n');
            var next = lineEnd < 0 ? body.Length : at + lineEnd + 1;
            var line = body.AsSpan(at, next - at);
            if (line.StartsWith(marker) && IsEndOfMarker(line[marker.Length..]))
            {
                if (begin >= 0)
                    parts.Add(WithoutLastLineEnd(body.AsSpan(begin, at - begin)));
                begin = next;
                if (line[marker.Length..].StartsWith("--"u8))
                    return parts;
            }

            at = next;
        }

        if (begin >= 0 && begin < body.Length)
            parts.Add(body[begin..]);
        return parts;
    }

    /// <summary>Decodes base64 and quoted-printable; what is neither, or malformed, is left as it stands.</summary>
    public static byte[] Decode(byte[] body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => FromBase64(body),
        "quoted-printable" => FromQuotedPrintable(body),
        _ => body,
    };

    internal static byte[] FromQuotedPrintable(ReadOnlySpan<byte> body)
    {
        var output = new byte[body.Length];
        var length = 0;
        for (var at = 0; at < body.Length; at++)
        {
            if (body[at] != '=')
            {
                output[length++] = body[at];
                continue;
            }

            var rest = body[(at + 1)..];
            if (rest.Length >= 2 && Hex(rest[0]) is >= 0 and var high && Hex(rest[1]) is >= 0 and var low)
            {
                output[length++] = (byte)((high << 4) | low);
                at += 2;
            }
            else if (rest.TrimStart(" \t"u8) is var trimmed && (trimmed.IsEmpty || trimmed[0] is (byte)'\r' or (
                byte)'\n'))
            {
                var newline = rest.IndexOf((byte)'\n'); // a soft line break
                at += newline < 0 ? rest.Length : newline + 1;
            }
            else
            {
                output[length++] = (byte)'=';
            }
        }

        return output[..length];
    }

    internal static byte[] FromBase64(ReadOnlySpan<byte> body)
    {
        // Characters outside the alphabet are to be passed over (RFC 2045), and padding ends it.
        var output = new byte[(body.Length / 4 * 3) + 3];
        var (length, bits, count) = (0, 0, 0);
        foreach (var b in body)
        {
            if (b == '=')
                break;
            var value = b switch
            {
                >= (byte)'A' and <= (byte)'Z' => b - 'A',
                >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
                (byte)'+' or (byte)'-' => 62,
                (byte)'/' or (byte)'_' => 63,
                _ => -1,
            };
            if (value < 0)
                continue;
            bits = (bits << 6) | value;
            if (++count % 4 == 1)
                continue;
            output[length++] = (byte)(bits >> (6 - (2 * ((count - 1) % 4))));
        }

        return output[..length];
    }

    private static bool IsEndOfMarker(ReadOnlySpan<byte> rest)
    {
        if (rest.StartsWith("--"u8))
            rest = rest[2..];
        return rest.Trim(" \t\r\n"u8).IsEmpty;
    }

    private static byte[] WithoutLastLineEnd(ReadOnlySpan<byte> part)
    {
        if (part.EndsWith("\n"u8))
            part = part[..^1];
        return (part.EndsWith("\r"u8) ? part[..^1] : part).ToArray();
    }

    private static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };
}
