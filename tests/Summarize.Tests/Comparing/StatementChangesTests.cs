using Dateline.Search.Articles;
using Dateline.Summarize.Comparing;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;
using Dateline.Summarize.Verification;

namespace Dateline.Summarize.Tests.Comparing;

public sealed class StatementChangesTests
{
    private const string Claim = "Rebel leader Omar Haddad said that the army had shelled the market of Velm at dawn.";

    private static readonly Article Shelled = Haddad("a", Claim, "2012-07-13");

    [Fact]
    public void Extend_WordsOfAnotherSpeaker_AreNewWithTheirSpeaker()
    {
        var denial = Make.Article(
            "b", "General Ivo Brandt said that the market of Velm had been emptied by its traders.", "Norrland",
                "2012-07-14")
            .Naming("Ivo Brandt", ActorKind.Person);

        var change = Assert.Single(Changes([Shelled], [Shelled, denial]));

        Assert.Equal((ChangeKind.New, "Ivo Brandt"), (change.Kind, change.Speaker));
        Assert.Equal("the earlier briefing has no words of this speaker", change.Message);
        Assert.Equal(denial.Body, change.Now!.Text);
    }

    [Fact]
    public void Extend_OlderArticleThatIsNewInTheArchive_IsNewButNoNews()
    {
        var old = Haddad("b", "Rebel leader Omar Haddad said that the bridges of Velm would be mined by the army.",
            "2012-07-01");

        Assert.EndsWith(", though it was out by then", Assert.Single(Changes([Shelled], [Shelled, old])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Extend_PointAndStatementOfOneSpan_AreToldOnceByTheirSpeaker()
    {
        var quiet = Make.Article("q", "The market of Velm was closed on Friday after the army had left the town.",
            "Sund", "2012-07-12");

        var compared = Compare([quiet], [quiet, Shelled]);

        Assert.Contains(compared.KeyPoints.Select(point => point.Sentence).Concat(compared.BottomLine), point =>
            point.Text == Claim);
        var change = Assert.Single(compared.Changes!.Changes);
        Assert.Equal((ChangeKind.New, "Omar Haddad", Claim), (change.Kind, change.Speaker, change.Now!.Text));
    }

    [Fact]
    public void Extend_OtherNumberInTheSameWords_IsTheSpeakersChange()
    {
        var before = Haddad("a", "Rebel leader Omar Haddad said that his fighters held 12 villages around Velm.",
            "2012-07-13");
        var now = Haddad("b", "Rebel leader Omar Haddad said that his fighters now held 19 villages around Velm.",
            "2012-07-15");

        var change = Assert.Single(Changes([before], [before, now]));

        Assert.Equal((ChangeKind.Changed, "Omar Haddad"), (change.Kind, change.Speaker));
        Assert.Contains("12 before, 19 now", change.Message, StringComparison.Ordinal);
        Assert.Equal((now.Body, before.Body, true), (change.Now!.Text, change.Before!.Text, change.BeforeStands));
    }

    [Fact]
    public void Extend_OtherNumberOfAnotherDay_IsNewBesideTheEarlier()
    {
        var before = Haddad("a",
            "Rebel leader Omar Haddad said that his fighters took 12 villages around Velm on July 9.", "2012-07-13");
        var now = Haddad("b",
            "Rebel leader Omar Haddad said that his fighters took 19 villages around Velm on July 14.", "2012-07-15");

        var change = Assert.Single(Changes([before], [before, now]));

        Assert.Equal((ChangeKind.New, "on a like matter as before"), (change.Kind, change.Message));
        Assert.Equal(before.Body, change.Before!.Text);
    }

    [Theory]
    [InlineData("Rebel leader Omar Haddad said that the army had shelled the mosque of Velm after the prayers.")]
    [InlineData("Rebel leader Omar Haddad said that the army had left the market of Velm to its traders.")]
    public void Extend_OneSpeakerOnALikeMatter_IsShownBesideTheEarlierWithoutJudgement(string text)
    {
        var now = Haddad("b", text, "2012-07-15");

        var change = Assert.Single(Changes([Shelled], [Shelled, now]));

        Assert.Equal((ChangeKind.New, "on a like matter as before"), (change.Kind, change.Message));
        Assert.Equal(Claim, change.Before!.Text);
    }

    [Theory]
    [InlineData("Rebel leader Omar Haddad denied that the army had shelled the market of Velm at dawn.",
        "said before, denied now")]
    [InlineData("Rebel leader Omar Haddad said that the army had not shelled the market of Velm at dawn.",
        "the same with a “not”")]
    public void Extend_SpeakerNowDeniesTheSame_IsAChangeOfPosition(string text, string message)
    {
        var now = Haddad("b", text, "2012-07-15");

        var change = Assert.Single(Changes([Shelled], [Shelled, now]));

        Assert.Equal((ChangeKind.Changed, "Omar Haddad", Claim), (change.Kind, change.Speaker, change.Before!.Text));
        Assert.StartsWith(message, change.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Extend_AnotherSpeakerDeniesIt_IsToldOnceWithTheClaim()
    {
        var denial = Make.Article("b", "General Ivo Brandt denied that the army had shelled the market of Velm.",
            "Norrland", "2012-07-14")
            .Naming("Ivo Brandt", ActorKind.Person);

        var change = Assert.Single(Changes([Shelled], [Shelled, denial]));

        Assert.Equal((ChangeKind.Changed, "Ivo Brandt"), (change.Kind, change.Speaker));
        Assert.Equal("denies what Omar Haddad said", change.Message);
        Assert.Equal((denial.Body, Claim), (change.Now!.Text, change.Before!.Text));
    }

    [Fact]
    public void Extend_DescribedSpeakers_AreNotTakenForOne()
    {
        var before = Make.Article("a",
            "A commander said that his fighters held 12 villages around the market of Velm.", "Post", "2012-07-13");
        var now = Make.Article("b", "A commander said that his fighters held 19 villages around the market of Velm.",
            "Sund", "2012-07-15");

        Assert.DoesNotContain(Changes([before], [before, now]), change =>
            change is { Kind: ChangeKind.Changed, Speaker: "A commander" });
    }

    [Fact]
    public void Extend_ArticleRemoved_IsWithdrawnOnceAndFirst()
    {
        var other = Haddad("b", "Rebel leader Omar Haddad said that the bridges of Velm would be mined.", "2012-07-15");

        var changes = Changes([Shelled], [other]);

        Assert.Equal([ChangeKind.Withdrawn, ChangeKind.New], changes.Select(change => change.Kind));
        Assert.Equal((Claim, "Omar Haddad", false),
            (changes[0].Before!.Text, changes[0].Speaker, changes[0].BeforeStands));
    }

    [Fact]
    public void Extend_ArticleRemovedWhoseWordsStandInAnother_IsChangedAndSaysWhere()
    {
        var quiet = Make.Article("q", "The market of Velm was closed on Friday.", "Sund", "2012-07-12");
        var copy = Make.Article("c", "VELM (Wire)\n\n" + Claim + "\n\nThe town lies on the river.", "Wire",
            "2012-07-13");
        var earlier = Brief(new BriefingRequest { Topic = "market Velm" }, [Shelled, quiet]);
        var later = Brief(new BriefingRequest { Topic = "market Velm", Depth = 1 }, [quiet]);

        var change = Assert.Single(Compare(earlier, later, new QuotingList(quiet, copy)).Changes!.Changes);

        Assert.Equal((ChangeKind.Changed, false), (change.Kind, change.BeforeStands));
        Assert.Contains("article c", change.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Extend_ArticleReplacedByAnotherText_TellsWhatItSaysNow()
    {
        var corrected = Haddad("a", Claim.Replace("shelled", "surrounded", StringComparison.Ordinal), "2012-07-13");

        var change = Assert.Single(Changes([Shelled], [corrected]));

        Assert.Equal((corrected.Body, Claim, false), (change.Now!.Text, change.Before!.Text, change.BeforeStands));
    }

    [Fact]
    public void Extend_ArticleWithWordsPutBefore_HasNotChanged()
    {
        var longer = Haddad("a", "The town has been quiet for days.\n\n" + Claim, "2012-07-13");

        Assert.Empty(Changes([Shelled], [longer]));
    }

    [Fact]
    public void Extend_FromTheDayBefore_TellsWhatWasPublishedSince()
    {
        var now = Haddad("b",
            "Rebel leader Omar Haddad said that the army would close the market of Velm to all traders.", "2012-07-15");
        Article[] archive = [Shelled, now];
        var then = Brief(new BriefingRequest { Topic = "army market Velm", AsOf = new DateOnly(2012, 7, 14) }, archive);
        var today = Brief(new BriefingRequest { Topic = "army market Velm", AsOf = new DateOnly(2012, 7, 16) },
            archive);

        var compared = Compare(then, today, new ArticleList(archive));

        Assert.Equal(now.Body, Assert.Single(compared.Changes!.Changes).Now!.Text);
        Assert.Empty(compared.Changes.Remarks);
        Assert.Empty(Compare(today, then, new ArticleList(archive)).Changes!.Changes);
    }

    [Fact]
    public void Extend_EarlierWithoutTheSection_SaysSoInsteadOfCallingAllNew()
    {
        var request = new BriefingRequest { Topic = "market Velm", Sections = BriefingSections.Timeline };

        var compared = Compare(Brief(request, [Shelled]),
            Brief(request with { Sections = BriefingSections.All }, [Shelled]),
            new ArticleList(Shelled));

        Assert.Empty(compared.Changes!.Changes);
        var remark = Assert.Single(compared.Changes.Remarks);
        Assert.Contains("who said what", remark, StringComparison.Ordinal);
        Assert.Contains(remark, TextRenderer.Render(compared).Replace("\n  ", " ", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Extend_CuratedInBetween_IsRemarked()
    {
        var briefing = Brief(new BriefingRequest { Topic = "market" }, [Shelled]);
        var later = briefing with { Header = briefing.Header with { CurationVersion = 3 } };

        Assert.Contains("curation record 0 was the last then, 3 now",
            Assert.Single(Compare(briefing, later, new ArticleList(Shelled)).Changes!.Remarks),
                StringComparison.Ordinal);
        Assert.Equal(3, BriefingJson.Read(BriefingJson.Write(later)).Header.CurationVersion);
    }

    [Fact]
    public void Extend_AnotherQuestion_IsRemarked()
    {
        var compared = Compare(Brief(new BriefingRequest { Topic = "market" }, [Shelled]),
            Brief(new BriefingRequest { Topic = "Velm" }, [Shelled]), new ArticleList(Shelled));

        Assert.Contains("asked something else: market", Assert.Single(compared.Changes!.Remarks),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Render_StatementThatChanged_NamesItsSpeaker()
    {
        var now = Haddad("b", "Rebel leader Omar Haddad denied that the army had shelled the market of Velm at dawn.",
            "2012-07-15");

        Assert.Contains("Changed, Omar Haddad (said before, denied now): Rebel leader Omar Haddad denied",
            MarkdownRenderer.Render(Compare([Shelled], [Shelled, now])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Extend_ArchivesThatEvolve_TellEachThingOnceCitedAndVerifiable(int seed)
    {
        var random = new Random(seed);
        string[] speakers = ["Omar Haddad", "Ivo Brandt", "Lena Torsk"];
        string[] verbs = ["said that", "denied that", "confirmed that"];
        string[] deeds =
        [
            "the army had shelled the market of Velm", "12 villages around Velm had been lost to the army",
            "19 villages around Velm had been lost to the army", "the bridges of Velm would be mined by the army",
            "40 people had been killed at the market of Velm",
                "at least 52 people had been killed at the market of Velm",
        ];
        var archive = new Dictionary<int, Article>();
        Briefing? earlier = null;
        for (var step = 0; step < 12; step++)
        {
            for (var k = random.Next(1, 4); k > 0; k--)
            {
                var id = random.Next(8);
                if (random.Next(4) == 0)
                    archive.Remove(id);
                else
                    archive[id] = Report(id, step);
            }

            var list = new ArticleList([.. archive.Values]);
            var later = new BriefingWriter(list).Write(new BriefingRequest { Topic = "army market Velm" }).Briefing!;
            if (earlier is not null)
                CheckTold(Compare(earlier, later, list), earlier, list);
            Assert.Empty(Compare(later, later, list).Changes!.Changes);
            earlier = later;
        }

        Article Report(int id, int step)
        {
            var speaker = speakers[random.Next(speakers.Length)];
            var text = $"{speaker} {verbs[random.Next(verbs.Length)]} {deeds[random.Next(deeds.Length)]}.";
            if (random.Next(2) == 0)
                text += $"\n\nThe town counts {random.Next(2, 90)} wells that the army closed in week {step}.";
            return Make.Article($"r{id}", text, $"Outlet {id}", $"2012-07-{step + 1:D2}")
                .Naming(speaker, ActorKind.Person);
        }
    }

    private static void CheckTold(Briefing compared, Briefing earlier, ArticleList archive)
    {
        var changes = compared.Changes!.Changes;
        var told = ToldWords.Of(earlier);
        for (var at = 0; at < changes.Count; at++)
        {
            var change = changes[at];
            Assert.Equal(change.Now is null,
                change is { Kind: ChangeKind.Withdrawn } or { Before: not null, Now: null });
            if (change is { Kind: ChangeKind.New, Now: { } now })
                Assert.False(told.Has(now.Citations[0]), now.Text);
            var once = new ToldWords();
            foreach (var other in changes.Take(at).Select(static other => other.Now).OfType<BriefingSentence>())
                once.Add(other.Citations[0]);
            Assert.False(change.Now is { } words && once.Has(words.Citations[0]), change.Now?.Text);
        }

        Assert.DoesNotContain(
            BriefingVerifier.Over(archive).Verify(BriefingJson.Read(BriefingJson.Write(compared))).Checks,
            static check => check.Status is not (CitationStatus.Ok or CitationStatus.Moved));
    }

    private static Article Haddad(string id, string text, string published) =>
        Make.Article(id, text, "Harbour Post", published).Naming("Omar Haddad", ActorKind.Person);

    private static IReadOnlyList<BriefingChange> Changes(Article[] before, Article[] now) =>
        Compare(before, now).Changes!.Changes;

    private static Briefing Compare(Article[] before, Article[] now)
    {
        var request = new BriefingRequest { Topic = "Velm" };
        return Compare(Brief(request, before), Brief(request, now), new ArticleList(now));
    }

    private static Briefing Brief(BriefingRequest request, Article[] articles) =>
        new BriefingWriter(new ArticleList(articles)).Write(request).Briefing!;

    private static Briefing Compare(Briefing earlier, Briefing later, ArticleList archive) =>
        new BriefingComparison(BriefingVerifier.Over(archive)).Extend("before", earlier, later);

    private static Briefing Compare(Briefing earlier, Briefing later, QuotingList archive) => new BriefingComparison(
        new BriefingVerifier(archive.Find, archive.FindQuoting)).Extend("before", earlier, later);

    private sealed class QuotingList(params Article[] articles)
    {
        public Article? Find(string id) => Array.Find(articles, article => article.Id == id);

        public IEnumerable<Article> FindQuoting(string quote) =>
            articles.Where(article => article.Body.Contains(quote, StringComparison.Ordinal));
    }
}
