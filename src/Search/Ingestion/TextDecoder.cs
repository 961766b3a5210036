using System.Text;
using System.Text.Unicode;

namespace Dateline.Search.Ingestion;

/// <summary>What decoding gave: text, or the reason there is none.</summary>
internal readonly record struct DecodedText(string? Text, string? Warning, InputFailureReason Reason, long BadByte)
{
    public IReadOnlyList<string> Warnings => Warning is null ? [] : [Warning];

    public static DecodedText Good(string text, string? warning = null) => new(text, warning, default, -1);

    public static DecodedText Bad(InputFailureReason reason, long badByte) => new(null, null, reason, badByte);
}

/// <summary>
/// Bytes to text: byte order mark, UTF-16 by its zero bytes, strict UTF-8, a declared charset, and Windows-1252 where
/// that is plausible. Never replaces a character except in markup or where a charset is declared, and says so.
/// </summary>
internal static class TextDecoder
{
    private const byte Escape = 0x1B;
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Decodes a whole document or record.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="charset">The charset that a header declares, or null.</param>
    /// <param name="markup">Whether it is markup, which may declare a charset itself.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? charset, bool markup)
    {
        if (Marked(bytes) is { } marked)
            return marked;
        if (bytes.Contains((byte)0))
            return LooksUtf16(bytes, out var wide)
                ? DecodedText.Good(wide.GetString(bytes), $"No byte order mark; read as {wide.WebName}.")
                : DecodedText.Bad(InputFailureReason.Binary, bytes.IndexOf((byte)0));
        if (ControlBytes(bytes) * 20L > bytes.Length)
            return DecodedText.Bad(InputFailureReason.Binary, 0);
        var isUtf8 = Utf8.IsValid(bytes);
        if (isUtf8 && !bytes.Contains(Escape))
            return DecodedText.Good(Encoding.UTF8.GetString(bytes));
        var declared = (charset is null ? null : Charsets.Named(charset)) ?? (markup ? Charsets.InMarkup(bytes) : null);
        // Encodings that shift by escape sequences are valid UTF-8 as bytes.
        if (isUtf8 && declared?.WebName.StartsWith("iso-2022", StringComparison.Ordinal) != true)
            return DecodedText.Good(Encoding.UTF8.GetString(bytes));
        return declared is null || declared.CodePage == Encoding.UTF8.CodePage
            ? DecodeInvalidUtf8(bytes, markup)
            : DecodedText.Good(declared.GetString(bytes), $"Read as {declared.WebName}, as declared.");
    }

    private static DecodedText? Marked(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            var rest = bytes[3..];
            return Utf8.IsValid(rest)
                ? DecodedText.Good(Encoding.UTF8.GetString(rest))
                : DecodedText.Bad(InputFailureReason.Encoding, 3 + FirstInvalid(rest));
        }

        Encoding? wide = bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        return wide is null ? null : DecodedText.Good(wide.GetString(bytes[wide.Preamble.Length..]));
    }

    /// <summary>Latin text in UTF-16 has a zero in nearly every other byte, always on the same side.</summary>
    private static bool LooksUtf16(ReadOnlySpan<byte> bytes, out Encoding encoding)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int even = 0, odd = 0;
        for (var at = 0; at < sample.Length; at += 2)
        {
            even += sample[at] == 0 ? 1 : 0;
            odd += sample[at + 1] == 0 ? 1 : 0;
        }

        encoding = odd > even ? Encoding.Unicode : Encoding.BigEndianUnicode;
        return sample.Length >= 8 && Math.Max(even, odd) * 10 >= sample.Length / 2 * 7
            && Math.Min(even, odd) * 50 <= sample.Length;
    }

    private static int ControlBytes(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
            count += b < 0x20 && b is not (0x09 or 0x0A or 0x0C or 0x0D or 0x1B) ? 1 : 0;
        return count;
    }

    private static DecodedText DecodeInvalidUtf8(ReadOnlySpan<byte> bytes, bool markup)
    {
        var first = FirstInvalid(bytes);
        if (PlausibleWindows1252(bytes))
            return DecodedText.Good(Windows1252.GetString(bytes), $"Not UTF-8 (byte {first}); read as Windows-1252.");
        if (!markup)
            return DecodedText.Bad(InputFailureReason.Encoding, first);
        var text = Encoding.UTF8.GetString(bytes);
        var replaced = text.AsSpan().Count('\uFFFD');
        return replaced * 100L > text.Length
            ? DecodedText.Bad(InputFailureReason.Encoding, first)
            : DecodedText.Good(text, $"{replaced} invalid UTF-8 sequences replaced, the first at byte {first}.");
    }

    /// <summary>
    /// Plausible: no byte that Windows-1252 leaves undefined, no well-formed UTF-8 sequence (which would come out as
    /// mojibake), and high bytes rare enough for a Western language.
    /// </summary>
    private static bool PlausibleWindows1252(ReadOnlySpan<byte> bytes)
    {
        long high = 0, letters = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var b = bytes[at];
            letters += (b | 0x20) is >= (byte)'a' and <= (byte)'z' ? 1 : 0;
            if (b < 0x80)
                continue;
            high++;
            if (b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D)
                return false;
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done
                && length > 2)
                return false;
        }

        return high * 4 <= letters;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
                return at;
            at += length;
        }

        return at;
    }
}
