namespace Dateline.Summarize.Rewriting;

/// <summary>
/// Looks for a way to read a sentence as its sources shortened and joined. A depth-first search over (token of the
/// sentence, source, token of the source, sources used) with each state visited once, so the time is bounded by their
/// product.
/// </summary>
internal sealed class SupportAlignment(List<SupportToken> sentence, SupportSource[] sources)
{
    private readonly HashSet<(int At, int Source, int From, int Used)> _seen = [];

    // "And" would put one source's statement into the mouth, or under the doubt, of the other.
    private readonly bool _apart = Array.Exists(sources, source => source.HasReserve);

    /// <summary>True when there is one that uses every source.</summary>
    public bool Exists() => Start(0, 0);

    // The next statement may come from any source not used yet.
    private bool Start(int at, int used)
    {
        at = SkipFree(at);
        if (at >= sentence.Count)
            return false;
        for (var source = 0; source < sources.Length; source++)
        {
            if ((used & (1 << source)) == 0 && Enter(at, source, used | (1 << source)))
                return true;
        }

        return false;
    }

    private bool Enter(int at, int source, int used)
    {
        var tokens = sources[source];
        for (var first = 0; first < tokens.Count; first++)
        {
            if (sentence[at].Matches(tokens[first], at == 0 || first == 0) && tokens.MayOpen(first)
                && Follow(at + 1, source, first + 1, used))
                return true;
            if (tokens.Stays(first))
                return false;
        }

        return false;
    }

    /// <summary>Goes on behind a matched token; <paramref name="from"/> is the next token of the source.</summary>
    private bool Follow(int at, int source, int from, int used)
    {
        if (!_seen.Add((at, source, from, used)))
            return false;
        var tokens = sources[source];
        var next = SkipFree(at);
        if (next >= sentence.Count)
            return used == (1 << sources.Length) - 1 && tokens.MayEnd(from);
        for (var to = from; to < tokens.Count; to++)
        {
            if (sentence[next].Matches(tokens[to], false) && tokens.MayLeaveOut(from, to)
                && Follow(next + 1, source, to + 1, used))
                return true;
            if (tokens.Stays(to))
                break;
        }

        return Joins(sentence[next]) && tokens.MayEnd(from) && Start(next + 1, used);
    }

    private bool Joins(SupportToken token) => _apart ? token.Key is ";" : RewriteWords.Joiners.Contains(token.Key);

    private int SkipFree(int at)
    {
        while (at < sentence.Count && sentence[at].IsFree)
            at++;
        return at;
    }
}
