using System.Collections.Frozen;
using System.Globalization;

namespace Dateline.Search.Dates;

/// <summary>What a word can do in a time expression.</summary>
internal enum TimeClass : byte
{
    None, Month, Weekday, Unit, Count, Vague, Article, Ordinal, RelativeDay, Season, DayPart,
    Last, Next, This, Previous, Following, Ago, Earlier, Later, Early, Consecutive, Every, Now, PastRef, Year, Decade,
    Weekend, Clock, Definite, Tens, Soon,
}

/// <summary>A word's class and its number in that class.</summary>
/// <param name="Class">Class; None for words that no rule starts with or asks for.</param>
/// <param name="Value">Month 1–12, <see cref="DayOfWeek"/>, <see cref="TimeUnit"/>, count, day offset …</param>
internal readonly record struct TimeWord(TimeClass Class, int Value);

/// <summary>Units of time, finest first.</summary>
internal enum TimeUnit
{
    Second, Minute, Hour, Day, Week, Month, Quarter, Year, Decade, Century,
}

/// <summary>The vocabulary of time expressions.</summary>
internal static class TimeLexicon
{
    private const int LongestWord = 12;

    private static readonly FrozenDictionary<string, TimeWord> Words = Build();

    private static readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The class of a word; months and weekdays count only when capitalised.</summary>
    public static TimeWord Of(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord || !Lookup.TryGetValue(word, out var found))
            return default;
        return found.Class is TimeClass.Month or TimeClass.Weekday && !char.IsUpper(word[0]) ? default : found;
    }

    /// <summary>The class of a token that starts with a digit: a year, a decade, an ordinal or a count.</summary>
    public static TimeWord OfNumber(ReadOnlySpan<char> token)
    {
        var digits = 0;
        while (digits < token.Length && char.IsAsciiDigit(token[digits]))
            digits++;
        if (digits is 0 or > 4)
            return default;
        var value = int.Parse(token[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
        var rest = token[digits..];
        if (rest.IsEmpty)
            return new TimeWord(digits == 4 && value is >= 1400 and < 2100 ? TimeClass.Year : TimeClass.Count, value);
        if (rest is "s" && value % 10 == 0 && digits is 2 or 4)
            return new TimeWord(TimeClass.Decade, value);
        return rest is "st" or "nd" or "rd" or "th" ? new TimeWord(TimeClass.Ordinal, value) : default;
    }

    private static FrozenDictionary<string, TimeWord> Build()
    {
        var words = new Dictionary<string, TimeWord>(StringComparer.OrdinalIgnoreCase);
        Number(words, TimeClass.Month,
            1, "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|" +
            "september sept sep|october oct|november nov|december dec");
        Number(words, TimeClass.Weekday, 0, "sunday sun|monday mon|tuesday tue tues|wednesday wed|" +
            "thursday thu thur thurs|friday fri|saturday sat");
        Number(words, TimeClass.Unit,
            0, "|minute minutes|hour hours|day days|week weeks|month months|quarter quarters|" +
            "year years|decade decades|century centuries");
        Number(words, TimeClass.Count,
            0, "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|" +
            "fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty");
        Number(words, TimeClass.Ordinal,
            1, "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth");
        Number(words, TimeClass.Season, 0, "spring springtime|summer summertime|autumn fall|winter wintertime");
        Number(words, TimeClass.DayPart, 0, "morning|afternoon|evening|night");
        Number(words, TimeClass.RelativeDay, -1, "yesterday|today tonight|tomorrow");
        Each(words, TimeClass.Count, ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70),
            ("eighty", 80), ("ninety", 90),
            ("hundred", 100));
        Each(words, TimeClass.Vague, ("several", 0), ("few", 0), ("couple", 0), ("many", 0), ("some", 0),
            ("recent", 0));
        Each(words, TimeClass.Article, ("a", 1), ("an", 1));
        Each(words, TimeClass.Last, ("last", 0), ("past", 1));
        Each(words, TimeClass.Next, ("next", 0), ("coming", 1), ("upcoming", 1));
        Each(words, TimeClass.This, ("this", 0), ("current", 1));
        Each(words, TimeClass.Previous, ("previous", 0), ("preceding", 0), ("prior", 0), ("latest", 1));
        Each(words, TimeClass.Following, ("following", 0));
        Each(words, TimeClass.Ago, ("ago", 0));
        Each(words, TimeClass.Earlier, ("earlier", 0), ("before", 1));
        Each(words, TimeClass.Later, ("later", 0), ("after", 1));
        Each(words, TimeClass.Early, ("early", 0), ("late", 0), ("mid", 0));
        Each(words, TimeClass.Consecutive, ("consecutive", 0), ("straight", 0), ("successive", 0));
        Each(words, TimeClass.Every, ("every", 0), ("each", 0));
        Each(words, TimeClass.Now, ("now", 0), ("nowadays", 0), ("currently", 0));
        Each(words, TimeClass.PastRef, ("recently", 0));
        Each(words, TimeClass.Soon, ("soon", 0), ("these", 1));
        Each(words, TimeClass.Weekend, ("weekend", 0));
        Each(words, TimeClass.Clock, ("noon", 12), ("midnight", 24));
        Each(words, TimeClass.Definite, ("the", 0), ("that", 1), ("then", 2));
        Each(words, TimeClass.Tens, ("twenties", 20), ("thirties", 30), ("forties", 40), ("fifties", 50),
            ("sixties", 60),
            ("seventies", 70), ("eighties", 80), ("nineties", 90));
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void Number(Dictionary<string, TimeWord> words, TimeClass type, int first, string groups)
    {
        foreach (var group in groups.Split('|'))
        {
            foreach (var word in group.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words.Add(word, new TimeWord(type, first));
            first++;
        }
    }

    private static void Each(Dictionary<string, TimeWord> words, TimeClass type,
        params (string Word, int Value)[] entries)
    {
        foreach (var (word, value) in entries)
            words.Add(word, new TimeWord(type, value));
    }
}
