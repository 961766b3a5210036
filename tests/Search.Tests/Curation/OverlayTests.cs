using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Curation;
using Dateline.Search.Ingestion;
using Dateline.Search.Querying;
using static Dateline.Search.Tests.Archive.ArticleSamples;

namespace Dateline.Search.Tests.Curation;

/// <summary>
/// Counts under curation against a slow twin, which applies the log to every article by itself and counts by hand; over
/// random articles, logs and queries, in articles and in stories.
/// </summary>
public sealed class OverlayTests : IDisposable
{
    private static readonly string[] Words = ["peace", "talks", "bread", "truce", "envoy"];
    private static readonly string[] Paths =
        [
            "syria", "syria/homs", "syria/homs/talkalakh", "syria/hims", "syria/hims/talbiseh", "syria/hama", "lebanon",
            "lebanon/tripoli", "libya/tripoli", "iraq",
        ];

    private static readonly string[] Ids =
        ["kofi-annan", "annan", "sergey-lavrov", "lavrov", "nato", "fsa", "free-syrian-army"];
    private static readonly string[] Queries =
        [
            "", "peace", "-peace bread", "place:syria", "place:(syria/homs OR libya)", "-place:syria/homs",
            "place:none", "actor:annan", "actor:=annan", "actor:none", "talks actor:(nato OR new-actor)",
            "actor:free-syrian-army place:lebanon", "place:tripoli",
        ];

    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-overlay-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void EveryCount_UnderARandomLog_EqualsTheSlowTwins(int seed)
    {
        var random = new Random(seed);
        Article[] articles = [.. Enumerable.Range(0, 60).Select(number => RandomArticle(random, number))];
        var log = new CurationLog(Path.Combine(_folder, "curation.jsonl"), TimeProvider.System);
        using var archive = Archive(3, articles, log);
        var changed = 0;
        for (var round = 0; round < 3; round++)
        {
            for (var k = 0; k < 3; k++)
                log.Append(RandomRecord(random, articles, log.Current));
            var twins = articles.Select(article => Twin(article, log.Current)).ToDictionary(article => article.Id);
            changed += articles.Count(article =>
                !ValuesOf(article, FacetDimension.Actor).SetEquals(ValuesOf(twins[article.Id], FacetDimension.Actor))
                || !ValuesOf(article, FacetDimension.Place)
                .SetEquals(ValuesOf(twins[article.Id], FacetDimension.Place)));
            foreach (var text in Queries)
            {
                Check(archive, twins, Query(text));
                Check(archive, twins, Query(text).Counting(CountUnit.Stories));
            }
        }

        Assert.True(changed > 20, $"The log of seed {seed} changed next to nothing.");
    }

    private static void Check(LuceneArchive archive, Dictionary<string, Article> twins, ArchiveQuery query)
    {
        var response = archive.Search(new SearchRequest
        {
            Query = query,
            Limit = 1000,
            Histogram = true,
            Snippets = false,
            FacetLimit = 100,
            Facets = [FacetDimension.Place, FacetDimension.Actor],
        });
        var rows = archive.Export(query).ToList();
        Assert.Equal(response.Total, rows.Count);
        Assert.Equal(response.Total, response.Histogram.Sum(bucket => bucket.Count) + response.Undated);
        foreach (var row in rows)
        {
            Assert.Equal(twins[row.Id].Actors.Select(actor => actor.Id), row.Actors.Select(actor => actor.Id));
            Assert.Equal(twins[row.Id].Places.Select(place => place.Path), row.Places.Select(place => place.Path));
        }

        foreach (var facet in response.Facets)
        {
            var open = query.Without(facet.Dimension);
            // Articles, whatever is counted: the twin puts them in stories itself.
            var found = archive.Export(open.Counting(CountUnit.Articles)).Select(article => twins[article.Id]).ToList();
            Assert.Equal(Units(query, found), facet.Total);
            Assert.Equal(
                Units(query, found.Where(article => ValuesOf(article, facet.Dimension).Count == 0)), facet.Missing);
            var values = facet.Values.SelectMany(Flatten).Where(value => value.Count > 0).ToList();
            foreach (var value in values)
            {
                var plain = value.Value.TrimStart('=');
                Assert.Equal(
                    (
                        query.Canonical,
                        plain,
                        Units(query, found.Where(article => ValuesOf(article, facet.Dimension).Contains(plain)))),
                    (query.Canonical, plain, value.Count));
                Assert.Equal(value.Count, archive.Search(new SearchRequest
                {
                    Query = Query($"{open.Canonical} {EnumField(facet.Dimension)}:={plain}"),
                    Limit = 0,
                }).Total);
                Assert.Equal(
                    values.Count(other => other.Value.LastIndexOf('/') is var at and > 0 && other.Value[..at] == plain),
                    value.ChildCount);
            }

            var distinct = found.SelectMany(article => ValuesOf(article, facet.Dimension))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            Assert.Equal(distinct, values.Select(value => value.Value.TrimStart('=')).Order(StringComparer.Ordinal));
            Assert.Equal(values.Count, facet.DistinctValues);
        }
    }

