using Dateline.Index.Store;
using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Curation;
using Dateline.Search.Querying;
using static Dateline.Search.Tests.Archive.ArticleSamples;

namespace Dateline.Search.Tests.Curation;

/// <summary>What people say to the desk, and what the archive shows then.</summary>
public sealed class CurationDeskTests : IDisposable
{
    private static readonly Article[] Articles =
    [
        With(Make("one", title: "Talks one"),
            actors: [("Sergey Lavrov", ["Sergey Lavrov", "Lavrov"]), ("Kofi Annan", ["Kofi Annan"])],
            places: [("lebanon/tripoli", ["Tripoli"]), ("syria/homs", ["Homs", "the city"])]),
        With(
            Make("two", title: "Talks two"),
            actors: [("Sergei Lavrov", ["Sergei Lavrov"])],
            places: [("lebanon/tripoli", ["Tripoli", "the port"])]),
        With(
            Make("three", title: "Talks three"),
            actors: [("Lavrov", ["Lavrov"]), ("FSA", ["FSA"]), ("Ann Smith", ["Ann Smith"]), ("Bob Smith", ["Smith"])],
            places: [("syria/hims/talbiseh", ["Talbiseh"])]),
        With(Make("four", title: "Bread four"), actors: [("Jordan", ["Jordan"])], places: [("jordan", ["Jordan"])]),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-desk-").FullName;
    private readonly LuceneArchive _archive;

    public CurationDeskTests()
    {
        var directory = new MemoryDirectory();
        using (var writer = ArchiveWriter.Open(directory))
        {
            foreach (var article in Articles)
                writer.Put(article);
            writer.Commit();
        }

        _archive = LuceneArchive.Open(
            directory, text => text is "libya/tripoli" or "tripoli" ? ["libya/tripoli"] : [],
            new CurationLog(Path.Combine(_folder, "curation.jsonl"), TimeProvider.System));
    }

    private CurationDesk Desk => _archive.Desk!;

    public void Dispose()
    {
        _archive.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Version_OfAViewThatCurationChanged_IsAnother()
    {
        var before = _archive.Info;
        Assert.Equal(0, before.CurationVersion);

        var merged = Done(Merge(["actor:Sergei Lavrov"], "actor:sergey-lavrov"));
        Assert.Equal(before with { CurationVersion = 1 }, _archive.Info);
        Assert.Equal((before.Version, 1L), (Search("").Version, Search("").CurationVersion));

        Done(new CurationDraft { Operation = CurationOperation.Undo, Undoes = merged.Record.Id });
        Assert.Equal(before with { CurationVersion = 2 }, _archive.Info);
        Assert.Equal(["two"], Origins(_archive, "actor:=sergei-lavrov"));
    }

    [Fact]
    public void Unknown_NearAHiddenOrRenamedValue_ProposesWhatFinds()
    {
        Assert.Contains("did you mean actor:kofi-annan?", Assert.Single(Search("actor:kofi-anan").Warnings).Message,
            StringComparison.Ordinal);

        Done(new CurationDraft { Operation = CurationOperation.Hide, Values = ["actor:kofi-annan"] });
        Assert.DoesNotContain(
            Search("actor:kofi-anan").Warnings, warning =>
                warning.Message.Contains("kofi-annan", StringComparison.Ordinal));

        Done(new CurationDraft
        {
            Operation = CurationOperation.Rename,
            Values = ["actor:jordan"],
            Name = "Kofi Annen"
        });
        var warning = Assert.Single(Search("actor:kofi-anen").Warnings);
        Assert.Contains("did you mean actor:kofi-annen?", warning.Message, StringComparison.Ordinal);
        Assert.Equal(1, Search("actor:kofi-annen").Total);
    }

    [Fact]
    public void Merge_BySpokenNames_CountsOnce_AndOldIdsLeadThere()
    {
        var item = Done(Merge(["actor:Sergei Lavrov", "actor:=lavrov"], "actor:sergey-lavrov"));
        Assert.Equal((2, CurationState.Active), (item.Articles, item.State));
        Assert.Equal(["one", "three", "two"], Origins(_archive, "actor:sergey-lavrov"));
        Assert.Equal(["one", "three", "two"], Origins(_archive, "actor:lavrov"));
        Assert.Equal(["one", "three", "two"], Origins(_archive, "actor:=lavrov"));
        var old = Search("actor:sergei-lavrov");
        Assert.Equal((3, "curated-value"), (old.Total, old.Warnings.Single().Code));
        Assert.Equal("sergey-lavrov", Actors(old).Single(value => value.Selected).Value);
        Assert.Equal(
            ["ann-smith", "bob-smith", "fsa", "jordan", "kofi-annan", "sergey-lavrov"],
            Actors(Search("")).Select(value => value.Value).Order());
        Assert.DoesNotContain(
            _archive.Suggest("serg", 10), found => found.Query.Contains("sergei", StringComparison.Ordinal));
        Assert.Equal("actor:sergey-lavrov", Assert.Single(_archive.Suggest("sergei", 10)).Query);
        Assert.Equal(
            3, Assert.Single(_archive.FindFacetValues(ArchiveQuery.All, FacetDimension.Actor, "sergei", 10)).Count);

        var two = Article("two").Actors.Single();
        Assert.Equal(("sergey-lavrov", "Sergey Lavrov"), (two.Id, two.Name));
        Assert.Equal(["Sergey Lavrov", "Sergei Lavrov"], two.Aliases);
        Assert.Equal([item.Record.Id], two.CuratedBy!);
        Assert.Null(Article("one").Actors.Single(actor => actor.Id == "kofi-annan").CuratedBy);
    }

    [Fact]
    public void Rename_AndRetype_ChangeWhatIsShown_AndBothNamesFind()
    {
        Done(
            new CurationDraft
            {
                Operation = CurationOperation.Rename,
                Values = ["actor:fsa"],
                Name = "Free Syrian Army",
            });
        Done(new CurationDraft { Operation = CurationOperation.Retype, Values = ["actor:fsa"], Kind = "armed-group" });
        var shown = Actors(Search("")).Single(value => value.Value == "fsa");
        Assert.Equal(("Free Syrian Army", "armed-group"), (shown.Label, shown.Kind));
        Assert.Equal(["three"], Origins(_archive, "actor:\"Free Syrian Army\""));
        Assert.Equal(["three"], Origins(_archive, "actor:fsa"));
        var actor = Article("three").Actors.Single(found => found.Id == "fsa");
        Assert.Equal(("Free Syrian Army", ActorKind.ArmedGroup), (actor.Name, actor.Kind));
        Assert.Equal([1L, 2L], actor.CuratedBy!);
        Assert.Contains(
            _archive.Suggest("free syr", 10), found => found is { Label: "Free Syrian Army", Query: "actor:fsa" });
    }

    [Fact]
    public void Hide_TakesItFromEverywhere_AndTheArticleIsWithout()
    {
        Done(new CurationDraft { Operation = CurationOperation.Hide, Values = ["actor:jordan"] });
        Done(new CurationDraft { Operation = CurationOperation.Hide, Values = ["place:jordan"] });
        var found = Search("actor:jordan");
        Assert.Equal((0, "hidden-value"), (found.Total, found.Warnings.Single().Code));
        Assert.Equal(["four"], Origins(_archive, "actor:none"));
        Assert.Equal(["four"], Origins(_archive, "place:none"));
        Assert.Equal([1, 1], Search("").Facets.Select(facet => facet.Missing));
        Assert.Empty(Article("four").Actors);
        Assert.DoesNotContain(
            _archive.Suggest("jord", 10), found => found.Kind is SuggestionKind.Actor or SuggestionKind.Place);
        Done(new CurationDraft { Operation = CurationOperation.Unhide, Values = ["place:jordan"] });
        Assert.Equal(["four"], Origins(_archive, "place:jordan"));
    }

    [Fact]
    public void Pin_OfAToponymInOneArticle_MovesItThereAlone()
    {
        var id = Article("two").Id;
        var item = Done(new CurationDraft
        {
            Operation = CurationOperation.Pin,
            Spellings = ["TRIPOLI"],
            Into = "libya/tripoli",
            Articles = [id],
        });
        Assert.Equal(1, item.Articles);
        Assert.Equal(["two"], Origins(_archive, "place:libya/tripoli"));
        Assert.Equal(["two"], Origins(_archive, "place:libya"));
        // "the port" is still said of the other one.
        Assert.Equal(["one", "two"], Origins(_archive, "place:lebanon/tripoli"));
        Done(new CurationDraft
        {
            Operation = CurationOperation.Pin,
            Values = ["lebanon/tripoli"],
            Into = "place:libya/tripoli",
            Articles = [id],
        });
        Assert.Equal(["one"], Origins(_archive, "place:lebanon"));
        Assert.Equal("libya/tripoli", Article("two").Places.Single().Path);
    }

    [Fact]
    public void Merge_OfPlaces_TakesWhatIsInsideAlong()
    {
        Done(Merge(["place:syria/hims"], "place:syria/homs"));
        Assert.Equal(["one", "three"], Origins(_archive, "place:syria/homs"));
        Assert.Equal(["three"], Origins(_archive, "place:syria/homs/talbiseh"));
        Assert.Equal(["three"], Origins(_archive, "place:syria/hims/talbiseh"));
        Assert.Equal(["Syria", "Homs", "Talbiseh"], Article("three").Places.Single().Names);
        var homs = Search("").Facets[0].Values.Single(value => value.Value == "syria").Children.Single();
        Assert.Equal(("syria/homs", 2, 1), (homs.Value, homs.Count, homs.ChildCount));
    }

    [Fact]
    public void Why_ShowsTheMentionsOfAMergedActor_UnderTheFacetsCount()
    {
        Done(Merge(["actor:sergei-lavrov"], "actor:sergey-lavrov"));
        var clause = ValueClause.TryParse("actor:sergey-lavrov", out _)!;
        var why = _archive.Why(Query("talks actor:kofi-annan"), clause, 0, 10);
        Assert.Equal(2, why.Total);
        Assert.Equal(
            ["Lavrov", "Sergei Lavrov", "Sergey Lavrov"],
            why.Articles.SelectMany(article => article.Values)
                .SelectMany(value => value.Mentions).Select(mention => mention.Quote).Order());
        Assert.Equal(
            [null, 1L],
            why.Articles.SelectMany(article => article.Values).Select(value => value.CuratedBy?[0]).Order());
        Assert.Equal(
            [("lavrov", 1), ("sergei-lavrov", 1), ("sergey-lavrov", 1)],
            Desk.Describe(clause)!.Spellings.Select(spelling => (spelling.Key, spelling.Articles)));
    }

    [Theory]
    [InlineData("actor:smith", "actor:ann-smith or actor:bob-smith: say which")]
    [InlineData("actor:nobody", "is in no article")]
    [InlineData("homs", "Say what it is about")]
    public void Value_ThatIsNotOne_IsRefusedWithASuggestion(string value, string says)
    {
        var outcome = Desk.Apply(new CurationDraft { Operation = CurationOperation.Hide, Values = [value] });
        Assert.Null(outcome.Item);
        Assert.Contains(says, outcome.Problem, StringComparison.Ordinal);
        Assert.Empty(Desk.List().Items);
    }

    [Fact]
    public void Record_OfSomethingThatIsGone_IsListedAsWithoutEffect()
    {
        Done(Merge(["actor:sergei-lavrov"], "actor:sergey-lavrov"));
        Done(Merge(["actor:sergey-lavrov"], "actor:kofi-annan"));
        Done(
            new CurationDraft
            {
                Operation = CurationOperation.Rename,
                Values = ["actor:kofi-annan"],
                Name = "K. Annan",
            });
        Assert.All(Desk.List().Items, item => Assert.Equal(CurationState.Active, item.State));
        var other = ArticleSamplesArchive(Articles[2]);
        Assert.All(
            other.Desk!.List().Items,
            item => Assert.Equal((CurationState.WithoutEffect, 0), (item.State, item.Articles)));
        other.Dispose();
    }

    private LuceneArchive ArticleSamplesArchive(Article only)
    {
        var directory = new MemoryDirectory();
        using (var writer = ArchiveWriter.Open(directory))
        {
            writer.Put(only);
            writer.Commit();
        }

        return LuceneArchive.Open(
            directory, log: new CurationLog(Path.Combine(_folder, "curation.jsonl"), TimeProvider.System));
    }

    private static CurationDraft Merge(string[] values, string into) =>
        new() { Operation = CurationOperation.Merge, Values = values, Into = into };

    private CurationItem Done(CurationDraft draft)
    {
        var outcome = Desk.Apply(draft);
        Assert.Null(outcome.Problem);
        return outcome.Item!;
    }

    private SearchResponse Search(string query) => _archive.Search(new SearchRequest
    {
        Query = Query(query),
        Facets = [FacetDimension.Place, FacetDimension.Actor],
    });

    private static IReadOnlyList<FacetValue> Actors(SearchResponse response) => response.Facets[1].Values;

    private Article Article(string origin) => _archive.Find(Articles.Single(article => article.Origin == origin).Id)!;

    private static Article With(
        Article article, (string Name, string[] Said)[] actors, (string Path, string[] Said)[] places)
    {
        var at = 0;
        return article with
        {
            Actors = [.. actors.Select(actor => new ArticleActor
            {
                Id = Slug.Of(actor.Name), Name = actor.Name, Kind = ActorKind.Person,
                Aliases = [actor.Name, .. actor.Said.Except([actor.Name])],
                Mentions = [.. actor.Said.Select(Mention)],
            })],
            Places = [.. places.Select(place => new ArticlePlace
            {
                Path = place.Path, Kind = PlaceKind.City,
                Names = [.. place.Path.Split('/').Select(part => char.ToUpperInvariant(part[0]) + part[1..])],
                Mentions = [.. place.Said.Select(Mention)],
            })],
        };

        Evidence Mention(string quote) => new(EvidenceField.Body, at++, at, quote, "test");
    }
}
