using System.Collections.Frozen;

namespace Dateline.Search.Text;

/// <summary>What may stand before a full stop without ending the sentence.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverLast = Lookup(
        "mr mrs ms messrs mme mlle dr prof rev fr msgr hon gen lt col maj capt sgt cpl pvt adm cmdr cdr brig cmd " +
        "sen rep gov pres amb atty asst dep det insp supt sec st ste mt ft vs no nos fig pp vol art ch approx ca " +
        "cf eg ie " +
        "viz al. spc pfc ens ltcol ltgen majgen");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SometimesLast = Lookup(
        "inc corp co ltd plc bros jr sr esq etc dept univ assn intl govt natl bldg ave blvd rd hwy est " +
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun " +
        "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla " +
        "ore pa " +
        "penn tenn tex va vt wash wis wyo ont que alta approx min max hr hrs sq gmt edt est");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters = Lookup(
        "the a an in on at but and or so yet he she it they we you i this that these those there here his her " +
        "its their our " +
        "my as after before when while since if although though because however meanwhile also for from to with by " +
        "about according earlier last next some many most several both all no not now then thus still such under " +
        "over " +
        "what who where why how one two three more less other another each every even only just once until during " +
        "despite between among against without within asked speaking officials police analysts reporters additional " +
        "for-profit");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SpeechVerbs = Lookup(
        "said says asked asks told cried shouted added replied wrote yelled exclaimed responded");

    /// <summary>
    /// True when the full stop after <paramref name="before"/> is the mark of an abbreviation or initial and the
    /// sentence goes on with <paramref name="next"/>.
    /// </summary>
    /// <param name="before">The sentence so far, without the stop.</param>
    /// <param name="next">The word that follows, perhaps empty.</param>
    /// <param name="closed">True when a closing quotation mark or bracket follows the stop.</param>
    public static bool Continues(ReadOnlySpan<char> before, ReadOnlySpan<char> next, bool closed)
    {
        var start = before.Length;
        while (start > 0 && (char.IsLetterOrDigit(before[start - 1]) || before[start - 1] is '.' or '&'))
            start--;
        var word = before[start..];
        if (word.IsEmpty || closed)
            return false;
        if (char.IsAsciiDigit(word[0]))
            return start == 0 && word.Length <= 3;
        var starter = Contains(Starters, next);
        if (word.Contains('.') && IsDotted(word))
            return !starter;
        if (word.Length == 1 && char.IsUpper(word[0]))
            return !starter || !FollowsName(before[..start]);
        if (Contains(NeverLast, word))
            return word is not ("no" or "al" or "st") && (word is not "No" || StartsWithDigit(next));
        return Contains(SometimesLast, word) && char.IsUpper(word[0]) && !starter;
    }

    /// <summary>
    /// True for <c>Smith asked</c>, <c>President Assad said</c>: up to three names, then a verb of speech.
    /// </summary>
    public static bool IsSpeechTag(ReadOnlySpan<char> text)
    {
        var words = 0;
        foreach (var token in new Tokenizer(text))
        {
            var word = token.Of(text);
            if (token.Kind == TokenKind.Punctuation && word[0] == '-')
                continue;
            if (token.Kind != TokenKind.Word)
                return false;
            if (Contains(SpeechVerbs, word))
                return words > 0;
            if (!char.IsUpper(word[0]) || ++words > 4)
                return false;
        }

        return false;
    }

    // "U.N", "a.m", "Ph.D": every part short.
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        foreach (var part in word.Split('.'))
        {
            if (word[part].Length is 0 or > 2)
                return false;
        }

        return true;
    }

    // "Plan B. The": the initial of a name follows a name or opens the text; a letter after a common word is a label.
    private static bool FollowsName(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        var start = before.Length;
        while (start > 0 && char.IsLetterOrDigit(before[start - 1]))
            start--;
        return start < before.Length;
    }

    private static bool StartsWithDigit(ReadOnlySpan<char> word) => !word.IsEmpty && char.IsAsciiDigit(word[0]);

    private static bool Contains(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> set, ReadOnlySpan<char> word) =>
        word.Length <= 12 && set.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
