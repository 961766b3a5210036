namespace Dateline.Search.Places.Finding;

/// <summary>What a word tells about the names beside it.</summary>
[Flags]
internal enum WordClass
{
    None = 0,
    Direction = 1 << 0,
    RegionNoun = 1 << 1,
    CityNoun = 1 << 2,
    DistrictNoun = 1 << 3,
    Role = 1 << 4,
    OrganisationNoun = 1 << 5,
    Locative = 1 << 6,
    SpeechVerb = 1 << 7,
    Particle = 1 << 8,
    PersonTitle = 1 << 9,
    TimeWord = 1 << 10,
    OrganisationHead = 1 << 11,
    Nearness = 1 << 12,
    Abbreviation = 1 << 13,
    Article = 1 << 14,
    DistanceUnit = 1 << 15,

    /// <summary>Written with a capital, yet hardly ever the village that bears the name.</summary>
    Unplaceable = 1 << 16,

    /// <summary>What the bodies of a town or county are called: council, police, court.</summary>
    LocalBody = 1 << 17,

    /// <summary>Tells an event wherever it stands: killed, clashes, earthquake.</summary>
    Event = 1 << 18,

    /// <summary>Tells an event where the article begins: met, summit, opened.</summary>
    Occasion = 1 << 19,

    /// <summary>Tells that something was said: told, statement, reporters.</summary>
    Statement = 1 << 20,

    TypeNoun = RegionNoun | CityNoun | DistrictNoun,
}
