using System.Globalization;
using Dateline.Search.Articles;
using Dateline.Search.Text;
using Token = Dateline.Search.Text.Token;

namespace Dateline.Search.Actors;

/// <summary>One well-known actor.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Kind">Type.</param>
/// <param name="CameoCode">CAMEO code, or null.</param>
/// <param name="FirstYear">Year from which short names mean this actor.</param>
/// <param name="LastYear">Year until which they do.</param>
internal sealed record WorldActor(string Name, ActorKind Kind, string? CameoCode, int FirstYear, int LastYear)
{
    /// <summary>True when short names may mean this actor in an article of that year.</summary>
    public bool InOffice(int? year) => year is not { } known || (known >= FirstYear && known <= LastYear + 1);
}

/// <summary>The list of well-known actors, matched token by token.</summary>
internal sealed class WorldActors
{
    private static readonly string[] LegalForms =
        ["Inc", "Corp", "Co", "Ltd", "Plc", "PLC", "AG", "SA", "NV", "SE", "SpA", "LLC", "Group", "Holdings"];

    private readonly Dictionary<string, List<Alias>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string[]>> _anyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, WorldActor> _byKey = new(StringComparer.Ordinal);

    private WorldActors()
    {
        foreach (var line in ActorData.Lines("world-actors.tsv"))
            Add(line.Split('\t'));
        foreach (var aliases in _byFirst.Values)
            aliases.Sort(static (left, right) => right.Words.Length.CompareTo(left.Words.Length));
        foreach (var names in _anyCase.Values)
            names.Sort(static (left, right) => right.Length.CompareTo(left.Length));
    }

    public static WorldActors Shared { get; } = new();

    /// <summary>The person of the list with this key (see <see cref="NameKeys.Person"/>), or null.</summary>
    public WorldActor? Person(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The longest names of the list that start at a token; short names bring all who bear them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">First token.</param>
    /// <param name="next">Token after the name.</param>
    /// <param name="isShort">True when it is a short name.</param>
    public List<WorldActor>? Match(NameText text, int at, out int next, out bool isShort)
    {
        next = at;
        isShort = false;
        if (!_byFirst.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Folded(at), out var aliases))
            return null;
        foreach (var alias in aliases)
        {
            if (!Matches(text, at, alias.Words, out next))
                continue;
            isShort = alias.IsShort;
            return alias.Actors;
        }

        return null;
    }

    /// <summary>
    /// The words, as the list writes them, of the longest name that starts at a token of a text whose case tells
    /// nothing; null when there is none, or none that is more than one common word.
    /// </summary>
    public string[]? MatchAnyCase(string text, List<Token> tokens, int at)
    {
        if (!_anyCase.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(tokens[at].Of(text), out var names))
            return null;
        foreach (var words in names)
        {
            var length = 0;
            while (length < words.Length && at + length < tokens.Count
                && tokens[at + length].Of(text).Equals(words[length], StringComparison.OrdinalIgnoreCase))
                length++;
            if (length == words.Length)
                return words;
        }

        return null;
    }

    private static bool Matches(NameText text, int at, string[] words, out int next)
    {
        next = at;
        foreach (var word in words)
        {
            if (next >= text.Count)
                return false;
            if (!text.Folded(next).SequenceEqual(word))
                return false;
            next++;
        }

        return true;
    }

    private void Add(string[] cells)
    {
        var years = (cells.Length > 3 ? cells[3] : "").Split('-');
        var actor =
            new WorldActor(cells[0], KindOf(cells[1]), cells.Length > 2 && cells[2].Length > 0 ? cells[2] : null,
            Year(years[0], 0), years.Length > 1 ? Year(years[1], 9999) : 9999);
        var others = (cells.Length > 4 ? cells[4] : "").Split('|', StringSplitOptions.RemoveEmptyEntries);
        foreach (var alias in others.Prepend(cells[0]))
        {
            AddAlias(alias, actor);
            foreach (var form in actor.Kind == ActorKind.Company ? LegalForms : [])
                AddAlias($"{alias} {form}", actor);
        }
    }

    private void AddAlias(string name, WorldActor actor)
    {
        var isShort = name[0] == '~';
        if (isShort)
            name = name[1..];
        if (actor.Kind == ActorKind.Person && !isShort)
            _byKey.TryAdd(NameKeys.Person(name), actor);
        var words = NameText.FoldedWords(name);
        if (!_byFirst.TryGetValue(words[0], out var aliases))
            _byFirst.Add(words[0], aliases = []);
        var known = aliases.Find(alias => alias.IsShort == isShort && alias.Words.AsSpan().SequenceEqual(words));
        if (known is null)
            aliases.Add(known = new Alias(words, isShort, []));
        if (!known.Actors.Contains(actor))
            known.Actors.Add(actor);
        if (!isShort && (words.Length > 1 || (words[0].Length > 2 && words[0] is not "WHO")))
            AddAnyCase(words);
    }

    private void AddAnyCase(string[] words)
    {
        if (!_anyCase.TryGetValue(words[0], out var names))
            _anyCase.Add(words[0], names = []);
        names.Add(words);
    }

    private static int Year(string cell, int otherwise) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : otherwise;

    private static ActorKind KindOf(string letter) => letter switch
    {
        "P" => ActorKind.Person,
        "G" => ActorKind.Government,
        "M" => ActorKind.Military,
        "C" => ActorKind.Police,
        "A" => ActorKind.ArmedGroup,
        "Y" => ActorKind.Party,
        "O" => ActorKind.Opposition,
        "I" => ActorKind.InternationalOrganisation,
        "N" => ActorKind.Ngo,
        "B" => ActorKind.Company,
        "E" => ActorKind.Media,
        "U" => ActorKind.Population,
        _ => throw new InvalidOperationException($"world-actors.tsv: unknown kind '{letter}'."),
    };

    private sealed record Alias(string[] Words, bool IsShort, List<WorldActor> Actors);
}
