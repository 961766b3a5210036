using System.Globalization;
using System.Text.Json;
using Dateline.Search.Articles;
using Dateline.Search.Extraction.Html;
using Dateline.Search.Extraction.PageText;
using Dateline.Search.Extraction.PublicationDates;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Extraction.Records;

/// <summary>
/// A JSON record to an article. Fields tell; what they leave open, the text may tell. An <c>html</c> field (or markup
/// in a text field) is read as a page, text that looks like a page dump as one, other text is kept whole.
/// </summary>
internal sealed class RecordExtractor
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true };
    private readonly string _source;
    private readonly RecordFields _fields;
    private readonly Dictionary<string, Evidence> _evidence = new(StringComparer.Ordinal);

    private RecordExtractor(string source, RecordFields fields) => (_source, _fields) = (source, fields);

    public static ExtractionResult Extract(string origin, string source, FieldMap? map = null)
    {
        try
        {
            using var document = JsonDocument.Parse(source, Options);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new RecordExtractor(source, new RecordFields(document.RootElement, map)).Extract(origin);
            return ExtractionResult.None("malformed-record",
                $"{origin} is not a JSON object; give each article as an object.");
        }
        catch (JsonException error)
        {
            return ExtractionResult.None("malformed-record",
                $"{origin} is not JSON (byte {error.BytePositionInLine}); give each article as a JSON object.");
        }
    }

    private ExtractionResult Extract(string origin)
    {
        var inner = Inner();
        if (inner is null)
        {
            return _fields.EmptyText() is { } empty
                ? ExtractionResult.None("empty-text", $"{origin} has no text: its field {empty} is empty.")
                : ExtractionResult.None("no-text-field",
                    $"{origin} has no field with text; its fields are {string.Join(", ", _fields.Names)}. "
                    + "Name one of them text, body, content or html, or say which it is (--map body=FIELD).");
        }

        var title = Field(FieldRole.Title, "title");
        var outlet = Field(FieldRole.Outlet, "outlet");
        var byline = Field(FieldRole.Byline, "byline");
        var url = Uri.TryCreate(_fields.First(FieldRole.Url)?.Value, UriKind.Absolute, out _)
            ? Field(FieldRole.Url, "url") : null;
        var published = Published();
        foreach (var (name, evidence) in inner.Evidence)
            _evidence.TryAdd(name, evidence with { Start = 0, End = 0 });
        return ExtractionResult.Of(inner with
        {
            Title = title ?? inner.Title,
            Outlet = outlet is null ? inner.Outlet : OutletNames.Canonical(outlet),
            Byline = byline is null
            ? inner.Byline : Bylines.TryParse(byline, out var names, out _) ? byline[names] : byline,
            Url = url ?? inner.Url,
            Published = published ?? inner.Published,
            Evidence = _evidence,
        });
    }

    /// <summary>What the text itself gives; its evidence has no place in the record's source.</summary>
    private ExtractedText? Inner()
    {
        if (_fields.First(FieldRole.Html) is { } html && HtmlExtractor.Extract(html.Value) is { } page)
            return page;
        foreach (var text in _fields.All(FieldRole.Body))
        {
            if (LineShape.Words(text.Value) == 0)
                continue;
            if (LooksLikeMarkup(text.Value))
            {
                if (HtmlExtractor.Extract(text.Value) is { } marked)
                    return marked;
            }
            else if (PageDump.LooksLike(text.Value) && PageTextExtractor.Extract(text.Value) is { } dump)
            {
                return dump;
            }

            return Plain(text.Value);
        }

        return null;
    }

    private static ExtractedText? Plain(string text)
    {
        var body = PlainText.Body(text);
        if (body.Length == 0)
            return null;
        var evidence = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        string? outlet = null;
        if (Datelines.TryParse(body, out var dateline) && dateline.HasOutlet)
        {
            var (start, length) = dateline.Outlet.GetOffsetAndLength(body.Length);
            outlet = OutletNames.Canonical(body.AsSpan(start, length));
            evidence["outlet"] =
                new Evidence(EvidenceField.Source, start, start + length,
                body.Substring(start, length), "dateline-tag");
        }

        return new ExtractedText
        {
            Title = "",
            Body = body,
            Outlet = outlet,
            Dateline = BodyDateline.Find(body),
            Evidence = evidence
        };
    }

    private static bool LooksLikeMarkup(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 5000));
        return head.Contains("<p", StringComparison.OrdinalIgnoreCase)
            && head.Contains("</p>", StringComparison.OrdinalIgnoreCase)
            || head.TrimStart().StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || head.TrimStart().StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || head.TrimStart().StartsWith("<div", StringComparison.OrdinalIgnoreCase);
    }

    private string? Field(FieldRole role, string evidenceName)
    {
        if (_fields.First(role) is not { } field)
            return null;
        _evidence[evidenceName] = Quote(field.Name, field.Value, $"field-{field.Name}");
        return TextFolding.Fold(field.Value);
    }

    private PublishedDate? Published()
    {
        if (_fields.Raw(FieldRole.Published) is not { } field)
            return null;
        var text = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
        var rule = $"field-{field.Name}";
        if (!PublicationDateParser.TryValue(text, out var date, out var instant)
            && !TryEpoch(text, out date, out instant))
            return null;
        _evidence["published"] = Quote(field.Name, text, rule);
        return new PublishedDate(date, instant, rule);
    }

    /// <summary>Seconds or milliseconds since 1970, for 1973 and later.</summary>
    private static bool TryEpoch(string text, out DateRange date, out DateTimeOffset? instant)
    {
        (date, instant) = (default, null);
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || text.Length is not (9 or 10 or 12 or 13))
            return false;
        var moment = text.Length > 10
            ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);
        instant = moment;
        date = DateRange.OfDay(DateOnly.FromDateTime(moment.UtcDateTime));
        return true;
    }

    /// <summary>The span of a field's value right behind its name, when it stands there unescaped.</summary>
    private Evidence Quote(string field, string value, string rule)
    {
        var name = $"\"{field}\"";
        for (var at = _source.IndexOf(name, StringComparison.Ordinal); at >= 0;
            at = _source.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var start = at + name.Length;
            while (start < _source.Length && (char.IsWhiteSpace(_source[start]) || _source[start] is ':' or '"'))
                start++;
            if (value.Length > 0 && _source.AsSpan(start).StartsWith(value)
                && _source.AsSpan(at + name.Length).TrimStart().StartsWith(":"))
                return new Evidence(EvidenceField.Source, start, start + value.Length, value, rule);
        }

        return new Evidence(EvidenceField.Source, 0, 0, value, rule);
    }
}
