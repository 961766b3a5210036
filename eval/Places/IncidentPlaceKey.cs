namespace Dateline.Eval.Places;

/// <summary>
/// One alternative of a key's INCIDENT: LOCATION slot: names from the country down, without the level words in
/// brackets. <c>EL SALVADOR: MORAZAN (DEPARTMENT): PERQUIN (CITY)</c> has three levels. The last level of a stretch
/// (<c>TARAPOTO (CITY) - MOYOBAMBA (CITY)</c>) has both ends, either of which is it.
/// </summary>
/// <param name="Levels">Names by level, country first.</param>
internal sealed record IncidentPlaceKey(IReadOnlyList<IReadOnlyList<string>> Levels)
{
    /// <summary>The alternatives of a slot, in its order.</summary>
    public static List<IncidentPlaceKey> Parse(string slot)
    {
        var keys = new List<IncidentPlaceKey>();
        foreach (var alternative in SplitOutside(slot, '/'))
        {
            var chain = alternative.TrimStart(' ', '?');
            if (chain.StartsWith('(') && chain.EndsWith(')'))
                chain = chain[1..^1];
            var levels = chain.Split(':').Select(level => (IReadOnlyList<string>)[.. Names(level)])
                .Where(level => level.Count > 0);
            keys.Add(new IncidentPlaceKey([.. levels]));
        }

        return keys.FindAll(key => key.Levels.Count > 0);
    }

    private static string[] Names(string level) =>
        Bare(level).Split(" - ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The text outside brackets.</summary>
    private static string Bare(string level)
    {
        var depth = 0;
        return string.Concat(level.Where(c =>
        {
            depth += c is '(' ? 1 : 0;
            var outside = depth == 0 && c is not (')' or '?');
            depth -= c is ')' && depth > 0 ? 1 : 0;
            return outside;
        })).Trim();
    }

    private static IEnumerable<string> SplitOutside(string text, char mark)
    {
        int depth = 0, start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[i] != mark || depth != 0)
                continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }

        yield return text[start..].Trim();
    }
}
