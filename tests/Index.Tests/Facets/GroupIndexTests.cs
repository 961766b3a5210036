using Dateline.Index.Analysis;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Facets;

public sealed class GroupIndexTests
{
    private sealed record Row(int Number, long? Group, int? Day, string[] Labels);

    [Fact]
    public void Of_RandomDocuments_GroupsCountsAndFirstsAreWhatASlowCountSays()
    {
        var random = new Random(31);
        for (var round = 0; round < 20; round++)
        {
            var rows = Enumerable.Range(0, 200).Select(number => RandomRow(random, number)).ToArray();
            using var directory = new MemoryDirectory();
            Write(directory, rows, random.Next(1, 90));
            using var reader = IndexReader.Open(directory);
            Check(new IndexSearcher(reader), [.. rows.Where(static row => row.Number % 7 != 0)]);
        }
    }

    private static void Check(IndexSearcher searcher, Row[] rows)
    {
        var days = searcher.Days("day");
        foreach (var word in (string[])["a", "b"])
        {
            Row[] matching = [.. rows.Where(row => word == "a" || row.Number % 3 == 0)];
            var groups = searcher.Groups("group").Of(searcher.Collect(new TermQuery("word", word)));
            var expected = matching.GroupBy(static row => (row.Group, row.Group is null ? row.Number : -1)).ToArray();

            Assert.Equal(expected.Length, groups.Count);
            using var counts = searcher.Facets().Count(groups);
            foreach (var label in rows.SelectMany(static row => row.Labels).Distinct())
                Assert.Equal(
                    expected.Count(group => group.Any(row => row.Labels.Contains(label))),
                    counts.CountOf("tag", label));
            var earliest = days.Count(groups.Earliest(days));
            Assert.Equal(expected.Count(static group => group.All(static row => row.Day is null)), earliest.Without);
            Assert.Equal(
                expected.Select(static group => group.Min(static row => row.Day))
                    .OfType<int>().Sum(static day => (long)day),
                earliest.By(Dateline.Index.Facets.DatePeriod.Day)
                    .Sum(static day => (long)day.First.DayNumber * day.Count));
        }
    }

    private static Row RandomRow(Random random, int number) => new(
        number,
        random.Next(8) == 0 ? null : random.Next(40) - 20,
        random.Next(6) == 0 ? null : 730_000 + random.Next(50),
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => $"l{random.Next(12)}").Distinct()]);

    private static void Write(MemoryDirectory directory, Row[] rows, int rowsASegment)
    {
        using var writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new StandardAnalyzer() });
        foreach (var part in rows.Chunk(rowsASegment))
        {
            foreach (var row in part)
                writer.Add(Document(row));
            writer.Commit();
        }

        for (var number = 0; number < rows.Length; number += 7)
            writer.Delete("number", $"{number}");
        writer.Commit();
    }

    private static IndexDocument Document(Row row)
    {
        var document = new IndexDocument();
        document.Add(IndexField.Keyword("number", $"{row.Number}"));
        document.Add(IndexField.Keyword("word", "a"));
        if (row.Number % 3 == 0) document.Add(IndexField.Keyword("word", "b"));
        if (row.Group is { } group) document.Add(IndexField.Numeric("group", group));
        if (row.Day is { } day) document.Add(IndexField.Numeric("day", day));
        foreach (var label in row.Labels) document.Add(IndexField.Facet("tag", label));
        return document;
    }
}
