using System.Globalization;
using System.Text;

namespace Dateline.Search.Querying;

/// <summary>
/// Slug form of names, in which the query language writes places, actors and sources: lower case, Latin letters without
/// marks, every run of other characters than letters and digits one hyphen, none at the ends. Letters of other scripts
/// stay.
/// </summary>
public static class Slug
{
    /// <summary>
    /// Slug of one name; empty when it has no letter or digit. Apostrophes vanish: <c>Sana'a</c> is <c>sanaa</c>.
    /// </summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var slug = new StringBuilder(name.Length);
        var gap = false;
        foreach (var unit in name)
        {
            if (IsApostrophe(unit) || IsMark(unit))
                continue;
            if (!char.IsLetterOrDigit(unit))
            {
                gap = slug.Length > 0;
                continue;
            }

            if (gap)
                slug.Append('-');
            gap = false;
            var folded = LatinFolding.Fold(unit);
            if (folded.Length > 0)
                slug.Append(folded);
            else
                slug.Append(char.ToLowerInvariant(unit));
        }

        return slug.ToString();
    }

    /// <summary>Slugs of a path's segments, joined by <c>/</c>; empty segments vanish.</summary>
    public static string OfPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return string.Join('/', path.Split('/').Select(Of).Where(static segment => segment.Length > 0));
    }

    private static bool IsApostrophe(char unit) => unit is '\'' or '’' or '‘' or 'ʿ' or 'ʾ' or '`' or 'ʻ' or 'ʼ';

    private static bool IsMark(char unit) =>
        CharUnicodeInfo.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark;
}
