namespace Dateline.Search.Places.Finding;

/// <summary>What the words around a name say about it.</summary>
[Flags]
internal enum ToponymFlags
{
    None = 0,

    /// <summary>A preposition of place or a level word stands beside it.</summary>
    Supported = 1 << 0,

    /// <summary>Also an ordinary word or given name: needs support.</summary>
    Doubtful = 1 << 1,

    /// <summary>Called a province, state, region …</summary>
    AsRegion = 1 << 2,

    /// <summary>Called a city, town …</summary>
    AsCity = 1 << 3,

    Dateline = 1 << 4,

    /// <summary>Subject of a verb of saying: a capital that stands for its government.</summary>
    Speaks = 1 << 5,

    /// <summary>Directly after a comma after another toponym, which it may contain: "Aleppo, Syria".</summary>
    FollowsToponym = 1 << 6,

    /// <summary>Part of a person's or organisation's name elsewhere in the text.</summary>
    NamePart = 1 << 7,

    /// <summary>Capitals in its line tell nothing.</summary>
    CapsContext = 1 << 8,

    /// <summary>The gazetteer lists nothing: only a situating phrase can make it a place.</summary>
    Unlisted = 1 << 9,

    /// <summary>Stands in a pair "place, container" that the gazetteer confirms.</summary>
    Contained = 1 << 10,

    /// <summary>Known only by a loose transliteration key.</summary>
    Transliterated = 1 << 11,

    /// <summary>The name tagger calls it a place.</summary>
    TaggedPlace = 1 << 12,

    /// <summary>The name tagger calls it a person, or part of one's name.</summary>
    TaggedPerson = 1 << 13,

    /// <summary>The name tagger calls it an organisation.</summary>
    TaggedOrganisation = 1 << 14,

    /// <summary>Begins the name of a local body, which is where the place is: "Athens City Council".</summary>
    InName = 1 << 15,

    /// <summary>Called a county.</summary>
    AsCounty = 1 << 16,
}

/// <summary>How the text relates a name to its container.</summary>
internal enum Relation
{
    None,

    /// <summary>Within the container: "the Damascus neighborhood of Tadamon".</summary>
    Within,

    /// <summary>Close to it: "Tremseh, near Hama".</summary>
    Near,

    /// <summary>Some way off: "40km north of the capital".</summary>
    Distant,
}

/// <summary>A name in the text that may be a place.</summary>
internal struct Toponym
{
    public const int TheCapital = -2;
    public const int MainCountry = -3;

    public int FirstToken, LastToken;
    public int CandidateStart, CandidateCount;
    public ToponymFlags Flags;
    public Relation Relation;

    /// <summary>
    /// Index of the toponym the text puts it in or near; -1 for none; <see cref="TheCapital"/>,
    /// <see cref="MainCountry"/>.
    /// </summary>
    public int Container;

    /// <summary>True when the text calls it part of a city.</summary>
    public bool AsDistrict;

    /// <summary>Gazetteer node it was resolved to, or -1.</summary>
    public int Node;

    /// <summary>Path of the unlisted place it was resolved to, or null.</summary>
    public string? UnlistedPath;

    public string Rule;

    /// <summary>Why it means <see cref="Node"/>.</summary>
    public Articles.PlaceConfidence Confidence;

    /// <summary>A name that nothing is known of yet.</summary>
    public Toponym(int firstToken, int lastToken, string rule) =>
        (FirstToken, LastToken, Rule, Container, Node) = (firstToken, lastToken, rule, -1, -1);

    public readonly bool Is(ToponymFlags flags) => (Flags & flags) != 0;

    public readonly bool IsResolved => Node >= 0 || UnlistedPath is not null;
}
