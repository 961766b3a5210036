using System.Collections.Frozen;

namespace Dateline.Summarize.Speech;

/// <summary>What a reporting verb does.</summary>
public enum SpeechAct
{
    /// <summary>No report of words: a wish, a belief, an attitude.</summary>
    None,

    /// <summary>States something.</summary>
    States,

    /// <summary>Denies, rejects or disputes something.</summary>
    Denies,
}

/// <summary>Verbs that report words, in the forms news uses.</summary>
internal static class SpeechVerbs
{
    private static readonly FrozenDictionary<string, SpeechAct> Acts = Build();

    /// <summary>What the verb at a cue does.</summary>
    public static SpeechAct ActOf(ReadOnlySpan<char> cue) =>
        Acts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(cue, out var act) ? act : SpeechAct.None;

    // Tables of words, wider than other code.
    private static FrozenDictionary<string, SpeechAct> Build()
    {
        var acts = new Dictionary<string, SpeechAct>(
            StringComparer.OrdinalIgnoreCase)
        { ["according"] = SpeechAct.States };
        foreach (
            var word in (
            "said say says saying told tell tells telling wrote write writes writing written tweeted "
            + "tweets tweeting quoted quoting put read reads reading spoke speaking testified testifies "
            + "testifying swore sworn blamed blames blaming vowed vows vowing").Split(' '))
            acts[word] = SpeechAct.States;
        Regular(acts, SpeechAct.States,
            "add ask answer argue announce acknowledge accuse admit advise affirm allege assert assure boast call "
            + "caution charge claim comment complain concede conclude condemn confirm contend counter criticise "
            + "criticize declare demand describe disclose emphasise emphasize estimate exclaim explain express "
            + "forecast hint indicate inform insist joke lament maintain mention note observe pledge point post "
            + "praise predict proclaim promise propose recall recommend recount reiterate remark repeat report "
            + "respond reveal shout state stress suggest threaten urge warn yell");
        Regular(acts, SpeechAct.Denies, "deny reject dismiss refute dispute rebut disavow contradict rebuff");
        foreach (var (base_, past, participle) in new[] { ("reply", "replied", "replying"),
            ("deny", "denied", "denying"), ("rebut", "rebutted", "rebutting"),
            ("testify", "testified", "testifying"), ("cry", "cried", "crying") })
        {
            var act = acts.GetValueOrDefault(base_, SpeechAct.States);
            foreach (var form in new[] { base_, past, participle, base_[^1] == 'y' ? base_[..^1] + "ies" : base_
                + "s" })
                acts[form] = act;
        }

        return acts.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void Regular(Dictionary<string, SpeechAct> acts, SpeechAct act, string bases)
    {
        foreach (var word in bases.Split(' '))
        {
            var stem = word[^1] == 'e' ? word[..^1] : word;
            acts[word] = acts[stem + "ed"] = acts[stem + "ing"] = act;
            acts[word + (word[^1] is 's' or 'h' or 'x' ? "es" : "s")] = act;
        }
    }
}
