namespace Dateline.Search.Places;

/// <summary>Lower-case ASCII slugs, the segments of place paths: "Deir ez-Zor" → <c>deir-ez-zor</c>.</summary>
public static class PlaceSlug
{
    /// <summary>Slug of a display name; "x" when the name has no letter or digit.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        Span<char> buffer = stackalloc char[NameFolding.MaxNameLength + 1];
        var length = Write(name, buffer);
        return new string(buffer[..length]);
    }

    /// <summary>
    /// Writes the slug into a buffer of at least <see cref="NameFolding.MaxNameLength"/> + 1 characters.
    /// </summary>
    internal static int Write(ReadOnlySpan<char> name, Span<char> slug)
    {
        if (name.Length > NameFolding.MaxNameLength)
            name = name[..NameFolding.MaxNameLength];
        var length = 0;
        var gap = false;
        foreach (var c in name)
        {
            if (NameFolding.IsSilent(c))
                continue;
            var folded = NameFolding.FoldLetter(c);
            if (!char.IsAsciiLetterOrDigit(folded))
            {
                gap = length > 0;
                continue;
            }
            if (gap)
                slug[length++] = '-';
            gap = false;
            slug[length++] = folded;
        }
        if (length == 0)
            slug[length++] = 'x';
        return Math.Min(length, NameFolding.MaxNameLength);
    }
}