    private static string EnumField(FacetDimension dimension) => dimension is FacetDimension.Place ? "place" : "actor";

    private static int Units(ArchiveQuery query, IEnumerable<Article> articles) => query.Unit is CountUnit.Stories
        ? articles.Select(article => article.Story!.StoryId).Distinct().Count() : articles.Count();

    private static IEnumerable<FacetValue> Flatten(FacetValue value) =>
        value.Children.SelectMany(Flatten).Prepend(value);

    private static HashSet<string> ValuesOf(Article article, FacetDimension dimension) =>
        dimension is FacetDimension.Actor
        ? [.. article.Actors.Select(actor => actor.Id)]
        : [.. article.Places.SelectMany(place => Above(place.Path))];

    private static IEnumerable<string> Above(string path)
    {
        var parts = path.Split('/');
        return Enumerable.Range(1, parts.Length).Select(count => string.Join('/', parts[..count]));
    }

    // The slow twin knows nothing of the rules' code: it moves mentions from list to list as the records say.
    private static Article Twin(Article article, CurationHistory history)
    {
        var undone = history.Entries.Where(entry => entry.UndoneBy is not null)
            .Select(entry => entry.Record.Id).ToHashSet();
        var actors = article.Actors.SelectMany(actor =>
            actor.Mentions.Select(mention => (Value: actor.Id, Said: Slug.Of(mention.Quote), mention.Start))).ToList();
        var places = article.Places.SelectMany(place =>
            place.Mentions.Select(mention =>
                (
                    Value: place.Path,
                    Said: IsName(place, mention.Quote) ? Slug.Of(mention.Quote) : "?",
                    mention.Start))).ToList();
        HashSet<string> hiddenActors = [], hiddenPlaces = [];
        foreach (var record in history.Entries.Select(entry => entry.Record)
            .Where(record => !undone.Contains(record.Id)))
        {
            var isPlace = record.Dimension is FacetDimension.Place;
            var (mentions, hidden) = isPlace ? (places, hiddenPlaces) : (actors, hiddenActors);
            for (var k = 0; k < mentions.Count; k++)
            {
                var (value, said, start) = mentions[k];
                var into = value;
                if (record.Operation is CurationOperation.Merge)
                    into = record.Values.Where(
                        from => value == from || (isPlace && value.StartsWith(from + "/", StringComparison.Ordinal)))
                        .Select(from => record.Into + value[from.Length..]).FirstOrDefault() ?? value;
                else if (record.Operation is CurationOperation.Split or CurationOperation.Pin
                    && (record.Values.Count == 0 || record.Values.Contains(value))
                    && (record.Spellings.Count == 0 || record.Spellings.Any(spelling => Slug.Of(spelling) == said))
                    && (record.Articles.Count == 0 || record.Articles.Contains(article.Id)))
                    into = record.Into!;
                mentions[k] = (into, said, start);
            }

            if (record.Operation is CurationOperation.Hide) hidden.UnionWith(record.Values);
            if (record.Operation is CurationOperation.Unhide) hidden.ExceptWith(record.Values);
        }

        return article with
        {
            Actors = [
                .. Order(actors.Where(mention => !hiddenActors.Contains(mention.Value)))
                    .Select(id => new ArticleActor { Id = id, Name = id, Kind = ActorKind.Person, Mentions = [] })],
            Places = [
                .. Order(places.Where(mention => !Above(mention.Value).Any(hiddenPlaces.Contains))).Select(
                    path => new ArticlePlace { Path = path, Names = [path], Kind = PlaceKind.City, Mentions = [] })],
            Story = article.Story,
        };

        static IEnumerable<string> Order(IEnumerable<(string Value, string, int)> mentions) =>
            mentions.GroupBy(mention => mention.Value)
                .OrderByDescending(group => group.Count()).Select(group => group.Key);
    }

    // "the city" names no place, so no pin speaks of it.
    private static bool IsName(ArticlePlace place, string quote) => char.IsUpper(quote[0]) || quote == place.Names[^1];

