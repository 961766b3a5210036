namespace Dateline.Search.Querying;

/// <summary>
/// Latin letters without their marks. A table, as the runtime's own normalisation is off with invariant globalisation.
/// </summary>
internal static class LatinFolding
{
    // One entry a code point: the letter without mark, '.' for no Latin letter, '2' for letters that become two.
    private const string From00C0 =
        "aaaaaa2ceeeeiiiidnooooo.ouuuuy22aaaaaa2ceeeeiiiidnooooo.ouuuuy2yaaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiii..jjkkkllllll..llnnnnnn.nnoooooo22rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
        ".b............ee.ff.....kk......oo.............uu....zz......................aaiioouuuuuuuuuueaa" +
        "aa22..ggkkoooo..j...gg..nnaa22ooaaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............" +
        "................";

    private const string From1E00 =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr" +
        "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s..2.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    /// <summary>Lower-case base letters of a Latin letter beyond ASCII; empty for any other character.</summary>
    public static ReadOnlySpan<char> Fold(char unit)
    {
        var table = unit is >= '\u00C0' and < '\u0250' ? From00C0 : unit is >= '\u1E00' and < '\u1F00' ? From1E00 : "";
        if (table.Length == 0)
            return [];
        var index = unit - (unit < '\u1E00' ? '\u00C0' : '\u1E00');
        return table[index] switch
        {
            '.' => [],
            '2' => Pair(unit),
            _ => table.AsSpan(index, 1),
        };
    }

    private static string Pair(char unit) => unit switch
    {
        'ß' or 'ẞ' => "ss",
        'þ' or 'Þ' => "th",
        'œ' or 'Œ' => "oe",
        _ => "ae",
    };
}
