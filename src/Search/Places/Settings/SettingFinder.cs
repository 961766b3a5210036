using System.Runtime.InteropServices;
using Dateline.Search.Articles;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Settings;

/// <summary>What one mention tells of its place.</summary>
/// <param name="Setting">What happened to be told.</param>
/// <param name="FirstToken">First word of what tells it; -1 where nothing does.</param>
/// <param name="LastToken">Its last word.</param>
internal readonly record struct MentionSetting(PlaceSetting Setting, int FirstToken, int LastToken)
{
    public static MentionSetting None { get; } = new(PlaceSetting.Mentioned, -1, -1);
}

/// <summary>
/// Tells where things happened from where they were said: a place in a phrase of place ("in Homs", "near the town of
/// Tremseh") belongs to the nearest word of an event or of a statement before it in its sentence, else after it. Words
/// that are no more than occasions ("met", "opened") count in the lead alone; sentences of other years tell background.
/// </summary>
/// <param name="text">The words.</param>
/// <param name="toponyms">The places named, resolved.</param>
/// <param name="isMain">True of toponyms in the country the article speaks of most.</param>
/// <param name="playsThere">True when it speaks of no other nearly as much.</param>
/// <param name="dateline">The dateline, or null.</param>
/// <param name="year">Year of publication, or null.</param>
internal sealed class SettingFinder(
    TokenizedText text, List<Toponym> toponyms, Predicate<Toponym> isMain, bool playsThere, Evidence? dateline,
    int? year)
{
    private const int LeadSentences = 4;
    private const int MaxPhraseTokens = 7;
    private const int MaxReach = 14;
    private const int MaxStatementReach = 5;
    private const int MaxStatementAfter = 3;

    private readonly MentionSetting[] _settings = new MentionSetting[toponyms.Count];

    /// <summary>The setting of every toponym, in their order.</summary>
    public MentionSetting[] Find()
    {
        var list = CollectionsMarshal.AsSpan(toponyms);
        for (var i = 0; i < list.Length; i++)
            _settings[i] = list[i].IsResolved ? Of(list, i) : MentionSetting.None;
        TakeHere(list);
        var (anywhere, there) = (false, false);
        for (var i = 0; i < list.Length; i++)
        {
            anywhere |= _settings[i].Setting == PlaceSetting.Happened;
            there |= _settings[i].Setting == PlaceSetting.Happened && isMain(list[i]);
        }
        if (!anywhere || (playsThere && !there))
            TakeLead(list, onlyAlong: anywhere);
        return _settings;
    }

    private MentionSetting Of(ReadOnlySpan<Toponym> list, int index)
    {
        ref readonly var toponym = ref list[index];
        var tokens = text.Tokens;
        if (IsDateline(toponym))
            return new(PlaceSetting.Reported, toponym.FirstToken, toponym.LastToken);
        if (index > 0 && Continues(list[index - 1], toponym) && _settings[index - 1].Setting != PlaceSetting.Mentioned)
        {
            var before = _settings[index - 1];
            return before with { LastToken = Math.Max(before.LastToken, toponym.LastToken) };
        }
        if (IsBackground(toponym.FirstToken))
            return MentionSetting.None;
        var after = toponym.LastToken + 1;
        if (after < tokens.Length && tokens[after].Is(TokenFlags.SpaceBefore) && tokens[after].Is(WordClass.Event)
            && !tokens[toponym.LastToken].Is(TokenFlags.Possessive) && !tokens[after].Is(WordClass.Statement))
            return new(PlaceSetting.Happened, toponym.FirstToken, after);
        return LocativeBefore(tokens, toponym.FirstToken) is var locative and >= 0
            ? Governed(tokens, locative, toponym) : MentionSetting.None;
    }

    /// <summary>The nearest telling word before the phrase of place, else after it.</summary>
    private MentionSetting Governed(ReadOnlySpan<Token> tokens, int locative, in Toponym toponym)
    {
        var sentence = tokens[toponym.FirstToken].Sentence;
        var towards = text.Folded(locative, locative) is "to" or "into" or "toward" or "towards" or "via" or "from"
            or "between" or "leaving" or "through" or "visiting";
        for (var i = locative - 1; i >= Math.Max(0, locative - MaxReach) && tokens[i].Sentence == sentence; i--)
        {
            var setting = SettingOf(tokens, i, locative - i);
            if (setting == PlaceSetting.Reported || (setting == PlaceSetting.Happened && !towards))
                return new(setting, i, toponym.LastToken);
        }
        for (var i = toponym.LastToken + 1; !towards
            && i < Math.Min(tokens.Length, toponym.LastToken + MaxReach) && tokens[i].Sentence == sentence; i++)
        {
            var distance = i - toponym.LastToken + (MaxStatementReach - MaxStatementAfter);
            if (SettingOf(tokens, i, distance) is var setting and not PlaceSetting.Mentioned)
                return new(setting, locative, i);
        }
        return MentionSetting.None;
    }

    /// <summary>What a word tells of a place that stands so many words off.</summary>
    private PlaceSetting SettingOf(ReadOnlySpan<Token> tokens, int i, int distance)
    {
        if (tokens[i].Is(WordClass.Event) || (tokens[i].Is(WordClass.Occasion) && tokens[i].Sentence <= LeadSentences))
            return PlaceSetting.Happened;
        return tokens[i].Is(WordClass.Statement) && distance <= MaxStatementReach && !IsHearsay(i)
            ? PlaceSetting.Reported : PlaceSetting.Mentioned;
    }

    /// <summary>
    /// "gunbattles were reported in", "are said to have": tells of what is said, not of where it is said.
    /// </summary>
    private bool IsHearsay(int i) =>
        (i > 0 && text.Folded(i - 1, i - 1) is "was" or "were" or "is" or "are" or "been" or "being" or "also")
        || (i + 1 < text.Tokens.Length && text.Folded(i + 1, i + 1) is "to");

    /// <summary>
    /// The preposition of place that the name hangs on: "in the town of X", "near the Syrian city of X", or -1.
    /// </summary>
    private static int LocativeBefore(ReadOnlySpan<Token> tokens, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - MaxPhraseTokens); i--)
        {
            if (!tokens[i + 1].Is(TokenFlags.Joined))
                return -1;
            if (tokens[i].Is(WordClass.Locative))
                return i;
            var within = tokens[i].Is(WordClass.Article | WordClass.Direction | WordClass.TypeNoun | WordClass.Particle)
                || tokens[i].Is(TokenFlags.Capital);
            if (!within || tokens[i].Is(WordClass.Event | WordClass.Statement))
                return -1;
        }
        return -1;
    }

    /// <summary>"in Homs, Idlib and Hama", "in Aleppo, Syria": what is told of the first goes for the next.</summary>
    private bool Continues(in Toponym previous, in Toponym toponym)
    {
        var tokens = text.Tokens;
        var next = previous.LastToken + 1;
        if (tokens[toponym.FirstToken].Sentence != tokens[previous.FirstToken].Sentence)
            return false;
        if (toponym.FirstToken == next)
            return tokens[next].Is(TokenFlags.CommaBefore);
        for (var i = next; i < toponym.FirstToken; i++)
        {
            if (!(tokens[i].Is(WordClass.TypeNoun | WordClass.Article | WordClass.Direction)
                || text.Folded(i, i) is "and" or "or" or "of" or "in"))
                return false;
        }
        return toponym.FirstToken - next <= 4;
    }

    private bool IsDateline(in Toponym toponym)
    {
        var (first, last) = (text.Tokens[toponym.FirstToken], text.Tokens[toponym.LastToken]);
        return toponym.Is(ToponymFlags.Dateline) || (dateline is { Field: EvidenceField.Body } line
            && !first.Is(TokenFlags.InTitle) && first.Start >= line.Start && last.End <= line.End);
    }

    /// <summary>True when the sentence names a year other than the article's.</summary>
    private bool IsBackground(int token)
    {
        var tokens = text.Tokens;
        var sentence = tokens[token].Sentence;
        var first = token;
        while (first > 0 && tokens[first - 1].Sentence == sentence)
            first--;
        for (var i = first; i < tokens.Length && tokens[i].Sentence == sentence; i++)
        {
            if (tokens[i].Is(TokenFlags.Digit) && tokens[i].End - tokens[i].Start == 4
                && int.TryParse(text.Folded(i, i), out var told) && told is > 1700 and < 2100 && told != year
                && year is not null)
                return true;
        }
        return false;
    }

    /// <summary>"was killed here", "a bomb exploded in this capital": where the article was sent from.</summary>
    private void TakeHere(ReadOnlySpan<Toponym> list)
    {
        var from = 0;
        while (from < list.Length && !(list[from].IsResolved && IsDateline(list[from])))
            from++;
        if (from == list.Length)
            return;
        var tokens = text.Tokens;
        for (var i = 1; i < tokens.Length; i++)
        {
            var here = text.Folded(i, i) is "here"
                || (tokens[i].Is(WordClass.CityNoun) && text.Folded(i - 1, i - 1) is "this" or "the"
                    && text.Folded(i, i) is "capital" or "city");
            if (here && EventBefore(i) is var told and >= 0)
            {
                _settings[from] = new(PlaceSetting.Happened, told, i);
                return;
            }
        }
    }

    private int EventBefore(int token)
    {
        var tokens = text.Tokens;
        for (var i = token - 1; i >= Math.Max(0, token - MaxReach) && tokens[i].Sentence == tokens[token].Sentence; i--)
        {
            if (tokens[i].Is(WordClass.Event))
                return i;
        }
        return -1;
    }

    /// <summary>
    /// An article that tells of an event and puts it nowhere in the country it is about means the first place there
    /// that a sentence names along with an event, else the place it was sent from, else the country.
    /// </summary>
    /// <param name="list">The places named.</param>
    /// <param name="onlyAlong">Takes only a place named along with an event.</param>
    private void TakeLead(ReadOnlySpan<Toponym> list, bool onlyAlong)
    {
        var told = TellingSentences();
        if (told.Count == 0)
            return;
        var (best, sent, any) = (-1, -1, -1);
        for (var i = 0; i < list.Length && best < 0; i++)
        {
            if (!list[i].IsResolved || !isMain(list[i]))
                continue;
            if (IsDateline(list[i]))
                sent = sent < 0 ? i : sent;
            else if (told.ContainsKey(text.Tokens[list[i].FirstToken].Sentence))
                best = i;
            else
                any = any < 0 ? i : any;
        }
        best = best >= 0 || onlyAlong ? best : sent >= 0 ? sent : any;
        if (best >= 0)
        {
            var at = told.GetValueOrDefault(text.Tokens[list[best].FirstToken].Sentence, told.Values.First());
            _settings[best] = new(PlaceSetting.Happened, at, at);
        }
    }

    /// <summary>The first word of an event in every sentence that has one.</summary>
    private Dictionary<int, int> TellingSentences()
    {
        var told = new Dictionary<int, int>();
        var tokens = text.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Is(WordClass.Event) && !told.ContainsKey(tokens[i].Sentence) && !IsBackground(i))
                told.TryAdd(tokens[i].Sentence, i);
        }
        return told;
    }
}
