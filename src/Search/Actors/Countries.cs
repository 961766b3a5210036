namespace Dateline.Search.Actors;

/// <summary>A country as actors need it.</summary>
/// <param name="Code">ISO 3166-1 alpha-3, which opens CAMEO codes.</param>
/// <param name="Name">Name as it stands after "of".</param>
internal sealed record Country(string Code, string Name);

/// <summary>Countries by name and adjective.</summary>
internal sealed class Countries
{
    private static readonly HashSet<string> WithArticle =
        ["BHS", "GMB", "MDV", "NLD", "PHL", "ARE", "USA", "CZE", "DOM", "CAF", "COG", "VAT"];

    private readonly Dictionary<string, List<(string[] Words, Country Country)>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Country> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Country> _byCode = new(StringComparer.Ordinal);

    private Countries()
    {
        foreach (var line in ActorData.Lines("countries.tsv"))
        {
            var cells = line.Split('\t');
            var country = new Country(cells[0], WithArticle.Contains(cells[0]) ? "the " + cells[1] : cells[1]);
            _byCode.Add(country.Code, country);
            foreach (var name in $"{cells[1]}|{cells[2]}|{cells[3]}".Split('|', StringSplitOptions.RemoveEmptyEntries))
                Add(name, country);
        }

        foreach (var names in _byFirst.Values)
            names.Sort(static (left, right) => right.Words.Length.CompareTo(left.Words.Length));
    }

    public static Countries Shared { get; } = new();

    /// <summary>The country of a name or adjective of its own, or null.</summary>
    public Country? ByName(string name) => _byName.GetValueOrDefault(name);

    public Country? ByCode(ReadOnlySpan<char> code) =>
        _byCode.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out var country) ? country : null;

    /// <summary>True for a country's name or adjective of one word, in any case.</summary>
    public bool HasWord(ReadOnlySpan<char> word) =>
        _words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>The country whose name or adjective starts at the token.</summary>
    public Country? Match(NameText text, int at, out int next)
    {
        next = at;
        if (!text.IsCapital(at)
            || !_byFirst.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Folded(at), out var names))
            return null;
        foreach (var (words, country) in names)
        {
            var length = 0;
            while (length < words.Length && text.Folded(at + length).SequenceEqual(words[length]))
                length++;
            if (length < words.Length)
                continue;
            next = at + length;
            return country;
        }

        return null;
    }

    private void Add(string name, Country country)
    {
        var words = NameText.FoldedWords(name);
        if (!_byFirst.TryGetValue(words[0], out var names))
            _byFirst.Add(words[0], names = []);
        names.Add((words, country));
        _byName.TryAdd(name, country);
        if (words is [{ Length: > 3 } only])
            _words.Add(only);
    }
}
