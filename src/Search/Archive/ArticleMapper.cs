using System.Globalization;
using System.Text.Json;
using Dateline.Index.Indexing;
using Dateline.Search.Archive.Json;
using Dateline.Search.Archive.Stories;
using Dateline.Search.Articles;
using Dateline.Search.Curation;
using Dateline.Search.Querying;
using Dateline.Search.Stories;

namespace Dateline.Search.Archive;

/// <summary>
/// Turns an article into an index document and back. Throws nothing for odd values: they are cut to what the index
/// takes.
/// </summary>
internal static class ArticleMapper
{
    // Names are cut to Values.LongestKey: well under the index's 32,766 bytes a term, whatever the script.
    private const int LongestNameWords = 12;

    public static IndexDocument ToDocument(Article article)
    {
        var document = new IndexDocument();
        document.Add(IndexField.Keyword(ArticleFields.Id, article.Id));
        document.Add(IndexField.Numeric(ArticleFields.Id, IdKey(article.Id)));
        document.Add(IndexField.Text(ArticleFields.Title, article.Title));
        document.Add(IndexField.Text(ArticleFields.Body, article.Body));
        document.Add(IndexField.Numeric(ArticleFields.Added, Day(article.Added)));
        AddPublished(document, article.Published);
        AddEvents(document, article.EventDates);
        AddSource(document, article.Outlet);
        AddPlaces(document, article.Places);
        AddActors(document, article.Actors);
        document.Add(IndexField.Stored(
            ArticleFields.Json, JsonSerializer.SerializeToUtf8Bytes(article, ArchiveJson.Compact.Article)));
        return document;
    }

    /// <summary>Adds the story, which is known only when the article is put.</summary>
    public static void AddStory(IndexDocument document, StoryLink link, IEnumerable<uint> anchors)
    {
        document.Add(IndexField.Keyword(ArticleFields.Story, link.StoryId));
        document.Add(IndexField.Numeric(ArticleFields.Story, IdKey(link.StoryId)));
        document.Add(IndexField.Stored(
            ArticleFields.Story, JsonSerializer.Serialize(link, ArchiveJson.Compact.StoryLink)));
        foreach (var anchor in anchors)
            document.Add(IndexField.Keyword(ArticleFields.Anchor, CommittedStories.Term(anchor)));
    }

    public static Article FromStored(byte[] json) =>
        JsonSerializer.Deserialize(json, ArchiveJson.Compact.Article)
        ?? throw new InvalidDataException("A stored article is null.");

