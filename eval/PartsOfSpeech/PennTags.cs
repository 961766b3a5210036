using Dateline.Search.Words;

namespace Dateline.Eval.PartsOfSpeech;

/// <summary>Reads the tags of the Penn Treebank.</summary>
internal static class PennTags
{
    /// <summary>The part of speech of a tag; every tag without letters is a mark.</summary>
    /// <exception cref="FormatException">There is no such tag.</exception>
    public static PartOfSpeech Read(string tag) => tag switch
    {
        "NN" or "FW" or "NN|SYM" => PartOfSpeech.Noun,
        "NNS" => PartOfSpeech.PluralNoun,
        "NNP" => PartOfSpeech.Name,
        "NNPS" => PartOfSpeech.PluralName,
        "CD" => PartOfSpeech.Number,
        "IN" => PartOfSpeech.Preposition,
        "DT" or "PDT" => PartOfSpeech.Determiner,
        "JJ" => PartOfSpeech.Adjective,
        "JJR" => PartOfSpeech.ComparativeAdjective,
        "JJS" => PartOfSpeech.SuperlativeAdjective,
        "RB" => PartOfSpeech.Adverb,
        "RBR" => PartOfSpeech.ComparativeAdverb,
        "RBS" => PartOfSpeech.SuperlativeAdverb,
        "CC" => PartOfSpeech.Conjunction,
        "TO" => PartOfSpeech.To,
        "RP" => PartOfSpeech.Particle,
        "EX" => PartOfSpeech.ExistentialThere,
        "UH" => PartOfSpeech.Interjection,
        "POS" => PartOfSpeech.PossessiveEnding,
        "SYM" or "LS" => PartOfSpeech.Mark,
        _ when !tag.Any(char.IsLetter) => PartOfSpeech.Mark,
        _ => ReadVerbOrPronoun(tag),
    };

    private static PartOfSpeech ReadVerbOrPronoun(string tag) => tag switch
    {
        "VB" => PartOfSpeech.BaseVerb,
        "VBD" => PartOfSpeech.PastVerb,
        "VBG" => PartOfSpeech.Gerund,
        "VBN" => PartOfSpeech.Participle,
        "VBP" => PartOfSpeech.PresentVerb,
        "VBZ" => PartOfSpeech.ThirdPersonVerb,
        "MD" => PartOfSpeech.Modal,
        "PRP" => PartOfSpeech.Pronoun,
        "PRP$" => PartOfSpeech.PossessivePronoun,
        "WDT" or "WP$" => PartOfSpeech.RelativeDeterminer,
        "WP" => PartOfSpeech.RelativePronoun,
        "WRB" => PartOfSpeech.RelativeAdverb,
        _ => throw new FormatException($"'{tag}' is no tag of the Penn Treebank."),
    };
}