    private static LuceneArchive Archive(int segments, Article[] articles, CurationLog log)
    {
        var directory = new Dateline.Index.Store.MemoryDirectory();
        using (var writer = ArchiveWriter.Open(directory))
        {
            foreach (var part in articles.Chunk((articles.Length + segments - 1) / segments))
            {
                foreach (var article in part) writer.Put(article);
                writer.Commit();
            }
        }

        using (var plain = LuceneArchive.Open(directory))
        {
            var stories = plain.Export(ArchiveQuery.All).ToDictionary(article => article.Id, article => article.Story);
            for (var k = 0; k < articles.Length; k++)
                articles[k] = articles[k] with { Story = stories[articles[k].Id] };
        }

        return LuceneArchive.Open(directory, log: log);
    }

    private static CurationRecord RandomRecord(Random random, Article[] articles, CurationHistory history)
    {
        var isPlace = random.Next(2) == 0;
        var dimension = isPlace ? FacetDimension.Place : FacetDimension.Actor;
        string[] pool = isPlace ? [.. Paths, "jordan/amman"] : [.. Ids, "new-actor"];
        var (value, into) = (Pick(random, pool), Pick(random, pool));
        var record = new CurationRecord { Operation = CurationOperation.Hide, Dimension = dimension, Values = [value] };
        switch (random.Next(8))
        {
            case 0 or 1 when history.Entries.Count > 0:
                return new CurationRecord
                {
                    Operation = CurationOperation.Undo,
                    Undoes = history.Entries[random.Next(history.Entries.Count)].Record.Id,
                };
            case 2 or 3 or 4 when !(into == value || into.StartsWith(value + "/", StringComparison.Ordinal)):
                return record with { Operation = CurationOperation.Merge, Into = into, Name = "Merged" };
            case 5:
                return record with { Operation = CurationOperation.Unhide };
            case 6 or 7 when into != value:
                var mention = Pick(random, [.. articles.SelectMany(article => isPlace
                    ? article.Places.SelectMany(place => place.Mentions)
                    : article.Actors.SelectMany(actor => actor.Mentions))]);
                var narrow = random.Next(4);
                return record with
                {
                    Operation = isPlace ? CurationOperation.Pin : CurationOperation.Split,
                    Values = isPlace && narrow < 2 ? [] : [value],
                    Into = into,
                    Name = "New",
                    Spellings = narrow < 3 ? [mention.Quote.ToUpperInvariant()] : [],
                    Articles = narrow is 1 or 3
                        ? [.. articles.Where(_ => random.Next(3) == 0).Select(article => article.Id)] : [],
                };
            default:
                return record;
        }
    }

    private static Article RandomArticle(Random random, int number)
    {
        var article = Make(
            $"article-{number}",
            title: $"Report {number}",
            body: string.Join(' ', Enumerable.Range(0, 12).Select(_ => Pick(random, Words)))
                + (number % 7 == 0 ? "" : $" number{number}"),
            published: random.Next(5) == 0 ? null : $"2012-07-{1 + random.Next(28):00}");
        var at = 0;
        return article with
        {
            Actors = [.. Some(random, Ids).Select(id => new ArticleActor
            {
                Id = id, Name = id.ToUpperInvariant(), Kind = ActorKind.Person,
                Aliases = [id.ToUpperInvariant(), "Annan", "Chief"],
                Mentions = Mentions(random, ref at, [id.Replace('-', ' '), "Annan", "Chief"]),
            }).OrderByDescending(actor => actor.Mentions.Count)],
            Places = [.. Some(random, Paths).Select(path => new ArticlePlace
            {
                Path = path, Names = [.. path.Split('/')], Kind = PlaceKind.City,
                Mentions = Mentions(
                    random, ref at, [path[(path.LastIndexOf('/') + 1)..], "Tripoli", "Capital", "the city"]),
            }).OrderByDescending(place => place.Mentions.Count)],
        };
    }

    private static Evidence[] Mentions(Random random, ref int at, string[] spellings)
    {
        List<Evidence> mentions = [];
        for (var k = random.Next(1, 4); k > 0; k--)
            mentions.Add(new Evidence(EvidenceField.Body, at++, at, Pick(random, spellings), "test"));
        return [.. mentions];
    }

    private static List<string> Some(Random random, string[] pool) => [.. pool.Where(_ => random.Next(4) == 0)];

    private static T Pick<T>(Random random, T[] pool) => pool[random.Next(pool.Length)];
}
