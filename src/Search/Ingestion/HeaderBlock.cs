namespace Dateline.Search.Ingestion;

/// <summary>
/// The header lines that crawls, HTTP and mail put before a body: <c>Name: value</c> up to an empty line, continued on
/// lines that begin with white space. Names are compared without case; of several the first counts.
/// </summary>
internal sealed class HeaderBlock
{
    private const int LongestLine = 64 << 10;
    private const int MostLines = 2000;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private HeaderBlock()
    {
    }

    /// <summary>How many different names there are.</summary>
    public int Count => _values.Count;

    /// <summary>The value of a header, or null.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Reads up to and with the empty line; lines that are no headers are left out.</summary>
    public static HeaderBlock Read(LineStream stream)
    {
        var block = new HeaderBlock();
        string? last = null;
        for (var lines = 0; lines < MostLines && stream.ReadLine(LongestLine) is { Length: > 0 } line; lines++)
        {
            var colon = line.IndexOf(':');
            if (line[0] is ' ' or '\t')
            {
                if (last is not null && block._values[last].Length < LongestLine)
                    block._values[last] += " " + line.Trim();
            }
            else if (colon > 0)
            {
                last = line[..colon].Trim();
                if (!block._values.TryAdd(last, line[(colon + 1)..].Trim()))
                    last = null;
            }
        }

        return block;
    }

    /// <summary>
    /// A parameter of a structured value, unquoted: <c>charset</c> in <c>text/html; charset="utf-8"</c>; null when
    /// there is none.
    /// </summary>
    public static string? Parameter(string? value, string name)
    {
        if (value is null)
            return null;
        var rest = value.AsSpan();
        while (rest.IndexOf(';') is >= 0 and var semicolon)
        {
            rest = rest[(semicolon + 1)..].TrimStart();
            if (!rest.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;
            var after = rest[name.Length..].TrimStart();
            if (!after.StartsWith("="))
                continue;
            after = after[1..].TrimStart();
            if (after.StartsWith("\"") && after[1..].IndexOf('"') is >= 0 and var quote)
                return after.Slice(1, quote).ToString();
            var end = after.IndexOfAny(";, ");
            return (end < 0 ? after : after[..end]).Trim('"').ToString();
        }

        return null;
    }
}
