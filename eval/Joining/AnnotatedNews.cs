using Dateline.Eval.Stories;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;

namespace Dateline.Eval.Joining;

/// <summary>Finds the actors of a record of the news stream as ingestion would, without changing its text.</summary>
internal static class AnnotatedNews
{
    /// <summary>Actors with spans in <see cref="NewsRecord.Title"/> and <see cref="NewsRecord.Text"/>.</summary>
    public static IReadOnlyList<ArticleActor> Actors(NewsRecord record)
    {
        var text = new ExtractedText
        {
            Title = record.Title,
            Body = record.Text,
            Outlet = "Reuters",
            Published = new PublishedDate(DateRange.OfDay(record.Day), null, "record"),
        };
        return ArticleReader.Compose(new InputItem(record.Id, InputFormat.Json, record.Text), text).Actors;
    }

    /// <summary>The labelled records of a part, with their labels, in the order of the labels.</summary>
    /// <exception cref="FormatException">A label does not fit the stream.</exception>
    public static List<(NewsRecord Record, List<LabelLine> Labels)> Labelled(
        string folder, string labelFile, Func<string, bool> includes)
    {
        var labels = LabelLine.Read(Path.Combine(AppContext.BaseDirectory, "Joining", "Labels", labelFile))
            .GroupBy(static label => label.Article).Where(group => includes(group.Key)).ToList();
        var wanted = labels.Select(static group => group.Key).ToHashSet(StringComparer.Ordinal);
        var records = NewsRecord.Read(folder).Where(record => wanted.Contains(record.Id))
            .ToDictionary(static record => record.Id, StringComparer.Ordinal);
        return labels.ConvertAll(group => Check(records, group));
    }

    private static (NewsRecord Record, List<LabelLine> Labels) Check(
        Dictionary<string, NewsRecord> records, IGrouping<string, LabelLine> labels)
    {
        if (!records.TryGetValue(labels.Key, out var record))
            throw new FormatException($"The stream has no article {labels.Key}, which is labelled.");
        foreach (var label in labels)
            label.Check(record);
        return (record, [.. labels]);
    }
}
