using System.Collections.Frozen;
using Dateline.Search.Text;

namespace Dateline.Search.Names;

/// <summary>
/// Finds, in sentences in ordinary case, the runs of capitalised words that names are made of, the short quotations
/// that titles of works stand in, and the words by which a text says what a name is: "village" in "Aisby is a village
/// in Lincolnshire", "spokesman" in "Jihad Makdissi, a spokesman for the ministry".
/// </summary>
internal static class CapitalRuns
{
    private const int MaxQuotation = 8;
    private const int MaxDefinition = 9;
    private const int MaxParenthesis = 24;

    // Share of capitals, in sevenths, under which a sentence's first word is taken for a common word.
    private const int LeastCapitals = 3;

    private static readonly uint Comma = WordHash.Lower(","), Open = WordHash.Lower("("), Close = WordHash.Lower(")"),
        Hyphen = WordHash.Lower("-"), Ampersand = WordHash.Lower("&"), Quote = WordHash.Lower("\""),
        OpenQuote = WordHash.Lower("\u201C"), CloseQuote = WordHash.Lower("\u201D");

    private static readonly FrozenSet<uint> Being = Hashes("is", "was", "are", "were");
    private static readonly FrozenSet<uint> Articles = Hashes("a", "an", "the");
    private static readonly FrozenSet<uint> Ends = Hashes(
        "of", "in", "for", "at", "on", "from", "by", "to", "with", "that", "which", "who", "where", "whose", "located",
        "based", "and", "or", "as", "is", "was", "are", "were", "when", "while", "but", "founded", "born", "near",
        "between", "has", "had", "have", "said", "than", "about", "into", "under", "over", "after", "before", "during");

    /// <summary>Sets runs, quotations and definitions of a sentence's tokens.</summary>
    public static void Fill(Span<TokenFacts> sentence, SentenceManner manner)
    {
        if (manner.Case != SentenceCase.Ordinary)
            return;
        FillQuotations(sentence);
        for (var at = 0; at < sentence.Length; at++)
        {
            if (!IsNameLike(sentence, at))
                continue;
            var end = at + 1;
            while (end < sentence.Length)
            {
                if (IsNameLike(sentence, end))
                    end++;
                else if (end + 1 < sentence.Length && IsInnerMark(sentence[end]) && IsNameLike(sentence, end + 1))
                    end += 2;
                else
                    break;
            }

            var head = Definition(sentence, end);
            for (var i = at; i < end; i++)
            {
                (sentence[i].RunStart, sentence[i].RunEnd) = ((ushort)at, (ushort)end);
                if (head < 0)
                    continue;
                (sentence[i].Definition, sentence[i].DefinitionClass) = (sentence[head].Lower, sentence[head].Fine);
                sentence[i].DefinitionKinds = sentence[head].Lists;
            }

            at = end - 1;
        }
    }

    private static bool IsNameLike(ReadOnlySpan<TokenFacts> sentence, int at)
    {
        ref readonly var token = ref sentence[at];
        if (token.Case is CasePattern.None or CasePattern.Lower || token.Kind != TokenKind.Word)
            return false;
        return at > 0 || token.Case != CasePattern.Capitalised || token.Capitals >= LeastCapitals;
    }

    private static bool IsInnerMark(in TokenFacts token) => token.Lower == Hyphen || token.Lower == Ampersand;

    private static void FillQuotations(Span<TokenFacts> sentence)
    {
        for (var at = 0; at + 2 < sentence.Length; at++)
        {
            if (sentence[at].Lower != Quote && sentence[at].Lower != OpenQuote)
                continue;
            var close = sentence[at].Lower == Quote ? Quote : CloseQuote;
            var end = at + 1;
            while (end < sentence.Length && end <= at + MaxQuotation && sentence[end].Lower != close)
                end++;
            if (end >= sentence.Length || sentence[end].Lower != close || end == at + 1)
                continue;
            var isTitle = sentence[at + 1].Case is not (CasePattern.Lower or CasePattern.None)
                && sentence[end - 1].Case is not CasePattern.Lower;
            for (var i = at + 1; i < end; i++)
            {
                sentence[i].Quotation = (byte)(!isTitle ? 5
                    : 1 + (i == at + 1 ? 1 : 0) + (i == end - 1 ? 2 : 0));
            }

            at = end;
        }
    }

    // The token that says what the run before "at" is, or -1.
    private static int Definition(ReadOnlySpan<TokenFacts> sentence, int at)
    {
        if (at < sentence.Length && sentence[at].Lower == Open)
        {
            var close = at + 1;
            while (close < sentence.Length && close < at + MaxParenthesis && sentence[close].Lower != Close)
                close++;
            at = close + 1;
        }

        if (at + 2 >= sentence.Length || !(sentence[at].Lower == Comma || Being.Contains(sentence[at].Lower))
            || !Articles.Contains(sentence[at + 1].Lower))
            return -1;
        var head = -1;
        for (var i = at + 2; i < sentence.Length && i < at + 2 + MaxDefinition; i++)
        {
            ref readonly var token = ref sentence[i];
            if (token.Kind == TokenKind.Punctuation && !IsInnerMark(token))
                break;
            if (token.Case == CasePattern.Lower && token.Kind == TokenKind.Word)
            {
                if (Ends.Contains(token.Lower))
                    break;
                head = i;
            }
        }

        return head;
    }

    private static FrozenSet<uint> Hashes(params string[] words) => words.Select(word => WordHash.Lower(word))
        .ToFrozenSet();
}
