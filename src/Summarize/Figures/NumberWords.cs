using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Dateline.Summarize.Figures;

/// <summary>Reads the value of a number in digits or words. Stateless.</summary>
internal static class NumberWords
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789,.");

    private const int LongestWord = 10;
    private const int LeastDozens = 24;
    private const int LeastHundreds = 200;
    private const int LeastThousands = 2_000;

    private const decimal Greatest = 1_000_000_000_000_000m;

    private static readonly FrozenDictionary<string, int> Units = Table(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        + "eighteen nineteen",
        static place => place + 1);

    private static readonly FrozenDictionary<string, int> Tens = Table(
        "twenty thirty forty fifty sixty seventy eighty ninety", static place => 20 + (10 * place));

    /// <summary>Every word that numbers are told in, in small letters.</summary>
    public static IEnumerable<string> Names =>
        [.. Units.Keys, .. Tens.Keys, "hundred", "hundreds", "thousand", "thousands",
        "million", "millions", "billion", "billions", "trillion", "dozen", "dozens", "scores"];

    /// <summary>
    /// The count that one word tells by itself, in any case, the least for vague ones; false for "one" (as often a
    /// pronoun) and for words that need others beside them ("twenty", "million").
    /// </summary>
    public static bool TryCount(ReadOnlySpan<char> word, out int count)
    {
        count = 0;
        if (word.Length > LongestWord) return false;
        Span<char> small = stackalloc char[LongestWord];
        var name = small[..word.ToLowerInvariant(small)];
        count = (ReadOnlySpan<char>)name switch
        {
            "dozen" => 12,
            "dozens" => LeastDozens,
            "hundreds" => LeastHundreds,
            "thousands" => LeastThousands,
            _ => Lookup(Units, name),
        };
        return count > 1;
    }

    /// <summary>Reads the number at a token.</summary>
    /// <returns>The token after, or <paramref name="at"/> where there is no number.</returns>
    public static int Read(FigureText text, int at, out decimal low, out decimal high, out bool vague)
    {
        (low, high, vague) = (0, 0, false);
        var next = ReadVague(text, at, ref low, ref high);
        if (next > at)
        {
            vague = true;
            return next;
        }

        next = ReadExact(text, at, out low);
        high = low;
        return next;
    }

    private static int ReadVague(FigureText text, int at, ref decimal low, ref decimal high)
    {
        var next = at;
        var tens = text.Is(at, "tens") && text.Is(at + 1, "of");
        var hundreds = text.Is(at, "hundreds") && text.Is(at + 1, "of")
            && text.Word(at + 2) is "thousands" or "millions";
        if (tens || hundreds) next = at + 2;
        else if (text.Is(at, "several")) next = at + 1;
        else if (text.Is(at, "a") && text.Is(at + 1, "few")) next = at + 2;
        else if (text.Is(at, "few")) next = at + 1;
        var some = next > at && !tens && !hundreds;
        (low, high) = text.Word(next) switch
        {
            "dozens" or "scores" when !some && !tens && !hundreds => (text.Is(next, "scores") ? 40 : LeastDozens, 99),
            "dozen" when some => (LeastDozens, 99),
            "hundreds" when !some && !tens => (LeastHundreds, 999),
            "hundred" when some => (LeastHundreds, 999),
            "thousands" when !some => tens ? (20_000, 99_999) : hundreds ? (200_000, 999_999) : (LeastThousands, 9_999),
            "thousand" when some => (LeastThousands, 9_999),
            "millions" when !some => tens ? (20_000_000, 99_999_999) : hundreds ? (200_000_000, 999_999_999)
                : (2_000_000, 9_999_999m),
            "million" when some => (2_000_000, 9_999_999m),
            _ => (0m, 0m),
        };
        return high == 0 ? at : next + 1;
    }

    private static int ReadExact(FigureText text, int at, out decimal value)
    {
        var next = ReadSmall(text, at, out value);
        if (next == at) return at;
        while (Magnitude(text, next) is > 0 and var magnitude && value < Greatest)
        {
            value *= magnitude;
            next++;
            if (text.Is(next, "and") && ReadSmall(text, next + 1, out var rest) is var after && after > next + 1
                && rest < magnitude && !text.IsNumber(next + 1) && magnitude <= 1000 && text.Word(after) is not "and")
                (value, next) = (value + rest, after);
            else if (!text.IsNumber(next) && magnitude <= 1000 && Small(text, next, out rest) is var end && end > next
                && rest < magnitude)
                (value, next) = (value + rest, end);
        }

        return next;
    }

    // "15,000", "3.5", "two", "twenty-one", "a (hundred)", "half a (million)".
    private static int ReadSmall(FigureText text, int at, out decimal value)
    {
        if (text.IsNumber(at)) return Digits(text.Word(at), MoneyRules.IsSign(text, at - 1), out value) ? at + 1 : at;
        if (text.Word(at) is "a" or "an" && Magnitude(text, at + 1) > 0)
        {
            value = 1;
            return at + 1;
        }

        if (text.Is(at, "a") && text.Is(at + 1, "couple"))
        {
            value = 2;
            return at + 2;
        }

        if (text.Is(at, "half") && text.Word(at + 1) is "a" or "an" && Magnitude(text, at + 2) > 0)
        {
            value = 0.5m;
            return at + 2;
        }

        return Small(text, at, out value);
    }

    private static int Small(FigureText text, int at, out decimal value)
    {
        value = 0;
        if (Lookup(Units, text.Word(at)) is > 0 and var unit)
        {
            value = unit;
            return at + 1;
        }

        if (Lookup(Tens, text.Word(at)) is not (> 0 and var tens)) return at;
        value = tens;
        var next = text.Is(at + 1, "-") ? at + 2 : at + 1;
        if (Lookup(Units, text.Word(next)) is not (> 0 and < 10 and var rest)) return at + 1;
        value += rest;
        return next + 1;
    }

    private static decimal Magnitude(FigureText text, int at) => text.Word(at) switch
    {
        "dozen" => 12,
        "hundred" => 100,
        "thousand" => 1_000,
        "million" or "mln" => 1_000_000,
        "billion" or "bln" or "bn" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        _ => 0,
    };

    // "$5m" and "€3bn" are money; "100m" is a length.
    private static bool Digits(ReadOnlySpan<char> word, bool money, out decimal value)
    {
        var (suffix, factor) = !money ? (0, 1m) : word switch
        {
            [.., 'b', 'n'] => (2, 1_000_000_000m),
            [.., 'm', 'l', 'n'] => (3, 1_000_000m),
            [.., 'm'] => (1, 1_000_000m),
            [.., 'k'] => (1, 1_000m),
            _ => (0, 1m),
        };
        word = word[..^suffix];
        value = 0;
        if (word.Length is 0 or > 18 || word.ContainsAnyExcept(NumberCharacters)) return false;
        if (!decimal.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture, out var read))
            return false;
        value = Math.Min(read * factor, Greatest);
        return true;
    }

    private static int Lookup(FrozenDictionary<string, int> table, ReadOnlySpan<char> word) =>
        table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var value) ? value : 0;

    private static FrozenDictionary<string, int> Table(string words, Func<int, int> value)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words.Split(' '))
            table.Add(word, value(table.Count));
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
