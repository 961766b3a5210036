using System.Runtime.InteropServices;

namespace Dateline.Search.Places.Finding;

/// <summary>
/// The names of a text by the words they cover, while phrases that situate them are read: notes what is said of those
/// that were found, and gathers those that were not.
/// </summary>
internal sealed class SituatedNames
{
    private const int MostSentencesBack = 3;

    private readonly TokenizedText _text;
    private readonly List<Toponym> _toponyms;
    private readonly Dictionary<int, int> _toponymAt = [];
    private readonly List<Toponym> _added = [];
    private readonly HashSet<int> _addedTokens = [];

    public SituatedNames(TokenizedText text, FoundToponyms found)
    {
        (_text, _toponyms) = (text, found.Toponyms);
        for (var i = 0; i < _toponyms.Count; i++)
            _toponymAt[_toponyms[i].FirstToken] = i;
    }

    /// <summary>Index of the toponym that begins at this word, or -1.</summary>
    public int IndexAt(int token) => _toponymAt.GetValueOrDefault(token, -1);

    /// <summary>True when a toponym begins at this word.</summary>
    public bool IsKnownAt(int token) => _toponymAt.ContainsKey(token);

    /// <summary>True when a name that was added covers this word.</summary>
    public bool IsAddedAt(int token) => _addedTokens.Contains(token);

    /// <summary>Last word of the name that begins at this word, known or not; -1 for none.</summary>
    public int EndOf(int first) => _toponymAt.TryGetValue(first, out var index)
        ? _toponyms[index].LastToken : NameReader.EndOfName(_text.Tokens, first);

    /// <summary>Index of the toponym that ends at this word, with a space behind it, or -1.</summary>
    public int EndingAt(int last) =>
        last >= 0 && _text.Tokens[last + 1].Is(TokenFlags.SpaceBefore) && LastBefore(last + 1) is var index and >= 0
            && _toponyms[index].LastToken == last ? index : -1;

    /// <summary>Index of the nearest toponym before, within the last few sentences, or -1.</summary>
    public int PreviousTo(int token)
    {
        var index = LastBefore(token);
        return index >= 0 && _text.Tokens[token].Sentence - _text.Tokens[_toponyms[index].FirstToken].Sentence
            <= MostSentencesBack ? index : -1;
    }

    /// <summary>Notes where the text puts a name.</summary>
    /// <param name="first">Its first word.</param>
    /// <param name="last">Its last word.</param>
    /// <param name="relation">How it lies to the place.</param>
    /// <param name="place">See <see cref="Toponym.Container"/>.</param>
    /// <param name="district">True when it is called part of a city.</param>
    public void Note(int first, int last, Relation relation, int place, bool district)
    {
        if (_toponymAt.TryGetValue(first, out var index))
        {
            ref var toponym = ref CollectionsMarshal.AsSpan(_toponyms)[index];
            if (place is Toponym.MainCountry || place == index || toponym.Container != -1)
                return;
            (toponym.Relation, toponym.Container, toponym.AsDistrict) = (relation, place, district);
            toponym.Flags |= ToponymFlags.Supported;
        }
        else if (!Enumerable.Range(first, last - first + 1).Any(_addedTokens.Contains))
        {
            _addedTokens.UnionWith(Enumerable.Range(first, last - first + 1));
            _added.Add(new Toponym(first, last, "situated")
            {
                Flags = ToponymFlags.Unlisted | ToponymFlags.Supported,
                Relation = relation,
                Container = place,
                AsDistrict = district,
            });
        }
    }

    /// <summary>Puts the added names between the others; containers follow their toponyms to the new places.</summary>
    public void Merge()
    {
        if (_added.Count == 0)
            return;
        var all = _toponyms.Select((toponym, index) => (toponym, index))
            .Concat(_added.Where(name => !Overlaps(name)).Select(toponym => (toponym, index: -1)))
            .OrderBy(pair => pair.toponym.FirstToken).ToList();
        var moved = new int[_toponyms.Count];
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].index >= 0)
                moved[all[i].index] = i;
        }
        _toponyms.Clear();
        foreach (var (toponym, _) in all)
        {
            var copy = toponym;
            copy.Container = copy.Container >= 0 ? moved[copy.Container] : copy.Container;
            _toponyms.Add(copy);
        }
    }

    private bool Overlaps(Toponym name) =>
        LastBefore(name.LastToken + 1) is var index and >= 0 && _toponyms[index].LastToken >= name.FirstToken;

    /// <summary>The last toponym that begins before this token, or -1.</summary>
    private int LastBefore(int token)
    {
        int low = 0, high = _toponyms.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_toponyms[middle].FirstToken < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }
}
