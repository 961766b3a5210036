using System.Collections.Frozen;
using Dateline.Search.Names;

namespace Dateline.Eval.Names;

/// <summary>How a marked phrase of a corpus reads under the CoNLL-2003 conventions.</summary>
/// <param name="IsName">False for phrases that CoNLL would not mark.</param>
/// <param name="IsDoubtful">True where either could be: nothing is learned from the phrase.</param>
/// <param name="Tag">The tag of a name.</param>
internal readonly record struct TagReading(bool IsName, bool IsDoubtful, NameTag Tag)
{
    /// <summary>Not a name.</summary>
    public static TagReading None => default;

    /// <summary>A name or not.</summary>
    public static TagReading Doubtful => new(false, true, default);
}

/// <summary>Reads the labels of a corpus as the four tags, by the conventions of CoNLL-2003.</summary>
internal static class TagScheme
{
    // Technical terms: common words for the most part, though now and then a name in them would be marked.
    private static readonly FrozenSet<string> Terms = FrozenSet.Create(
        "algorithm", "chemicalcompound", "chemicalelement", "discipline", "enzyme", "field", "literarygenre", "metrics",
        "musicalinstrument", "musicgenre", "protein", "task", "theory", "astronomicalobject");

    private static readonly FrozenDictionary<string, NameTag> Fine = new Dictionary<string, NameTag>
    {
        ["person"] = NameTag.Person,
        ["politician"] = NameTag.Person,
        ["scientist"] = NameTag.Person,
        ["writer"] = NameTag.Person,
        ["researcher"] = NameTag.Person,
        ["musicalartist"] = NameTag.Person,
        ["organisation"] = NameTag.Organisation,
        ["politicalparty"] = NameTag.Organisation,
        ["university"] = NameTag.Organisation,
        ["band"] = NameTag.Organisation,
        ["magazine"] = NameTag.Organisation,
        ["academicjournal"] = NameTag.Organisation,
        ["location"] = NameTag.Place,
        ["country"] = NameTag.Place,
        ["misc"] = NameTag.Other,
        ["election"] = NameTag.Other,
        ["event"] = NameTag.Other,
        ["award"] = NameTag.Other,
        ["conference"] = NameTag.Other,
        ["book"] = NameTag.Other,
        ["poem"] = NameTag.Other,
        ["album"] = NameTag.Other,
        ["song"] = NameTag.Other,
        ["product"] = NameTag.Other,
        ["programlang"] = NameTag.Other,
    }.ToFrozenDictionary();

    /// <summary>The labels of CoNLL-2003 and of wikigold.</summary>
    /// <exception cref="FormatException">The label is not one of theirs.</exception>
    public static TagReading Conll(string label, ReadOnlySpan<char> phrase) => label switch
    {
        "PER" => new(true, false, NameTag.Person),
        "ORG" => new(true, false, NameTag.Organisation),
        "LOC" => new(true, false, NameTag.Place),
        "MISC" => new(true, false, NameTag.Other),
        _ => throw new FormatException($"Unknown tag '{label}': expected PER, ORG, LOC or MISC."),
    };

    /// <summary>
    /// The labels of CrossNER's five domains (Liu et al. 2021). A phrase without a capital is no name; a term of a
    /// trade with one is doubtful.
    /// </summary>
    /// <exception cref="FormatException">The label is not one of theirs.</exception>
    public static TagReading CrossNer(string label, ReadOnlySpan<char> phrase)
    {
        if (!Terms.Contains(label) && !Fine.ContainsKey(label))
            throw new FormatException($"Unknown tag '{label}': expected one of CrossNER's, as in its train.txt.");
        if (!HasCapital(phrase))
            return TagReading.None;
        return Fine.TryGetValue(label, out var tag) ? new(true, false, tag) : TagReading.Doubtful;
    }

    private static bool HasCapital(ReadOnlySpan<char> phrase)
    {
        foreach (var unit in phrase)
        {
            if (char.IsUpper(unit))
                return true;
        }

        return false;
    }
}
