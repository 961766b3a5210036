using System.Net;
using System.Text;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>One entry of a feed.</summary>
internal sealed class FeedEntry
{
    private static readonly string[] Content = ["encoded", "content", "body"];
    private static readonly string[] Summary = ["description", "summary", "abstract", "subtitle", "tagline"];
    private static readonly string[] Dates = ["pubDate", "published", "issued", "date", "created", "updated",
        "modified"];

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly string? _channel;

    private FeedEntry(string? channel) => _channel = channel;

    /// <summary>True when it has no content, only a summary.</summary>
    public bool IsSummary => First(Content) is null;

    /// <summary>
    /// The entries of a feed, in order. An entry ends where the next begins, if its own end is missing.
    /// </summary>
    public static IEnumerable<FeedEntry> All(string feed, int most)
    {
        List<FeedEntry> entries = [];
        FeedEntry? entry = null;
        string? channel = null;
        var scanner = new MarkupScanner(feed);
        while (scanner.Next() && entries.Count < most)
        {
            if (IsEntry(scanner) && scanner.Kind is MarkupKind.Open)
                entries.Add(entry = new FeedEntry(channel));
            else if (IsEntry(scanner) && scanner.Kind is MarkupKind.Close)
                entry = null;
            else if (entry is null && channel is null && scanner.Kind is MarkupKind.Open && scanner.Is("title"))
                channel = MarkupText.Line(Value(feed, ref scanner));
            else if (entry is not null)
                entry.Take(feed, ref scanner);
        }

        return entries;
    }

    /// <summary>The entry as a JSON record.</summary>
    public string ToRecord()
    {
        var text = First(Content) ?? First(Summary);
        return JsonRecords.Write(
        [
            ("title", Line(First(["title"]))),
            ("url", Line(First(["link", "origLink", "guid", "id"]) is { } link && IsAddress(link) ? link : null)),
            ("published", Line(First(Dates))),
            ("author", Line(First(["creator", "author", "name"]))),
            ("outlet", Line(First(["source"])) ?? _channel),
            ("text", text is null ? null : MarkupText.Paragraphs(text)),
        ]);
    }

    private static bool IsEntry(MarkupScanner scanner) => scanner.Is("item") || scanner.Is("entry");

    private static bool IsAddress(string value) =>
        value.AsSpan().TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static string? Line(string? value) => value is null ? null : MarkupText.Line(value);

    private string? First(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_fields.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value))
                return value;
        }

        return null;
    }

    private void Take(string feed, ref MarkupScanner scanner)
    {
        if (scanner.Kind is not (MarkupKind.Open or MarkupKind.SelfClosed))
            return;
        var name = scanner.Name[(scanner.Name.IndexOf(':') + 1)..].ToString();
        var isMedia = scanner.Name.StartsWith("media:", StringComparison.OrdinalIgnoreCase)
            || scanner.Name.StartsWith("itunes:", StringComparison.OrdinalIgnoreCase);
        if (scanner.Is("link") && scanner.Attribute("href") is { IsEmpty: false } href)
        {
            var relation = scanner.Attribute("rel");
            if (relation.IsEmpty || relation.SequenceEqual("alternate"))
                _fields.TryAdd(name, WebUtility.HtmlDecode(href.ToString()));
            return;
        }

        if (scanner.Kind is MarkupKind.SelfClosed)
            return;
        var isPermanent = !scanner.Attribute("isPermaLink").SequenceEqual("false");
        var value = Value(feed, ref scanner);
        // Captions of pictures and recordings bear the names that the article's own fields have.
        if (!isMedia && (isPermanent || !name.Equals("guid", StringComparison.OrdinalIgnoreCase))
            && !string.IsNullOrWhiteSpace(value))
            _fields.TryAdd(name, value);
    }

    /// <summary>
    /// What an element holds, as markup: CDATA and escaped markup unwrapped, inner elements as they are. It ends at its
    /// end tag, or before the end or beginning of an entry; the scanner is left there.
    /// </summary>
    private static string Value(string feed, ref MarkupScanner scanner)
    {
        var name = scanner.Name;
        var value = new StringBuilder();
        var depth = 1;
        var ahead = scanner;
        while (ahead.Next() && !IsEntry(ahead))
        {
            if (ahead.Kind is MarkupKind.Open && ahead.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                depth++;
            else if (ahead.Kind is MarkupKind.Close && ahead.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
                && --depth == 0)
                break;
            scanner = ahead;
            if (ahead.Kind is MarkupKind.Text)
                value.Append(WebUtility.HtmlDecode(ahead.Content.ToString()));
            else if (ahead.Kind is MarkupKind.Cdata)
                value.Append(ahead.Content);
            else
                value.Append(feed, ahead.Start, ahead.End - ahead.Start);
        }

        return value.ToString();
    }
}
