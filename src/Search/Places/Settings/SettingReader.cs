using Dateline.Search.Articles;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Settings;

/// <summary>
/// Reads what one mention tells of its place: a place in a phrase of place ("in Homs", "near the town of Tremseh")
/// belongs to the nearest word of an event or of a statement before it in its sentence, else after it. Words that are
/// no more than occasions ("met", "opened") count in the lead alone; sentences of other years tell background.
/// </summary>
/// <param name="text">The words.</param>
/// <param name="frame">How the article is dated.</param>
internal sealed class SettingReader(TokenizedText text, ReportFrame frame)
{
    private const int LeadSentences = 4;
    private const int MaxPhraseTokens = 7;
    private const int MaxReach = 14;
    private const int MaxStatementReach = 5;
    private const int MaxStatementAfter = 3;

    /// <summary>The setting of one place.</summary>
    /// <param name="list">The places named, in text order.</param>
    /// <param name="index">Which.</param>
    /// <param name="before">The settings of those before it.</param>
    public MentionSetting Of(ReadOnlySpan<Toponym> list, int index, ReadOnlySpan<MentionSetting> before)
    {
        ref readonly var toponym = ref list[index];
        var tokens = text.Tokens;
        if (frame.IsDateline(toponym))
            return new(PlaceSetting.Reported, toponym.FirstToken, toponym.LastToken);
        if (index > 0 && Continues(list[index - 1], toponym) && before[^1].Setting != PlaceSetting.Mentioned)
            return before[^1] with { LastToken = Math.Max(before[^1].LastToken, toponym.LastToken) };
        if (frame.IsBackground(toponym.FirstToken))
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
}
