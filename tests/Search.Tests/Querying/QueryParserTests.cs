using Dateline.Search.Querying;

namespace Dateline.Search.Tests.Querying;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("*", "")]
    [InlineData("peace talks", "peace talks")]
    [InlineData("peace AND talks", "peace talks")]
    [InlineData("+peace +talks", "peace talks")]
    [InlineData("peace OR talks", "peace OR talks")]
    [InlineData("(peace)", "peace")]
    [InlineData("a (b c) d", "a b c d")]
    [InlineData("a b OR c", "(a b) OR c")]
    [InlineData("a (b OR c)", "a (b OR c)")]
    [InlineData("a OR (b OR c)", "a OR b OR c")]
    [InlineData("NOT iraq", "-iraq")]
    [InlineData("NOT -iraq", "iraq")]
    [InlineData("talks -(iraq OR iran)", "talks -(iraq OR iran)")]
    [InlineData("“civil  war”", "\"civil war\"")]
    [InlineData("negotiat*", "negotiat*")]
    [InlineData("al-Assad U.N. 20:47 o'clock", "al-Assad U.N. 20:47 o'clock")]
    [InlineData("place:Syria/Homs", "place:syria/homs")]
    [InlineData("PLACE:syria", "place:syria")]
    [InlineData("place:\"Deir Ezzor\"", "place:deir-ezzor")]
    [InlineData("actor:\"Kofi Annan\"", "actor:kofi-annan")]
    [InlineData("actor:=lavrov", "actor:=lavrov")]
    [InlineData("source:“The Guardian”", "source:the-guardian")]
    [InlineData("place:(syria/homs OR lebanon)", "place:(syria/homs OR lebanon)")]
    [InlineData("place:(syria OR syria)", "place:syria")]
    [InlineData("-place:iraq", "-place:iraq")]
    [InlineData("place:none", "is:unplaced")]
    [InlineData("published:none", "is:undated")]
    [InlineData("-is:undated", "is:dated")]
    [InlineData("is:placed", "is:placed")]
    [InlineData("published:(2012 OR none)", "published:(2012 OR none)")]
    [InlineData("actor:none", "actor:none")]
    [InlineData("published:2012-06..2012-07", "published:2012-06..2012-07")]
    [InlineData("published:2012-06-01..2012-07-31", "published:2012-06..2012-07")]
    [InlineData("published:2012-01-01..2012-12-31", "published:2012")]
    [InlineData("event:2012-07-16..2012-07-16", "event:2012-07-16")]
    [InlineData("added:2012-06..", "added:2012-06..")]
    [InlineData("published:..2012", "published:..2012")]
    [InlineData("title:(peace OR \"cease fire\" OR truc*)", "title:(peace OR \"cease fire\" OR truc*)")]
    [InlineData("\"OR\"", "\"OR\"")]
    [InlineData("a OR *", "a OR *")]
    public void Parse_Valid_GivesCanonicalText(string text, string canonical)
    {
        var result = ArchiveQuery.Parse(text);
        Assert.Empty(result.Errors);
        Assert.Equal(canonical, result.Query!.Canonical);
        Assert.Equal(result.Query, ArchiveQuery.Parse(canonical).Query);
    }

    [Theory]
    [InlineData("syria plcae:homs", "unknown-field", 6, "place")]
    [InlineData("outlet:cnn", "unknown-field", 0, "source")]
    [InlineData("date:2012", "unknown-field", 0, "published")]
    [InlineData("zzzzzz:1", "unknown-field", 0, null)]
    [InlineData("Syria: history", "unknown-field", 0, null)]
    [InlineData("say \"peace", "unbalanced-quote", 4, "say \"peace\"")]
    [InlineData("(a b", "unbalanced-parenthesis", 0, null)]
    [InlineData("a) b", "unbalanced-parenthesis", 1, null)]
    [InlineData("a ()", "empty-group", 2, null)]
    [InlineData("\"\"", "empty-phrase", 0, null)]
    [InlineData("place:", "empty-value", 0, null)]
    [InlineData("place: homs", "empty-value", 0, null)]
    [InlineData("place:()", "empty-value", 0, null)]
    [InlineData("place:///", "empty-value", 6, null)]
    [InlineData("place:(syria iraq)", "bad-value", 13, null)]
    [InlineData("place:hom*", "bad-wildcard", 6, "hom")]
    [InlineData("a*b", "bad-wildcard", 1, "ab*")]
    [InlineData("published:July", "bad-date", 10, null)]
    [InlineData("published:2012-13", "bad-date", 10, null)]
    [InlineData("event:2012-02-30", "bad-date", 6, null)]
    [InlineData("published:..", "bad-date", 10, null)]
    [InlineData("published:2012-07..2012-06", "bad-date", 10, null)]
    [InlineData("peace AND", "dangling-operator", 6, null)]
    [InlineData("OR peace", "dangling-operator", 0, null)]
    [InlineData("peace OR OR talks", "dangling-operator", 6, null)]
    [InlineData("(a OR )", "dangling-operator", 3, null)]
    [InlineData("peace NOT", "dangling-operator", 6, null)]
    [InlineData("peace - talks", "dangling-operator", 6, null)]
    [InlineData("is:undatd", "bad-value", 3, "undated")]
    [InlineData("is:big", "bad-value", 3, null)]
    public void Parse_Invalid_GivesErrorWithPositionAndSuggestion(
        string text, string code, int position, string? suggestion)
    {
        var result = ArchiveQuery.Parse(text);
        Assert.Null(result.Query);
        var error = result.Errors[0];
        Assert.Equal((code, position, suggestion), (error.Code, error.Position, error.Suggestion));
        Assert.Contains(
            position.ToString(System.Globalization.CultureInfo.InvariantCulture),
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_UnknownField_MessageNamesFieldPositionAndSuggestion() => Assert.Equal(
        "unknown field 'plcae' at 6: did you mean 'place'?",
        ArchiveQuery.Parse("syria plcae:homs").Errors[0].Message);

    [Fact]
    public void Parse_SeveralErrors_AreAllReportedInTextOrder()
    {
        var errors = ArchiveQuery.Parse("plcae:homs published:soon actr:annan").Errors;
        Assert.Equal(["unknown-field", "bad-date", "unknown-field"], errors.Select(error => error.Code));
    }

    [Fact]
    public void Parse_BeyondBounds_IsRefused()
    {
        Assert.Equal("too-long", ArchiveQuery.Parse(new string('a', ArchiveQuery.MaxLength + 1)).Errors[0].Code);
        Assert.NotNull(ArchiveQuery.Parse(new string('a', ArchiveQuery.MaxLength)).Query);
        Assert.Equal("too-deep", ArchiveQuery.Parse(new string('(', 51) + "a" + new string(')', 51)).Errors[0].Code);
        Assert.NotNull(ArchiveQuery.Parse(new string('(', 50) + "a" + new string(')', 50)).Query);
        Assert.Equal("too-deep", ArchiveQuery.Parse(new string('-', 3000) + "a").Errors[0].Code);
        Assert.Equal(
            "too-many-clauses", ArchiveQuery.Parse(string.Join(' ', Enumerable.Repeat("a", 501))).Errors[0].Code);
        Assert.NotNull(ArchiveQuery.Parse(string.Join(' ', Enumerable.Repeat("a", 500))).Query);
        Assert.Equal(
            "too-many-clauses",
            ArchiveQuery.Parse($"place:({string.Join(" OR ", Enumerable.Repeat("a", 501))})").Errors[0].Code);
    }

    [Fact]
    public void Parse_CanonicalBeyondBounds_IsRefusedToo()
    {
        var nested = string.Concat(Enumerable.Repeat("(a OR b ", 40)) + "c" + new string(')', 40);
        Assert.Equal("too-deep", ArchiveQuery.Parse(nested).Errors[0].Code);
    }

    [Theory]
    [InlineData("peace or war", "lower-case-operator", 6)]
    [InlineData("peace not war", "lower-case-operator", 6)]
    [InlineData("a OR b place:syria", "mixed-operators", 0)]
    public void Parse_Doubtful_Warns(string text, string code, int position)
    {
        var result = ArchiveQuery.Parse(text);
        Assert.NotNull(result.Query);
        var warning = Assert.Single(result.Warnings);
        Assert.Equal((code, position), (warning.Code, warning.Position));
    }

    [Theory]
    [InlineData("(a b) OR c")]
    [InlineData("a OR b")]
    [InlineData("or")]
    public void Parse_Clear_DoesNotWarn(string text) => Assert.Empty(ArchiveQuery.Parse(text).Warnings);
}
