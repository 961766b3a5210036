using Dateline.Search.Archive;
using Dateline.Search.Articles;
using Dateline.Search.Curation;
using static Dateline.Search.Tests.Archive.ArticleSamples;

namespace Dateline.Search.Tests.Curation;

/// <summary>What curation leaves of what the text tells of an actor.</summary>
public sealed class ArticleCuratorTests
{
    private static readonly Evidence Words = new(EvidenceField.Body, 0, 7, "of the ", "of");

    private static readonly Article Plain = Make("one") with
    {
        Actors =
        [
            new ArticleActor
            {
                Id = "jihad-makdissi", Name = "Jihad Makdissi", Kind = ActorKind.Person, Role = "spokesman",
                CameoCode = "SYRGOV", PloverCode = "SYRGOV", AcledType = AcledActorType.StateForces,
                Affiliation = new ActorAffiliation("Foreign Ministry", "foreign-ministry", Words),
                Aliases = ["Jihad Makdissi", "Makdissi"],
                Mentions = [Mention(0, "Jihad Makdissi"), Mention(20, "Makdissi")],
            },
            new ArticleActor
            {
                Id = "foreign-ministry", Name = "Foreign Ministry", Kind = ActorKind.Government, CameoCode = "SYRGOV",
                Aliases = ["Foreign Ministry"], Mentions = [Mention(40, "Foreign Ministry")],
            },
        ],
    };

    [Fact]
    public void Affiliation_FollowsAMergedBody_AndLosesAHiddenOne()
    {
        var merged = Apply(
            Record(CurationOperation.Merge, "foreign-ministry") with
            {
                Into = "syrian-foreign-ministry",
                Name = "Ministry",
            });
        Assert.Equal("syrian-foreign-ministry", merged[0].Affiliation!.ActorId);
        Assert.Equal(("Ministry", "SYRGOV"), (merged[1].Name, merged[1].CameoCode));
        var hidden = Assert.Single(Apply(Record(CurationOperation.Hide, "foreign-ministry")));
        Assert.Equal(("Foreign Ministry", null), (hidden.Affiliation!.Name, hidden.Affiliation.ActorId));
    }

    [Fact]
    public void ActorSplitOff_HasNothingThatWasToldOfTheOther()
    {
        var actors = Apply(Record(CurationOperation.Split, "jihad-makdissi") with
        {
            Into = "other-makdissi",
            Name = "Other Makdissi",
            Kind = "person",
            Spellings = ["makdissi"],
        });
        var (kept, other) = (
            actors.Single(actor => actor.Id == "jihad-makdissi"), actors.Single(actor => actor.Id == "other-makdissi"));
        Assert.Equal(("spokesman", "SYRGOV", 1), (kept.Role, kept.CameoCode, kept.Mentions.Count));
        Assert.Equal(("Other Makdissi", ActorKind.Person), (other.Name, other.Kind));
        Assert.Null(other.Role ?? other.CameoCode ?? other.Affiliation?.Name);
        Assert.Equal(["Other Makdissi", "Makdissi"], other.Aliases);
    }

    [Fact]
    public void Codes_OfARetypedActor_AreThoseOfItsType()
    {
        var body = Apply(Record(CurationOperation.Retype, "foreign-ministry") with { Kind = "media" })
            .Single(actor => actor.Id == "foreign-ministry");
        Assert.Equal((ActorKind.Media, "MED"), (body.Kind, body.CameoCode));
        Assert.Equal(("JRN", AcledActorType.Civilians), (body.PloverCode, body.AcledType));
    }

    private static IReadOnlyList<ArticleActor> Apply(CurationRecord record) =>
        new ArticleCurator(CurationRules.Of(CurationHistory.Empty.With(record))!, static _ => null).Apply(Plain).Actors;

    private static CurationRecord Record(CurationOperation operation, string value) =>
        new() { Operation = operation, Dimension = FacetDimension.Actor, Values = [value] };

    private static Evidence Mention(int start, string quote) =>
        new(EvidenceField.Body, start, start + quote.Length, quote, "test");
}
