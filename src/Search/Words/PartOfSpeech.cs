namespace Dateline.Search.Words;

/// <summary>
/// The use of a word in its sentence: the tags of the Penn Treebank, the rare ones joined to their neighbours. The
/// numbers are lanes of the model.
/// </summary>
public enum PartOfSpeech : byte
{
    /// <summary>Punctuation, symbols and list marks.</summary>
    Mark,

    /// <summary>NN, and FW.</summary>
    Noun,

    /// <summary>NNS.</summary>
    PluralNoun,

    /// <summary>NNP.</summary>
    Name,

    /// <summary>NNPS.</summary>
    PluralName,

    /// <summary>CD.</summary>
    Number,

    /// <summary>IN: prepositions and the conjunctions that subordinate a clause.</summary>
    Preposition,

    /// <summary>DT, PDT.</summary>
    Determiner,

    /// <summary>JJ.</summary>
    Adjective,

    /// <summary>JJR.</summary>
    ComparativeAdjective,

    /// <summary>JJS.</summary>
    SuperlativeAdjective,

    /// <summary>RB.</summary>
    Adverb,

    /// <summary>RBR.</summary>
    ComparativeAdverb,

    /// <summary>RBS.</summary>
    SuperlativeAdverb,

    /// <summary>VB.</summary>
    BaseVerb,

    /// <summary>VBD.</summary>
    PastVerb,

    /// <summary>VBG.</summary>
    Gerund,

    /// <summary>VBN.</summary>
    Participle,

    /// <summary>VBP: present tense, not of the third person singular.</summary>
    PresentVerb,

    /// <summary>VBZ.</summary>
    ThirdPersonVerb,

    /// <summary>MD.</summary>
    Modal,

    /// <summary>CC.</summary>
    Conjunction,

    /// <summary>TO.</summary>
    To,

    /// <summary>PRP.</summary>
    Pronoun,

    /// <summary>PRP$.</summary>
    PossessivePronoun,

    /// <summary>POS.</summary>
    PossessiveEnding,

    /// <summary>WDT, WP$.</summary>
    RelativeDeterminer,

    /// <summary>WP.</summary>
    RelativePronoun,

    /// <summary>WRB.</summary>
    RelativeAdverb,

    /// <summary>RP.</summary>
    Particle,

    /// <summary>EX.</summary>
    ExistentialThere,

    /// <summary>UH.</summary>
    Interjection,
}
