namespace Dateline.Search.Names;

/// <summary>A trained model: quantised weights of hashed features, transitions, and the lexicon. Immutable.</summary>
internal sealed class NameModel
{
    /// <summary>Transition that may not be taken.</summary>
    public const short Never = -16384;

    /// <summary>Takes over the arrays.</summary>
    /// <param name="weights">Rows of <see cref="NameLabels.Weighted"/> weights.</param>
    /// <param name="transitions">Scores <c>[from * NameLabels.Count + to]</c>, in the weights' unit; a last row for the
    /// sentence's start.</param>
    /// <param name="lexicon">Word classes and lists.</param>
    public NameModel(sbyte[] weights, short[] transitions, NameLexicon lexicon) =>
        (Weights, Transitions, Lexicon) = (weights, transitions, lexicon);

    /// <summary>Weights, row by row.</summary>
    public sbyte[] Weights { get; }

    /// <summary>Transition scores.</summary>
    public short[] Transitions { get; }

    /// <summary>Word classes and lists.</summary>
    public NameLexicon Lexicon { get; }

    /// <summary>Rows of the weight table.</summary>
    public int Rows => Weights.Length / NameLabels.Weighted;
}
