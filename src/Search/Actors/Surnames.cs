using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>Tells which person of the article one name alone means.</summary>
/// <param name="year">Year of publication, or null.</param>
internal sealed class Surnames(int? year)
{
    private readonly List<ActorGroup> _people = [];
    private readonly Dictionary<string, List<ActorGroup>> _bearers = new(StringComparer.Ordinal);

    /// <summary>True for a word that somebody is called by.</summary>
    public bool Contains(string word) => _bearers.ContainsKey(NameKeys.Word(word));

    /// <summary>
    /// The one person whose name this full name is in another spelling, or longer or shorter by middle names.
    /// </summary>
    public ActorGroup? Same(string name) => Only(_people.FindAll(person => PersonNames.AreOne(person.Name, name)));

    /// <summary>Adds a person with full name, or learns a fuller one.</summary>
    public void Add(ActorGroup person)
    {
        if (!_people.Contains(person))
            _people.Add(person);
        foreach (var key in PersonNames.ShortKeys(person.Name))
        {
            if (!_bearers.TryGetValue(key, out var bearers))
                _bearers.Add(key, bearers = []);
            if (!bearers.Contains(person))
                bearers.Add(person);
        }
    }

    /// <summary>The one person a word can mean anywhere in the article; null when none or several.</summary>
    public ActorGroup? Bearer(string word)
    {
        if (!_bearers.TryGetValue(NameKeys.Word(word), out var bearers))
            return null;
        return Only(bearers) ?? Only(bearers.FindAll(person => person.Listed?.InOffice(year) == true));
    }

    /// <summary>
    /// The person that one name alone means: bearer of the surname, of several the only one named before; else who has
    /// it as given name; null when that leaves none or several.
    /// </summary>
    public ActorGroup? Meant(NameMention mention)
    {
        var key = NameKeys.Surname(mention.Name);
        if (Bearer(key) is { } only)
            return only;
        if (_bearers.TryGetValue(key, out var bearers))
            return Only(bearers.FindAll(person => IsBefore(person, mention)));
        return Bearer(NameKeys.Surname(mention.Name.TrimEnd('s')))
            ?? Only(_people.FindAll(person => PersonNames.GivenKey(person.Name) == key));
    }

    /// <summary>The one person whose surname is a word but for a slip of the pen.</summary>
    public ActorGroup? Misspelt(string word) => Only(_people.FindAll(person =>
        NameKeys.Words(person.Name) is [_, .., var surname] && PersonNames.IsSlip(surname, word)));

    /// <summary>True for "the Slims" and "the Slim family": more than one person.</summary>
    public static bool IsFamily(NameText text, int first, int next) => text.Word(next) is "family" or "families"
        || (text.Word(first - 1) is "the" && text.Word(next - 1) is [.., 's'] && !text.IsCapital(next));

    private static bool IsBefore(ActorGroup person, NameMention mention) =>
        mention.Text.Field == EvidenceField.Body && person.FirstInBody is { } first && first < mention.First;

    private static ActorGroup? Only(List<ActorGroup> people) => people.Count == 1 ? people[0] : null;
}
