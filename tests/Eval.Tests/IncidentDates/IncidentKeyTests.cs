using Dateline.Eval.IncidentDates;
using Dateline.Search.Articles;

namespace Dateline.Eval.Tests.IncidentDates;

public sealed class IncidentKeyTests
{
    [Theory]
    [InlineData("30 DEC 89", "1989-12-30/1989-12-30")]
    [InlineData("08 JAN 90 - 09 JAN 90", "1990-01-08/1990-01-09")]
    [InlineData("- 08 JAN 90", "..1990-01-08")]
    [InlineData("(- 29 MAR 89) / (28 MAR 89 - 29 MAR 89)", "..1989-03-29 1989-03-28/1989-03-29")]
    [InlineData("03 MARCH 90", "1990-03-03/1990-03-03")]
    [InlineData("OCT 18", "1989-10-18/1989-10-18")]
    [InlineData("JAN 90", "")]
    public void Slot_OfAKeyTemplate_IsReadAsItsAlternatives(string slot, string expected)
    {
        var keys = IncidentKey.Parse(slot, 1989).Select(key =>
            key.Open ? $"..{key.Last:yyyy-MM-dd}" : $"{key.First:yyyy-MM-dd}/{key.Last:yyyy-MM-dd}");
        Assert.Equal(expected, string.Join(' ', keys));
    }

    [Fact]
    public void Span_HasItsDays_ButNotALongerRange()
    {
        var key = IncidentKey.Parse("08 JAN 90 - 09 JAN 90", null)[0];
        Assert.True(key.Has(DateRange.OfDay(new DateOnly(1990, 1, 9))));
        Assert.False(key.Has(DateRange.OfMonth(1990, 1)));
    }
}
