using System.Collections.Frozen;
using System.Text;

namespace Dateline.Summarize.Speech;

/// <summary>
/// What the words for a speaker say by themselves: whether they can be one ("a rebel commander", but not "the problems
/// that led the exchange"), how they are shown, and which part of them is a role.
/// </summary>
internal static class SpeakerPhrase
{
    private const int LongestRole = 100;
    private const int LongestHead = 10;

    private static readonly FrozenSet<string> Prepositions = Words(
        "of for at in with from on to by about as near against under over including like into within across "
        + "before after during amid who which that whom whose when while where is was are were has have had said "
        + "says will would");

    private static readonly FrozenSet<string> Owners = Words("his her its their my our your");

    private static readonly FrozenSet<string> Pronouns = Words("he she it they we i you there this that these those");

    private static readonly FrozenSet<string> Quantities = Words(
        "group chorus number majority minority handful dozens scores hundreds thousands pair couple trio crowd "
        + "array host series lot some many most several all one two three four five six seven eight nine ten "
        + "half each both any none few coalition wave string");

    private static readonly FrozenSet<string> Afterwards = Words(
        "familiar close involved surveyed polled interviewed briefed quoted cited made released obtained "
        + "published posted conducted filed based seen alike here nationwide present briefing today yesterday");

    // What opens no role: "…, shortly after the vote", "…, speaking to reporters".
    private static readonly FrozenSet<string> NoRole = Words(
        "shortly after before in on at during while when with following amid as because since who which whose "
        + "that and or but also both including despite from by concerning about not now later meanwhile however "
        + "too reached citing according adding if though although many most some several");

    private static readonly FrozenSet<string> Titles =
        Words("mr mr. mrs mrs. ms ms. dr dr. sir miss prof prof. former the a an");

    private static readonly FrozenSet<string> Weather =
        Words("hurricane superstorm storm typhoon cyclone tornado earthquake");

    /// <summary>True when the words can name somebody who speaks.</summary>
    /// <param name="words">The words, white space folded.</param>
    /// <param name="isName">True when a name of the article stands at the first word, whatever its capital
    /// tells.</param>
    public static bool CanSpeak(string words, bool isName)
    {
        var tokens = Tokens(words);
        if (tokens.Count == 0 || Owners.Contains(tokens[0].Text) || Pronouns.Contains(tokens[0].Text)
            || Weather.Contains(tokens[0].Text))
            return false;
        var head = Head(tokens);
        if (head >= LongestHead) return false;
        while (head > 0 && Afterwards.Contains(tokens[head].Text)) head--;
        if (Quantities.Contains(tokens[head].Text) && head + 2 < tokens.Count && tokens[head + 1].Text == "of")
        {
            var rest = tokens.GetRange(head + 2, tokens.Count - head - 2);
            return CanBeHead(rest, Head(rest), false) || rest.Exists(static token => char.IsUpper(token.Text[0]));
        }

        return CanBeHead(tokens, head, isName);
    }

    /// <summary>The words as a briefing shows them: nothing after the name, no ticker, no trailing comma.</summary>
    public static string Shown(string words)
    {
        var name = WithoutTickers(words);
        var comma = name.IndexOf(',');
        if (comma > 0 && !name[(comma + 1)..].TrimStart().StartsWith("including", StringComparison.Ordinal)
            && Tokens(name[(comma + 1)..]) is var rest && (rest.Count == 0 || IsAside(rest[0].Text)))
            name = name[..comma];
        foreach (var day in (ReadOnlySpan<string>)[" on Monday", " on Tuesday", " on Wednesday", " on Thursday",
            " on Friday", " on Saturday", " on Sunday"])
        {
            var at = name.IndexOf(day, StringComparison.Ordinal);
            if (at > 0) name = name[..at];
        }

        return name.Trim(' ', ',', ';', '-', '–', '—');
    }

    /// <summary>A role as a briefing shows it, or null when the words are none.</summary>
    public static string? Role(string words)
    {
        var role = WithoutTickers(words).Trim(' ', ',');
        if (role.Length > 0 && char.IsAsciiDigit(role[0]) && role.IndexOf(',') is > 0 and var age && age <= 3)
            role = role[(age + 1)..].TrimStart();
        if (role.IndexOf(',') is > 0 and var comma) role = role[..comma];
        if (role.IndexOf(" who ", StringComparison.Ordinal) is > 0 and var who) role = role[..who];
        var tokens = Tokens(role);
        if (tokens.Count > 0 && Owners.Contains(tokens[0].Text)) role = role[tokens[0].End..].TrimStart();
        tokens = Tokens(role);
        if (tokens.Count == 0 || role.Length > LongestRole || IsAside(tokens[0].Text)
            || tokens.TrueForAll(static token => Titles.Contains(token.Text))
            || role.EndsWith("'s", StringComparison.Ordinal) || role.EndsWith("’s", StringComparison.Ordinal)
            || Prepositions.Contains(tokens[^1].Text) || !tokens.Exists(static token => char.IsLetter(token.Text[0])))
            return null;
        return role;
    }

