using Dateline.Search.Text;

namespace Dateline.Search.Names;

/// <summary>Whether case tells names from words in a sentence.</summary>
internal enum SentenceCase : byte
{
    Ordinary,
    AllUpper,
    AllLower,
    Headline,
}

/// <summary>How a sentence is written.</summary>
/// <param name="Case">Whether case tells names.</param>
/// <param name="IsTable">More numbers than words, as in results and prices.</param>
internal readonly record struct SentenceManner(SentenceCase Case, bool IsTable)
{
    /// <summary>One small number for both.</summary>
    public uint Code => (uint)Case | (IsTable ? 4u : 0);

    /// <summary>Judges a sentence.</summary>
    public static SentenceManner Of(ReadOnlySpan<TokenFacts> sentence)
    {
        int lower = 0, capital = 0, upper = 0, mixed = 0, numbers = 0, longLower = 0;
        foreach (ref readonly var token in sentence)
        {
            lower += token.Case == CasePattern.Lower && token.Kind == TokenKind.Word ? 1 : 0;
            longLower += token.Case == CasePattern.Lower && token.Kind == TokenKind.Word && token.Suffix4 != 0 ? 1 : 0;
            capital += token.Case == CasePattern.Capitalised ? 1 : 0;
            upper += token.Case == CasePattern.Upper ? 1 : 0;
            mixed += token.Case == CasePattern.Mixed ? 1 : 0;
            numbers += token.Kind == TokenKind.Number ? 1 : 0;
        }

        var words = lower + capital + upper + mixed;
        return new SentenceManner(CaseOf(lower, capital, upper + mixed, longLower), numbers > words);
    }

    private static SentenceCase CaseOf(int lower, int capital, int upper, int longLower)
    {
        if (lower == 0 && upper >= 2 && upper > 3 * capital)
            return SentenceCase.AllUpper;
        if (capital + upper == 0 && lower >= 3)
            return SentenceCase.AllLower;
        return capital + upper >= 4 && capital > 2 * (longLower + upper) && longLower <= 1
            ? SentenceCase.Headline : SentenceCase.Ordinary;
    }
}
