using System.Text.Json;
using AngleSharp.Dom;
using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Extraction.Html;

/// <summary>schema.org data in <c>application/ld+json</c> scripts: the first object whose type is an article.</summary>
internal sealed class HtmlJsonLd
{
    private const int MaxUnits = 1 << 20;
    private const int MaxObjects = 2000;
    private readonly HtmlSource _source;
    private readonly IElement _script;
    private readonly JsonElement _article;

    private HtmlJsonLd(HtmlSource source, IElement script, JsonElement article) =>
        (_source, _script, _article) = (source, script, article);

    public static HtmlJsonLd? Find(HtmlSource source, HtmlSurvey survey)
    {
        HtmlJsonLd? best = null;
        foreach (var script in survey.JsonLd)
        {
            if (script.TextContent is { Length: < MaxUnits } text && Parse(text) is { } root
                && Article(root) is { } article && Rank(article) > (best is null ? 0 : Rank(best._article)))
                best = new HtmlJsonLd(source, script, article);
        }

        return best;
    }

    public void Offer(HtmlFacts facts)
    {
        Text("headline", "json-ld-headline", facts.OfferTitle);
        Names("author", facts);
        if (Member("publisher") is { ValueKind: JsonValueKind.Object } publisher
            && publisher.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String)
            facts.OfferOutlet(Fact(name.GetString()!, "json-ld-publisher"));
        if (!IsFilm)
            OfferPublished(facts);
    }

    /// <summary>A film's date is that of its upload: weaker than what the page says of itself.</summary>
    public void OfferFilm(HtmlFacts facts)
    {
        if (IsFilm)
            OfferPublished(facts);
    }

    private bool IsFilm => Rank(_article) == 1;

    private void OfferPublished(HtmlFacts facts)
    {
        Date("datePublished", "json-ld-date-published", facts);
        Date("dateCreated", "json-ld-date-created", facts);
    }

    public void OfferModified(HtmlFacts facts) => Date("dateModified", "json-ld-date-modified", facts);

    private void Text(string member, string rule, Action<HtmlFact> offer)
    {
        if (Member(member) is { ValueKind: JsonValueKind.String } value)
            offer(Fact(value.GetString()!, rule));
    }

    private void Names(string member, HtmlFacts facts)
    {
        var names = new List<string>();
        if (Member(member) is { } value)
            Collect(value, names);
        if (names.Count == 1)
            facts.OfferByline(Fact(names[0], "json-ld-author"));
        else if (names.Count > 1)
            facts.OfferByline(
                Fact($"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}", "json-ld-author"));
    }

    private static void Collect(JsonElement value, List<string> names)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray().Take(20))
                Collect(item, names);
        }
        else if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var name)
            && name.ValueKind == JsonValueKind.String)
        {
            names.Add(TextFolding.Fold(name.GetString()));
        }
        else if (value.ValueKind == JsonValueKind.String
            && !value.GetString()!.StartsWith("http", StringComparison.Ordinal))
        {
            names.Add(TextFolding.Fold(value.GetString()));
        }
    }

    private void Date(string member, string rule, HtmlFacts facts)
    {
        if (Member(member) is { ValueKind: JsonValueKind.String } value
            && PublicationDateParser.TryValue(value.GetString()!, out var date, out var instant))
            facts.OfferDate(date, instant, SourceQuotes.In(_source, _script, value.GetString()!, rule));
    }

    private HtmlFact Fact(string value, string rule)
    {
        var decoded = System.Net.WebUtility.HtmlDecode(value);
        return new HtmlFact(TextFolding.Fold(decoded), SourceQuotes.In(_source, _script, value, rule));
    }

    private JsonElement? Member(string name) => _article.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document =
                JsonDocument.Parse(text,
                new JsonDocumentOptions
                {
                    MaxDepth = 32,
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip
                });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null; // Broken structured data is common and says nothing; the page's other parts are read instead.
        }
    }

    private static JsonElement? Article(JsonElement root)
    {
        var pending = new Queue<JsonElement>([root]);
        for (var seen = 0; seen < MaxObjects && pending.TryDequeue(out var next); seen++)
        {
            if (next.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in next.EnumerateArray())
                    pending.Enqueue(item);
            }
            else if (next.ValueKind == JsonValueKind.Object)
            {
                if (next.TryGetProperty("@type", out var type) && IsArticle(type))
                    return next;
                foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
                {
                    if (next.TryGetProperty(name, out var inner))
                        pending.Enqueue(inner);
                }
            }
        }

        return null;
    }

    /// <summary>An article tells of itself; a page or a film on it also of other things.</summary>
    private static int Rank(JsonElement article)
    {
        var type = article.GetProperty("@type");
        var name = type.ValueKind == JsonValueKind.Array && type.GetArrayLength() > 0
            ? type[0].ToString() : type.ToString();
        var dated = article.TryGetProperty("datePublished", out _) ? 3 : 0;
        return name is "VideoObject" ? 1 : dated + (name is "WebPage" ? 2 : 3);
    }

    private static bool IsArticle(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => type.GetString() is { } name && (name.EndsWith("Article", StringComparison.Ordinal)
            || name.EndsWith("Posting", StringComparison.Ordinal) && name != "JobPosting"
            || name is "Report" or "WebPage" or "VideoObject"),
        JsonValueKind.Array => type.EnumerateArray().Any(IsArticle),
        _ => false,
    };
}
