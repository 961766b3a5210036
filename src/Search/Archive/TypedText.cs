using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>The end of a text that is being typed, read as the beginning of one value.</summary>
/// <param name="Before">What goes before it, with a minus that belongs to it.</param>
/// <param name="Fragment">The beginning of a name, as typed.</param>
/// <param name="Field">The field written before it, or null.</param>
internal readonly record struct TypedText(string Before, string Fragment, QueryField? Field)
{
    private const int MostWords = 4;

    /// <summary>
    /// The readings of a text: as one value of up to four words, longest first; where the last of them are a field
    /// clause, as that alone.
    /// </summary>
    public static IReadOnlyList<TypedText> Read(string text)
    {
        List<TypedText> readings = [];
        var start = text.Length;
        for (var words = 0; words < MostWords && start > 0; words++)
        {
            start = WordStart(text, start);
            if (start == text.Length)
                break;
            var piece = text[start..];
            var colon = piece.IndexOf(':', StringComparison.Ordinal);
            if (colon >= 0)
                return Clause(text[..start], piece, colon) is { } clause ? [clause] : [.. Enumerable.Reverse(readings)];
            readings.Add(new TypedText(text[..start], piece, null));
        }

        readings.Reverse();
        return readings;
    }

    private static int WordStart(string text, int end)
    {
        while (end > 0 && text[end - 1] == ' ')
            end--;
        if (end == 0)
            return text.Length;
        while (end > 0 && text[end - 1] is not (' ' or '('))
            end--;
        return end;
    }

    private static TypedText? Clause(string before, string piece, int colon)
    {
        var sign = piece.StartsWith('-') ? "-" : "";
        QueryField? field = QueryFields.TryFind(piece[sign.Length..colon], out var found) ? found : null;
        var value = piece[(colon + 1)..].TrimStart('=', '"', '(');
        return field is { } known && !value.Contains('"', StringComparison.Ordinal)
            ? new TypedText(before + sign, value, known) : null;
    }
}
