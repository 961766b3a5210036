using Dateline.Search.Articles;
using Dateline.Search.Names;
using Dateline.Search.Places;
using Dateline.Search.Text;

namespace Dateline.Eval.Names;

/// <summary>
/// Collects the phrase lists of the name model from the lists that ship with the program: the base gazetteer, given
/// names, common words, countries and well-known actors.
/// </summary>
internal sealed class NameListBuilder
{
    private const int LargeCity = 500_000;

    private const string Titles =
        "mr|mrs|ms|miss|dr|sir|lord|lady|president|minister|prime minister|senator|sen|rep|gov|governor|" +
        "general|gen|colonel|col|major|captain|capt|lieutenant|lt|sergeant|sgt|king|queen|prince|" +
        "princess|judge|justice|professor|prof|chairman|spokesman|spokeswoman|secretary|ambassador|" +
        "mayor|coach|sheikh|ayatollah|pope|bishop|archbishop|cardinal|rabbi|imam|chancellor|premier|" +
        "director|analyst|economist|trader|striker";

    private const string OrganisationWords =
        "corp|corporation|inc|ltd|co|plc|llc|company|group|bank|holdings|party|ministry|university|" +
        "college|institute|council|committee|commission|agency|association|union|federation|department|" +
        "front|army|court|parliament|senate|congress|board|fund|league|club|fc|united|city|town|rovers|" +
        "airlines|airways|industries|international|securities|insurance|motors|systems|press|times|news|" +
        "television|tv|foundation|organisation|organization|authority|bureau|office|exchange|trust|" +
        "society|centre|center|brigade|police|force|forces";

    private readonly Dictionary<uint, uint> _flags = [];

    /// <summary>The lists that ship.</summary>
    public static NameListBuilder FromShippedData()
    {
        var lists = new NameListBuilder();
        lists.AddAll(Titles.Split('|'), NameLists.Title);
        lists.AddAll(OrganisationWords.Split('|'), NameLists.OrganisationWord);
        foreach (var (noun, list) in KindNouns.All())
            lists.Add(noun, list);
        lists.AddAll(Resource("common-words.txt"), NameLists.CommonWord);
        lists.AddAll(Resource("given-names.txt"), NameLists.GivenName);
        lists.AddAll(Resource("Actors.first-names.txt").SelectMany(line => line.Split(' ')), NameLists.GivenName);
        foreach (var cells in Resource("Actors.countries.tsv").Select(line => line.Split('\t')))
        {
            lists.Add(cells[1], NameLists.Country);
            lists.AddAll(cells[2].Split('|'), NameLists.Demonym);
            lists.AddAll(cells.Length > 3 ? cells[3].Split('|') : [], NameLists.Country);
        }

        foreach (var cells in Resource("Actors.world-actors.tsv").Select(line => line.Split('\t')))
        {
            var list = cells[1] == "P" ? NameLists.KnownPerson : NameLists.KnownOrganisation;
            lists.Add(cells[0], list);
            lists.AddAll(cells.Length > 4 ? cells[4].Split('|').Select(name => name.TrimStart('~')) : [], list);
        }

        lists.AddPlaces();
        return lists;
    }

    /// <summary>Puts a phrase of at most four tokens on a list.</summary>
    public void Add(string phrase, NameLists list)
    {
        var key = 0u;
        var length = 0;
        foreach (var token in new Tokenizer(phrase))
        {
            key = WordHash.Phrase(key, WordHash.Lower(token.Of(phrase)));
            length++;
        }

        if (length is > 0 and <= NameLexicon.MaxPhrase)
            _flags[key] = _flags.GetValueOrDefault(key) | (uint)list;
    }

    /// <summary>The lists as a table of the model.</summary>
    public HashTable32 Build() => HashTable32.From(_flags);

    // Only the base file: the other gazetteer file has a licence of its own.
    private void AddPlaces()
    {
        var file = Path.Combine(GazetteerFiles.DefaultFolder, GazetteerFiles.BaseFile);
        var places = new Gazetteer(new GazetteerLayer(File.ReadAllBytes(file), file));
        for (var id = 0; id < places.Count; id++)
        {
            var list = places.KindOf(id) switch
            {
                PlaceKind.Country => NameLists.Country,
                PlaceKind.Region => NameLists.Region,
                _ when places.PopulationOf(id) >= LargeCity || places[id].IsCapital => NameLists.LargeCity,
                _ => NameLists.City,
            };
            Add(places.NameOf(id), list);
        }
    }

    private void AddAll(IEnumerable<string> phrases, NameLists list)
    {
        foreach (var phrase in phrases)
            Add(phrase, list);
    }

    private static IEnumerable<string> Resource(string name)
    {
        using var stream = typeof(NameTagger).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The program has no embedded list '{name}'.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
