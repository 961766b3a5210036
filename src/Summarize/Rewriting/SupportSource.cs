using Dateline.Search.Text;

namespace Dateline.Summarize.Rewriting;

/// <summary>A cited span, and what of it may be left out.</summary>
internal sealed class SupportSource
{
    private readonly List<SupportToken> _tokens;
    private readonly bool[] _stays;
    private readonly bool _whole;

    private SupportSource(List<SupportToken> tokens)
    {
        _tokens = tokens;
        _whole = tokens.Exists(token => RewriteWords.Widening.Contains(token.Key));
        var counts = tokens.Exists(IsNumber);
        _stays = [.. tokens.Select(token => token.InQuotes || RewriteWords.Kept.Contains(token.Key)
            || (counts && RewriteWords.Times.Contains(token.Key)))];
    }

    /// <summary>Number of tokens.</summary>
    public int Count => _tokens.Count;

    /// <summary>True when it denies, doubts, conditions, attributes or quotes.</summary>
    public bool HasReserve => _tokens.Exists(token => token.InQuotes || RewriteWords.Kept.Contains(token.Key));

    public SupportToken this[int at] => _tokens[at];

    /// <summary>Reads a span; null when a quotation in it is not closed.</summary>
    public static SupportSource? Read(string span) =>
        SupportToken.Read(span) is { } tokens ? new SupportSource(tokens) : null;

    /// <summary>True when the word occurs, whatever its case.</summary>
    public bool Has(string key) => _tokens.Exists(token => token.Key == key);

    /// <summary>True when a token may not be left out wherever it stands.</summary>
    public bool Stays(int at) => _stays[at];

    /// <summary>
    /// True when what stands before a token may go: nothing but free words, or all up to a first comma ("On Sunday,
    /// …").
    /// </summary>
    public bool MayOpen(int first)
    {
        var start = first;
        while (start > 0 && IsFreeWord(start - 1))
            start--;
        return start == 0 || (!_whole && _tokens[start - 1].IsBreak && !AnyStays(0, start) && Breaks(0, start) == 1);
    }

    /// <summary>
    /// True when all from a token on may go: nothing, or a part that a comma, a preposition or a conjunction opens.
    /// </summary>
    public bool MayEnd(int from)
    {
        while (from < Count && _tokens[from].IsFree)
        {
            if (_tokens[from].IsBreak && !_whole)
                return !AnyStays(from, Count);
            from++;
        }

        return from >= Count || (!_whole && !AnyStays(from, Count)
            && (_tokens[from].Key is ";" || RewriteWords.Prepositions.Contains(_tokens[from].Key)
                || RewriteWords.Conjunctions.Contains(_tokens[from].Key)));
    }

    /// <summary>
    /// True when the tokens between two that stay may go: free words, one phrase between commas, or one phrase from a
    /// preposition to the next.
    /// </summary>
    public bool MayLeaveOut(int from, int to)
    {
        var first = from;
        while (first < to && IsFreeWord(first))
            first++;
        var last = to;
        while (last > first && IsFreeWord(last - 1))
            last--;
        if (AllFree(first, last))
            return true;
        if (_whole || AnyStays(first, last))
            return false;
        if (_tokens[first].IsBreak && _tokens[last - 1].IsBreak)
            return Breaks(first, last) == 2;
        return Breaks(first, last) == 0 && !AnyConjunction(first, last)
            && RewriteWords.Prepositions.Contains(_tokens[first].Key)
            && RewriteWords.Prepositions.Contains(_tokens[to].Key);
    }

    private static bool IsNumber(SupportToken token) =>
        token.Kind == TokenKind.Number || RewriteWords.Numbers.Contains(token.Key);

    private bool IsFreeWord(int at) => _tokens[at] is { IsFree: true, IsBreak: false };

    private bool AllFree(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!_tokens[at].IsFree)
                return false;
        }

        return true;
    }

    private bool AnyStays(int from, int to) => _stays.AsSpan(from, to - from).Contains(true);

    private int Breaks(int from, int to)
    {
        var count = 0;
        for (var at = from; at < to; at++)
            count += _tokens[at].IsBreak || _tokens[at].Key is ";" ? 1 : 0;
        return count;
    }

    private bool AnyConjunction(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (RewriteWords.Conjunctions.Contains(_tokens[at].Key)
                && !RewriteWords.Prepositions.Contains(_tokens[at].Key))
                return true;
        }

        return false;
    }
}
