using Dateline.Search.Archive.Ingest;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Ingestion;

namespace Dateline.Search.Tests.Archive;

public sealed class ArticleReaderTests
{
    private const string Bare =
        "An activist named Kamal said the shelling went on all night. Kamal said he heard the planes.";
    private const string Full =
        "The mayor, Peter Hallstrom, said the bridge would open on Monday. Hallstrom thanked the builders.";

    [Fact]
    public void Compose_PersonOfOneBareName_IsNobodyElsesInAnotherArticle()
    {
        var one = Person("one.txt", Bare);
        var other = Person("other.txt", Bare);

        Assert.Equal("Kamal", one.Name);
        Assert.StartsWith("kamal-", one.Id, StringComparison.Ordinal);
        Assert.NotEqual(one.Id, other.Id);
    }

    [Fact]
    public void Compose_PersonOfAFullName_HasTheSameIdEverywhere() =>
        Assert.Equal(Person("one.txt", Full).Id, Person("other.txt", Full).Id);

    private static ArticleActor Person(string origin, string body)
    {
        var item = new InputItem(origin, InputFormat.PageText, body);
        var article = ArticleReader.Compose(item, new ExtractedText { Title = "", Body = body });
        return Assert.Single(article.Actors, actor => actor.Kind == ActorKind.Person);
    }
}