    /// <summary>Orders as the ids do, ordinally.</summary>
    public static long IdKey(string id) =>
        (long)(ulong.Parse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) ^ (1UL << 63));

    private static int Day(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime).DayNumber;

    private static void AddPublished(IndexDocument document, PublishedDate? published)
    {
        if (published is null)
        {
            document.Add(IndexField.Keyword(ArticleFields.Missing, QueryField.Published.Name()));
            document.Add(IndexField.Facet(ArticleFields.Name(FacetDimension.Date), ArticleFields.NoValue));
            return;
        }

        var date = published.Date;
        document.Add(IndexField.Numeric(ArticleFields.PublishedFirst, date.First.DayNumber));
        document.Add(IndexField.Numeric(ArticleFields.PublishedLast, date.Last.DayNumber));
        foreach (var period in DateFacets.PeriodsContaining(date))
            document.Add(IndexField.Facet(ArticleFields.Name(FacetDimension.Date), period));
        if (date.First != date.Last)
            document.Add(IndexField.Keyword(ArticleFields.PublishedCoarse, EnumNames.Kebab(date.Precision)));
    }

    private static void AddEvents(IndexDocument document, IReadOnlyList<EventDate> events)
    {
        if (events.Count == 0)
            document.Add(IndexField.Keyword(ArticleFields.Missing, QueryField.Event.Name()));
        HashSet<string> units = new(StringComparer.Ordinal);
        foreach (var range in events.Select(static date => (date.Date.First, date.Date.Last)).Distinct())
        {
            document.Add(IndexField.SortedNumeric(ArticleFields.EventFirst, range.First.DayNumber));
            document.Add(IndexField.SortedNumeric(ArticleFields.EventLast, range.Last.DayNumber));
            units.UnionWith(CalendarUnits.DocumentTerms(range.First, range.Last));
        }

        foreach (var unit in units)
            document.Add(IndexField.Keyword(ArticleFields.EventUnits, unit));
    }

    private static void AddSource(IndexDocument document, string? outlet)
    {
        var slug = outlet is null ? "" : Slug.Of(outlet);
        if (slug.Length == 0)
            AddMissing(document, FacetDimension.Source);
        else
            AddValue(document, FacetDimension.Source, Cut(slug), "", outlet!, [outlet!]);
    }

    private static void AddPlaces(IndexDocument document, IReadOnlyList<ArticlePlace> places)
    {
        if (places.Count == 0)
            AddMissing(document, FacetDimension.Place);
        var own = places.Select(static place => place.Path).ToHashSet(StringComparer.Ordinal);
        HashSet<string> above = new(StringComparer.Ordinal);
        foreach (var place in places)
        {
            var kind = EnumNames.Kebab(place.Kind);
            var spellings = place.Mentions.Select(static mention => mention.Quote).Where(static quote => IsName(quote));
            var name = place.Names[^1];
            AddValue(document, FacetDimension.Place, place.Path, kind, name, [name, .. spellings]);
            AddSpellings(
                document, FacetDimension.Place, place.Path,
                place.Mentions.Select(mention => Values.KeyOfPlace(place, mention)));
            AddAncestors(document, place, own, above);
        }
    }

    private static void AddAncestors(
        IndexDocument document, ArticlePlace place, HashSet<string> own, HashSet<string> above)
    {
        var segments = place.Path.Split('/');
        for (var depth = 1; depth < segments.Length; depth++)
        {
            var path = string.Join('/', segments[..depth]);
            if (own.Contains(path) || !above.Add(path))
                continue;
            var name = depth <= place.Names.Count ? place.Names[depth - 1] : segments[depth - 1];
            AddValue(document, FacetDimension.Place, path, "", name, [name]);
        }
    }

    private static void AddActors(IndexDocument document, IReadOnlyList<ArticleActor> actors)
    {
        if (actors.Count == 0)
            AddMissing(document, FacetDimension.Actor);
        foreach (var actor in actors)
        {
            var kind = EnumNames.Kebab(actor.Kind);
            AddValue(document, FacetDimension.Actor, actor.Id, kind, actor.Name, [actor.Name, .. actor.Aliases]);
            AddSpellings(
                document, FacetDimension.Actor, actor.Id,
                actor.Mentions.Select(static mention => Values.KeyOfActor(mention)));
        }
    }

    private static void AddValue(
        IndexDocument document, FacetDimension dimension, string value, string kind, string label,
        IEnumerable<string> names)
    {
        var field = ArticleFields.Name(dimension);
        document.Add(IndexField.Keyword(field, value));
        document.Add(IndexField.Facet(field, value));
        document.Add(IndexField.Keyword(
            field + ArticleFields.LabelSuffix,
            string.Join(ArticleFields.Separator, value, kind, Cut(label.Replace(ArticleFields.Separator, ' ')))));
        var slugs = names.Select(static name => Cut(Slug.Of(name))).Where(static slug => slug.Length > 0).Append(value);
        if (dimension is FacetDimension.Actor)
            slugs = slugs.SelectMany(Tails);
        foreach (var slug in slugs.Distinct(StringComparer.Ordinal))
            document.Add(IndexField.Keyword(field + ArticleFields.NameSuffix, slug + ArticleFields.Separator + value));
    }

    private static void AddSpellings(
        IndexDocument document, FacetDimension dimension, string value, IEnumerable<string> keys)
    {
        var field = ArticleFields.Name(dimension) + ArticleFields.SpellingSuffix;
        foreach (var key in keys.DefaultIfEmpty("").Distinct(StringComparer.Ordinal))
            document.Add(IndexField.Keyword(field, value + ArticleFields.Separator + key));
    }

    private static void AddMissing(IndexDocument document, FacetDimension dimension)
    {
        document.Add(IndexField.Keyword(ArticleFields.Missing, QueryFields.Of(dimension).Name()));
        document.Add(IndexField.Facet(ArticleFields.Name(dimension), ArticleFields.NoValue));
    }

    private static IEnumerable<string> Tails(string slug)
    {
        var start = 0;
        for (var word = 0; word < LongestNameWords && start < slug.Length; word++)
        {
            yield return slug[start..];
            var hyphen = slug.IndexOf('-', start);
            if (hyphen < 0)
                break;
            start = hyphen + 1;
        }
    }

    // "the capital" points at a place but is no name of it.
    private static bool IsName(string quote) => quote.Length > 0 && char.IsUpper(quote[0]);

    private static string Cut(string text) => text.Length <= Values.LongestKey ? text : text[..Values.LongestKey];
}
