using System.Runtime.InteropServices;
using Dateline.Search.Articles;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Settings;

/// <summary>
/// Tells where things happened from where they were said: mention by mention (<see cref="SettingReader"/>), then for
/// the article as a whole where its sentences leave the place open.
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
    private const int MaxReach = 14;

    private readonly ReportFrame _frame = new(text, dateline, year);
    private readonly MentionSetting[] _settings = new MentionSetting[toponyms.Count];

    /// <summary>The setting of every toponym, in their order.</summary>
    public MentionSetting[] Find()
    {
        var list = CollectionsMarshal.AsSpan(toponyms);
        var reader = new SettingReader(text, _frame);
        for (var i = 0; i < list.Length; i++)
            _settings[i] = list[i].IsResolved ? reader.Of(list, i, _settings.AsSpan(0, i)) : MentionSetting.None;
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

    /// <summary>"was killed here", "a bomb exploded in this capital": where the article was sent from.</summary>
    private void TakeHere(ReadOnlySpan<Toponym> list)
    {
        var from = 0;
        while (from < list.Length && !(list[from].IsResolved && _frame.IsDateline(list[from])))
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
            if (_frame.IsDateline(list[i]))
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
            if (tokens[i].Is(WordClass.Event) && !told.ContainsKey(tokens[i].Sentence) && !_frame.IsBackground(i))
                told.TryAdd(tokens[i].Sentence, i);
        }
        return told;
    }
}