    /// <summary>True when words before a name leave it the speaker: "Prime Minister", "its chief executive,".</summary>
    public static bool Introduces(ReadOnlySpan<char> before)
    {
        var words = before.Trim().ToString();
        if (words.Length == 0) return true;
        var tokens = Tokens(words);
        if (words.TrimEnd().EndsWith(',') && words.IndexOf(',') == words.TrimEnd().Length - 1) return tokens.Count > 0;
        if (words.Contains(',')) return false;
        for (var at = tokens.Count - 1; at >= 0; at--)
        {
            var word = tokens[at].Text;
            if (word is "of") return !(at > 0 && SpeaksFor(tokens[at - 1].Text));
            if (word is "and") return false;
            if (Prepositions.Contains(word)) return tokens.Skip(at + 1).Any(static token =>
                SpeakerNouns.Speaks(token.Text)) && word is not ("for" or "including" or "like");
        }

        return true;
    }

    /// <summary>True when the words are a plain description of what follows: "Italian oil firm", "the
    /// opposition".</summary>
    public static bool Describes(ReadOnlySpan<char> before)
    {
        var words = before.Trim().ToString();
        return !words.Contains(',') && !words.Contains('\'') && !words.Contains('’')
            && Tokens(words).TrueForAll(static token => !Prepositions.Contains(token.Text)
                && token.Text is not "and" && !Owners.Contains(token.Text));
    }

    /// <summary>True for who belongs to somebody and is another: "spokesman", "lawyers", "campaign".</summary>
    public static bool SpeaksFor(string noun) => noun.StartsWith("spokes", StringComparison.OrdinalIgnoreCase)
        || noun.TrimEnd('s') is "aide" or "lawyer" or "attorney" or "son" or "daughter" or "wife" or "brother"
            or "sister" or "father" or "mother"
            or "supporter" or "critic" or "opponent" or "friend" or "colleague" or "family" or "relative"
            or "member" or "statement" or "government"
            or "office" or "ally" or "allie" or "team" or "biographer" or "follower" or "fan"
            or "adviser" or "advisor" or "administration" or "campaign" or "camp" or "official" or "loyalist";

    private static bool CanBeHead(List<(string Text, int End)> tokens, int head, bool isName)
    {
        if (head < 0 || head >= tokens.Count) return false;
        var word = tokens[head].Text;
        if (word.EndsWith("'s", StringComparison.Ordinal)
            || word.EndsWith("’s", StringComparison.Ordinal)) word = word[..^2];
        if (word.Length == 0) return false;
        if (SpeakerNouns.Speaks(word)) return true;
        if (!char.IsUpper(word[0])) return char.IsAsciiDigit(word[0]) && head > 0
            && char.IsUpper(tokens[head - 1].Text[0]);
        return head > 0 || isName || word.Skip(1).Any(char.IsUpper);
    }

    // The last word before what only says more about it.
    private static int Head(List<(string Text, int End)> tokens)
    {
        for (var at = 1; at < tokens.Count; at++)
            if (Prepositions.Contains(tokens[at].Text)
                || tokens[at].Text is "," or "(" or "-" or "--" or "–" or "—" || tokens[at - 1].Text.EndsWith(','))
                return at - 1;
        return tokens.Count - 1;
    }

    private static bool IsAside(string word) => NoRole.Contains(word)
        || (char.IsLower(word[0]) && word.Length > 5
            && (word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal)));

    private static List<(string Text, int End)> Tokens(string words)
    {
        List<(string Text, int End)> tokens = [];
        for (var at = 0; at < words.Length;)
        {
            if (words[at] == ' ')
            {
                at++;
                continue;
            }

            var start = at;
            if (words[at] is ',' or '(' or ')' or ';') at++;
            else while (at < words.Length && words[at] is not (' ' or ',' or '(' or ')' or ';')) at++;
            tokens.Add((words[start..at], at));
        }

        return tokens;
    }

    // "Eni ( ENI.MI )", "Kraft Foods (KFT.N)"
    private static string WithoutTickers(string words)
    {
        if (!words.Contains('(')) return words;
        var kept = new StringBuilder();
        for (var at = 0; at < words.Length;)
        {
            var close = words[at] == '(' ? words.IndexOf(')', at) : -1;
            var inside = close > at ? words[(at + 1)..close].Trim() : "";
            if (inside.Length is > 0 and <= 12 && !inside.Contains(' ') && inside.Contains('.')
                && char.IsUpper(inside[^1]))
            {
                at = close + 1;
                while (kept.Length > 0 && kept[^1] == ' ') kept.Length--;
                continue;
            }

            kept.Append(words[at++]);
        }

        return kept.ToString().Trim();
    }

    private static FrozenSet<string> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
