using System.Text.RegularExpressions;
using Dateline.Search.Actors;
using Dateline.Search.Articles;

namespace Dateline.Search.Tests.Actors;

public sealed partial class ActorJoinerTests
{
    // [P:Ann Lee] is a mention of a person, [O:…] of an organisation, [B:Lee] of a person by one name.
    [Theory]
    [InlineData("[O:Vale Fish Group Inc] fell. [O:Vale Fish] rose.", "Vale Fish Group Inc|Vale Fish")]
    [InlineData("[O:Brandt Holdings] fell. Brandt rose, and so it was for Brandt.", "Brandt Holdings|Brandt|Brandt")]
    [InlineData("[O:Vale Renewal Board] met. [O:VRB] agreed.", "Vale Renewal Board|VRB")]
    [InlineData("[O:VRB] met. Later the [O:Vale Renewal Board] agreed.", "Vale Renewal Board|VRB")]
    [InlineData("[O:Orfeo College] met. [O:Orfeo] agreed. It is said of Orfeo.", "Orfeo College|Orfeo|Orfeo")]
    [InlineData("[O:Orfeo] met. [O:Orfeo Fund] agreed.", "Orfeo", "Orfeo Fund")]
    [InlineData("[O:Orfeo Fund] met. [O:Orfeo] agreed. Orfeo left.", "Orfeo Fund|Orfeo|Orfeo")]
    [InlineData("[O:Orfeo Fund] and [O:Orfeo Trust] met. [O:Orfeo] agreed.", "Orfeo Fund", "Orfeo Trust", "Orfeo")]
    [InlineData("[O:Quorline] met. Nobody at Quorline knew.", "Quorline|Quorline")]
    [InlineData("[O:Quorline] fell ( QRL.N ). [O:QRL] met.", "Quorline", "QRL")]
    [InlineData("[P:Ann Brandt] met [P:Cy Lees]. [B:Lees] left Brandt.", "Ann Brandt|Brandt", "Cy Lees|Lees")]
    [InlineData("[P:Ann Brandt] came. [B:Barndt] left.", "Ann Brandt|Barndt")]
    [InlineData("[P:Ann Brandt] came. [B:Ann] left.", "Ann Brandt|Ann")]
    [InlineData("[P:Ann Brandt] came. [B:Brandt] left. [P:Cy Brandt] stayed.", "Ann Brandt|Brandt", "Cy Brandt")]
    [InlineData("[P:Ann Brandt] and [P:Cy Brandt] came. Brandt left.", "Ann Brandt", "Cy Brandt")]
    [InlineData("[P:Carlos Brandt] came. The Brandt family and the Brandts left.", "Carlos Brandt")]
    [InlineData("[P:Carlos Brandt] came. [O:Brandt] left.", "Carlos Brandt|Brandt")]
    [InlineData("[P:Moammar Gaddafi] came. [P:Muammar Qaddafi] left.", "Moammar Gaddafi|Muammar Qaddafi")]
    [InlineData("[O:Brandt Mills] fell. [P:Omar Brandt] left. [O:Brandt] rose. So did Brandt.",
        "Brandt Mills|Brandt", "Omar Brandt")]
    public void Join_NamesOfOneText_MakesActorsOf(string marked, params string[] actors)
    {
        var joined = Join(marked).Select(static actor => string.Join(
            '|', actor.Mentions.Select(static found => found.Quote).OrderByDescending(static quote => quote.Length)));

        Assert.Equal(actors.Order(StringComparer.Ordinal), joined.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Join_ShortAndLongName_NamesTheActorInFullAndTellsTheRule()
    {
        var actor = Assert.Single(Join("[O:VRB] met. Later the [O:Vale Renewal Board] agreed."));

        Assert.Equal("vale-renewal-board", actor.Id);
        Assert.Equal("acronym", actor.Mentions[0].Rule);
    }

    [Theory]
    [InlineData("[O:Quorline Inc] fell.", ActorKind.Company)]
    [InlineData("[O:Quorline] fell. Shares of Quorline fell.", ActorKind.Company)]
    [InlineData("[P:Ann Quorline] fell. [O:Ann Quorline Inc] rose.", ActorKind.Company)]
    [InlineData("[P:Ann Day] fell. [P:Ann Day] rose. [P:Ann Day] left. [O:Ann Day] came.", ActorKind.Person)]
    public void Join_NamesWithOneSignOfAKind_GivesTheActorThatKind(string marked, ActorKind kind) =>
        Assert.Equal(kind, Assert.Single(Join(marked)).Kind);

    private static List<ArticleActor> Join(string marked)
    {
        var spans = new List<(char Kind, int Start, int End)>();
        var removed = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            var start = mark.Index - removed;
            spans.Add((mark.Value[1], start, start + mark.Length - 4));
            removed += 4;
        }

        var text = new NameText(EvidenceField.Body, Mark().Replace(marked, "$2"), [], [],
            new Lazy<IReadOnlySet<string>>(static () => new HashSet<string>()));
        var mentions = spans.ConvertAll(span => Mention(text, span.Kind, span.Start, span.End));
        foreach (var mention in mentions)
            text.Take(mention.First, mention.Next);
        return new ActorJoiner([text], mentions, 2012, null).Join();
    }

    private static NameMention Mention(NameText text, char kind, int start, int end)
    {
        var first = Enumerable.Range(0, text.Count).First(at => text.Start(at) >= start);
        var next = Enumerable.Range(first, text.Count - first).First(at => text.Start(at) >= end);
        return new NameMention(text, first, next, kind == 'O' ? ActorKind.Organisation : ActorKind.Person,
            text.Quote(first, next), "given")
        { IsBare = kind == 'B' };
    }

    [GeneratedRegex(@"\[([OPB]):([^\]]+)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
