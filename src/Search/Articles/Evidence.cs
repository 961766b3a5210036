namespace Dateline.Search.Articles;

/// <summary>Which text a span points into.</summary>
public enum EvidenceField
{
    /// <summary>The article's headline.</summary>
    Title,

    /// <summary>The article's body.</summary>
    Body,

    /// <summary>The decoded input as it came (chrome, markup and all), before extraction.</summary>
    Source,
}

/// <summary>
/// Why a derived value was given: the exact words and the rule that read them.
/// </summary>
/// <param name="Field">The text the span points into.</param>
/// <param name="Start">First UTF-16 code unit of the span.</param>
/// <param name="End">Unit after the last.</param>
/// <param name="Quote">The words themselves: <c>text[Start..End]</c>.</param>
/// <param name="Rule">Stable kebab-case name of the rule, e.g. <c>updated-line</c>, <c>gazetteer</c>,
/// <c>situated</c>.</param>
public readonly record struct Evidence(EvidenceField Field, int Start, int End, string Quote, string Rule);
