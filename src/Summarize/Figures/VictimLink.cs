using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>A number and what happened to those it counts.</summary>
/// <param name="Phrase">The number and its noun.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Trigger">The words that say so.</param>
/// <param name="IsPart">True when another number of the sentence includes it.</param>
internal sealed record VictimLink(NounPhrase Phrase, FigureKind Kind, Trigger Trigger, bool IsPart)
{
    /// <summary>The noun is taken from here where the phrase has none of its own; null otherwise.</summary>
    public NounPhrase? Like { get; init; }
}
