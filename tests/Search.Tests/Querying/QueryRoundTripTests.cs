using Dateline.Search.Querying;

namespace Dateline.Search.Tests.Querying;

public sealed class QueryRoundTripTests
{
    private const int Seed = 20120716;

    [Fact]
    public void RandomTree_PrintedAndParsed_IsEqual()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 5000; round++)
        {
            var query = ArchiveQuery.FromNode(RandomQueries.Node(random, depth: 4));
            var parsed = ArchiveQuery.Parse(query.Canonical);
            Assert.True(
                parsed.Query is not null, $"round {round}: {query.Canonical}: {string.Join("; ", parsed.Errors)}");
            Assert.True(parsed.Query == query, $"round {round}: {query.Canonical} came back as {parsed.Query}");
            Assert.Equal(query.Canonical, parsed.Query.Canonical);
            Assert.Equal(query.GetHashCode(), parsed.Query.GetHashCode());
        }
    }

    [Fact]
    public void RandomText_NeverThrows_AndWhatParsesRoundTrips()
    {
        string[] pieces =
        [
            "a", "OR", "AND", "NOT", "-", "+", "(", ")", "\"", "“", "*", ":", "place:", "is:", "published:", "2012",
            "..", "none", "=", " ", " ", " ", "undated", "é", "\u0301", "\ud800", "\0", "title:", "x*", "count:stories",
            "count:", "/", "foo:bar", "ß",
        ];
        var random = new Random(Seed);
        var parsedCount = 0;
        for (var round = 0; round < 20000; round++)
        {
            var text =
                string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            var result = ArchiveQuery.Parse(text);
            Assert.Equal(result.Query is null, result.Errors.Count > 0);
            Assert.All(result.Errors, error => Assert.InRange(error.Position, 0, text.Length));
            if (result.Query is null)
                continue;
            parsedCount++;
            Assert.True(
                ArchiveQuery.Parse(result.Query.Canonical).Query == result.Query,
                $"[{text}] gave [{result.Query.Canonical}], which does not come back");
        }

        Assert.True(parsedCount > 1000, $"only {parsedCount} texts were queries");
    }
}

internal static class RandomQueries
{
    private static readonly string[] Words =
        ["peace", "al-Assad", "U.N.", "Homs", "20:47", "or", "café", "none", "a+b"];
    private static readonly string[] Slugs =
        ["syria", "syria/homs", "kofi-annan", "cnn", "лавров", "2012", "deir-ez-zor"];

    public static QueryNode Node(Random random, int depth)
    {
        var kind = random.Next(depth == 0 ? 5 : 9);
        return kind switch
        {
            0 or 1 => new WordNode(Pick(random, Words)),
            2 => Text(random),
            3 or 4 => Clause(random),
            5 or 6 => QueryNode.And(Nodes(random, depth)),
            7 => QueryNode.Or(Nodes(random, depth)),
            _ => QueryNode.Not(Node(random, depth - 1)),
        };
    }

    private static List<QueryNode> Nodes(Random random, int depth) =>
        [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Node(random, depth - 1))];

    private static QueryNode Text(Random random) => random.Next(3) switch
    {
        0 => new PhraseNode($"{Pick(random, Words)} {Pick(random, Words)}"),
        1 => new PrefixNode(Pick(random, Words)),
        _ => new WordNode(Pick(random, Words)),
    };

    private static FieldNode Clause(Random random)
    {
        var field = (QueryField)random.Next(8);
        var values = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value(random, field)).Distinct();
        return new FieldNode(field, [.. values]);
    }

    private static FieldValue Value(Random random, QueryField field)
    {
        if (field is QueryField.Title)
            return new TextValue(Text(random));
        if (field is QueryField.Story)
            return new StoryValue(random.NextInt64().ToString("x16"));
        if (field is not QueryField.Added && random.Next(5) == 0)
            return MissingValue.Instance;
        return field.TakesDates()
            ? Date(random)
            : new NameValue(
                field is QueryField.Place ? Pick(random, Slugs) : Slug.Of(Pick(random, Slugs)), random.Next(4) == 0);
    }

    private static DateValue Date(Random random)
    {
        var first = Day(random, start: true);
        var last = Day(random, start: false);
        if (first > last)
            (first, last) = (last, first);
        return random.Next(5) switch
        {
            0 => new(null, last),
            1 => new(first, null),
            2 => new(first, first),
            _ => new(first, last),
        };
    }

    private static DateOnly Day(Random random, bool start)
    {
        var year = random.Next(2010, 2014);
        return random.Next(3) switch
        {
            0 => start ? new(year, 1, 1) : new(year, 12, 31),
            1 => start ? new(year, random.Next(1, 13), 1) : new DateOnly(year, random.Next(2, 13), 1).AddDays(-1),
            _ => new DateOnly(year, 1, 1).AddDays(random.Next(365)),
        };
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
