namespace Dateline.Summarize.Figures;

/// <summary>What a word can be in a figure's sentence; a word may be several things.</summary>
[Flags]
internal enum WordClass
{
    /// <summary>Nothing of note: most names, nouns and adjectives.</summary>
    None = 0,

    /// <summary>Forms of "be".</summary>
    Be = 1,

    /// <summary>Forms of "have".</summary>
    Have = 2,

    /// <summary>"could", "may", "would": what follows has not happened, as far as told.</summary>
    Modal = 4,

    /// <summary>"no", "not", "nobody", "without".</summary>
    Negation = 8,

    /// <summary>Preposition.</summary>
    Preposition = 16,

    /// <summary>"the", "his", "this".</summary>
    Definite = 32,

    /// <summary>"and", "or", "but".</summary>
    Conjunction = 64,

    /// <summary>"who", "which", "that".</summary>
    Relative = 128,

    /// <summary>Pronoun that can be a subject or object.</summary>
    Pronoun = 256,

    /// <summary>A verb that is no trigger: it ends a noun phrase.</summary>
    Verb = 512,

    /// <summary>Adverbs that stand between a verb and what belongs to it.</summary>
    Adverb = 1024,

    /// <summary>Noun for several people: "people", "soldiers", "families".</summary>
    People = 2048,

    /// <summary>Noun for one person: "soldier".</summary>
    Person = 4096,

    /// <summary>A noun that cannot be hurt, arrested or displaced: "days", "percent", "houses".</summary>
    Thing = 8192,

    /// <summary>Forces: "troops", "peacekeepers".</summary>
    Force = 16384,

    /// <summary>Countable events, plural: "attacks", "demonstrations".</summary>
    Event = 32768,

    /// <summary>"a", "an".</summary>
    Indefinite = 65536,

    /// <summary>"reached", "rose", "stands": leads from a toll to its number.</summary>
    Reach = 131072,

    /// <summary>"toll", "number", "count", "total".</summary>
    Toll = 262144,

    /// <summary>"if", "unless", "threatened", "fear": what follows is not told as having happened.</summary>
    Unreal = 524288,
}
