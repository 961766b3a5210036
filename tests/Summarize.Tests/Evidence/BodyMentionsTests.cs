using Dateline.Search.Articles;
using Dateline.Search.Text;
using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Tests.Evidence;

public sealed class BodyMentionsTests
{
    [Fact]
    public void NamesAndDates_OfSentencesInOrder_AreThoseWhollyInside()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var body = new string('x', 200);
            var article = Make.Article("a", body) with
            {
                EventDates = [.. Spans(random, 20).Select(span => new EventDate(
                    DateRange.OfDay(new DateOnly(2012, 1, 1)), Evidence(span)))],
                Actors = [.. Spans(random, 20).Select((span, n) => new ArticleActor
                {
                    Id = $"actor-{n}", Name = "x", Kind = ActorKind.Person, Mentions = [Evidence(span)],
                })],
            };
            var mentions = new BodyMentions(article);
            for (var start = 0; start < body.Length; start += 20)
            {
                var span = new TextSpan(start, start + 18);
                Assert.Equal(
                    article.Actors.Where(actor => Inside(actor.Mentions[0], span))
                    .Select(actor => "actor:" + actor.Id).Order(),
                    mentions.NamesIn(span).Order());
                Assert.Equal(
                    article.EventDates.Where(date => Inside(date.Evidence, span))
                    .Select(date => date.Evidence.End).Order(),
                    mentions.DatesIn(span).Select(date => date.Evidence.End).Order());
            }
        }
    }

    private static List<TextSpan> Spans(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(190))
            .Select(start => new TextSpan(start, start + 1 + random.Next(9)))];

    private static Search.Articles.Evidence Evidence(TextSpan span) =>
        new(EvidenceField.Body, span.Start, span.End, "x", "test");

    private static bool Inside(Search.Articles.Evidence evidence, TextSpan span) =>
        evidence.Start >= span.Start && evidence.End <= span.End;
}
