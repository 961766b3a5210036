using System.Globalization;
using Dateline.Index.Indexing;

namespace Dateline.Bench.Corpus;

/// <summary>The fields every peer keeps: one searched text, tags as facets and as filters, the day.</summary>
internal static class BenchSchema
{
    public const string Text = "text";
    public const string Date = "date";
    public const string Id = "id";
    public const string Key = "key";
    public const string PlacePath = "place_path";
    public const string Places = "places";
    public const string Actors = "actors";

    /// <summary>
    /// The document to index; a place can be filtered by it and by everything it lies in. Offsets of the text are kept
    /// only when asked for, as no peer keeps them.
    /// </summary>
    public static IndexDocument ToIndex(CorpusDocument article, bool offsets = false)
    {
        var document = new IndexDocument();
        document.Add(IndexField.Numeric(Id, article.Id));
        document.Add(IndexField.Stored(Id, article.Id));
        var text = article.Title + "\n" + article.Body;
        document.Add(offsets ? IndexField.Text(Text, text) : IndexField.TextWithoutOffsets(Text, text));
        document.Add(IndexField.Stored("title", article.Title));
        document.Add(IndexField.Stored("body", article.Body));
        document.Add(IndexField.Stored("source", article.Source));
        document.Add(IndexField.LongPoint(Date, Day(article.Date)));
        document.Add(IndexField.SortedNumeric(Date, Day(article.Date)));
        foreach (var place in article.Places) document.Add(IndexField.Facet(Places, place));
        foreach (var path in article.Places.SelectMany(Ancestors).Distinct())
            document.Add(IndexField.Keyword(PlacePath, path));
        foreach (var actor in article.Actors) document.Add(IndexField.Facet(Actors, actor));
        return document;
    }

    /// <summary>The term by which a document is replaced; only <see cref="ToKeyed"/> documents have it.</summary>
    public static string KeyOf(CorpusDocument article) => article.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>A document that can be replaced.</summary>
    public static IndexDocument ToKeyed(CorpusDocument article)
    {
        var document = ToIndex(article);
        document.Add(IndexField.Keyword(Key, KeyOf(article)));
        return document;
    }

    /// <summary>Days since 1970-01-01.</summary>
    public static long Day(DateOnly date) => date.DayNumber - new DateOnly(1970, 1, 1).DayNumber;

    private static IEnumerable<string> Ancestors(string place)
    {
        for (var at = place.IndexOf('/'); at >= 0; at = place.IndexOf('/', at + 1)) yield return place[..at];
        yield return place;
    }
}
