using Dateline.Search.Archive;
using static Dateline.Search.Tests.Archive.ArticleSamples;

namespace Dateline.Search.Tests.Archive;

public sealed class SuggestTests : IDisposable
{
    private readonly LuceneArchive _archive = ArticleSamples.Archive(
        Make("a", "Envoys meet \"at last\"", outlet: "The Guardian", places: ["syria/homs"],
            actors: ["Kofi Annan|Annan", "Sergey Lavrov|Lavrov"]),
        Make("b", "Envoys leave", outlet: "The Guardian", places: ["syria/homs/talkalakh"], actors: ["Kofi Annan"]),
        Make("c", "Bread", places: ["lebanon/tripoli", "libya/tripoli"], actors: ["Annan"]));

    public void Dispose() => _archive.Dispose();

    [Theory]
    [InlineData("lavr", "Actor: Sergey Lavrov = actor:sergey-lavrov (1)")]
    [InlineData("kofi an", "Actor: Kofi Annan = actor:kofi-annan (2)", "Actor: Annan = kofi actor:=annan (1)")]
    [InlineData("peace kofi an", "Actor: Kofi Annan = peace actor:kofi-annan (2)",
        "Actor: Annan = peace kofi actor:=annan (1)")]
    [InlineData("peace -actor:kof", "Actor: Kofi Annan = peace -actor:kofi-annan (2)")]
    [InlineData("actor:an", "Actor: Kofi Annan = actor:kofi-annan (2)", "Actor: Annan = actor:=annan (1)")]
    [InlineData("place:hom", "Place: Homs = place:syria/homs (2)")]
    [InlineData(
        "place:syria/ho", "Place: Homs = place:syria/homs (2)", "Place: Talkalakh = place:syria/homs/talkalakh (1)")]
    [InlineData("source:the", "Source: The Guardian = source:the-guardian (2)")]
    [InlineData("envoys me", "Title: Envoys meet \"at last\" = title:\"Envoys meet at last\" (1)")]
    [InlineData("title:brea", "Title: Bread = title:Bread (1)")]
    [InlineData("tripo", "Place: Tripoli = place:lebanon/tripoli (1)", "Place: Tripoli = place:libya/tripoli (1)")]
    [InlineData("zzz")]
    [InlineData("")]
    [InlineData("colour:re")]
    [InlineData("\"(((")]
    [InlineData("published:20")]
    public void Suggest_EndOfAQuery_IsCompleted(string text, params string[] expected) => Assert.Equal(
        expected,
        _archive.Suggest(text, 10).Select(found => $"{found.Kind}: {found.Label} = {found.Query} ({found.Count})"));

    [Theory]
    [InlineData("t")]
    [InlineData("an")]
    [InlineData("s")]
    [InlineData("envoys")]
    public void Suggest_AnyText_QueriesFindAsManyAsTheySay(string text)
    {
        var suggestions = _archive.Suggest(text, 50);
        Assert.NotEmpty(suggestions);
        Assert.Equal(suggestions, _archive.Suggest(text, 50));
        Assert.All(suggestions, found => Assert.Equal(
            (found.Query, found.Count),
            (found.Query, _archive.Search(new SearchRequest { Query = Query(found.Query), Limit = 0 }).Total)));
        Assert.Equal(suggestions.Take(1), _archive.Suggest(text, 1).Take(1));
    }

    [Fact]
    public void Suggest_VeryLongText_IsNothing() => Assert.Empty(_archive.Suggest(new string('a', 5000), 10));
}
