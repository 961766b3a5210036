using Dateline.Search.Articles;

namespace Dateline.Summarize.Evidence;

/// <summary>One sentence that may enter the briefing.</summary>
internal sealed class EvidenceSentence
{
    /// <summary>The article it stands in.</summary>
    public required Article Article { get; init; }

    /// <summary>Rank of the article among the hits, from 0.</summary>
    public required int HitRank { get; init; }

    /// <summary>The article's score divided by the best hit's, 0 to 1.</summary>
    public required double HitScore { get; init; }

    /// <summary>Number of the independent origin the article belongs to.</summary>
    public required int Origin { get; init; }

    /// <summary>First unit in the body.</summary>
    public required int Start { get; init; }

    /// <summary>Unit after the last.</summary>
    public required int End { get; init; }

    /// <summary>Which sentence of the body it is, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>The words, white space folded.</summary>
    public required string Text { get; init; }

    /// <summary>Distinct term ids, ascending.</summary>
    public required int[] Terms { get; init; }

    /// <summary>Dates mentioned in it.</summary>
    public required IReadOnlyList<EventDate> Dates { get; init; }

    /// <summary>Actors and places mentioned in it, by facet value.</summary>
    public required IReadOnlySet<string> Entities { get; init; }

    /// <summary>Numbers in it, as written, for telling agreement from dispute.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>True when it may be shown without another sentence beside it.</summary>
    public required bool StandsAlone { get; init; }

    /// <summary>
    /// The sentence before it that says whom or what its opening means; null when it needs none or has none.
    /// </summary>
    public EvidenceSentence? Antecedent { get; init; }

    /// <summary>True when it may enter a briefing, alone or with its antecedent.</summary>
    public bool MayShow => StandsAlone || Antecedent is not null;

    /// <summary>How well it answers the topic; set by <c>RelevanceScorer</c>.</summary>
    public double Relevance { get; set; }

    /// <summary>
    /// Relevance weighed by how new it is: what the bottom line and the key points go by; set with it.
    /// </summary>
    public double Worth { get; set; }
}
