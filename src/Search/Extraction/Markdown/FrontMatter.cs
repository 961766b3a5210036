using Dateline.Search.Articles;

namespace Dateline.Search.Extraction.Markdown;

/// <summary>
/// The <c>key: value</c> block between <c>---</c> lines (or <c>+++</c>, with <c>key = value</c>) at the head of a
/// Markdown file. Only top-level scalars and short lists of them are read.
/// </summary>
internal sealed class FrontMatter
{
    private readonly Dictionary<string, (int Start, int End)> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _source;

    private FrontMatter(string source) => _source = source;

    /// <summary>First unit after the block; 0 when there is none.</summary>
    public int End { get; private set; }

    public static FrontMatter Read(string source)
    {
        var matter = new FrontMatter(source);
        var fence = source.StartsWith("---", StringComparison.Ordinal)
            ? "---" : source.StartsWith("+++", StringComparison.Ordinal) ? "+++" : null;
        if (fence is null)
            return matter;
        var at = LineEnd(source, 0) + 1;
        string? list = null;
        while (at < source.Length)
        {
            var end = LineEnd(source, at);
            var line = source.AsSpan(at, end - at);
            if (line.TrimEnd() is "---" or "+++" or "...")
            {
                matter.End = Math.Min(source.Length, end + 1);
                return matter;
            }

            list = matter.Line(at, line, fence == "---" ? ':' : '=', list);
            at = end + 1;
        }

        matter._values.Clear(); // Never closed: a rule, not front matter.
        return matter;
    }

    /// <summary>
    /// The first of the keys that has a value, folded, with its span; quotes and list brackets are left out of both.
    /// </summary>
    public (string Value, Evidence Evidence)? First(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (_values.TryGetValue(key, out var span) && span.End > span.Start)
            {
                var quote = _source[span.Start..span.End];
                return (TextFolding.Fold(quote),
                    new Evidence(EvidenceField.Source, span.Start, span.End, quote, $"front-matter-{key}"));
            }
        }

        return null;
    }

    private string? Line(int at, ReadOnlySpan<char> line, char separator, string? list)
    {
        if (list is not null && line.TrimStart().StartsWith("- ") && !_values.ContainsKey(list))
        {
            Add(list, at + line.IndexOf('-') + 1, at + line.Length);
            return list;
        }

        var cut = line.IndexOf(separator);
        if (cut <= 0 || char.IsWhiteSpace(line[0]))
            return list;
        var key = line[..cut].Trim().ToString();
        if (line[(cut + 1)..].Trim().IsEmpty)
            return key;
        Add(key, at + cut + 1, at + line.Length);
        return null;
    }

    private void Add(string key, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(_source[start]) || _source[start] is '"' or '\'' or '['))
            start++;
        while (end > start && (char.IsWhiteSpace(_source[end - 1]) || _source[end - 1] is '"' or '\'' or ']'))
            end--;
        _values.TryAdd(key, (start, end));
    }

    private static int LineEnd(string source, int at)
    {
        var end = source.IndexOf('\n', at);
        return end < 0 ? source.Length : end;
    }
}
