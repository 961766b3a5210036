using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Tests.Evidence;

public sealed class SubheadingTests
{
    [Theory]
    [InlineData("RISING ORDERS The yard of Velm has sold nine ships.", "The yard")]
    [InlineData("\"A TERRIBLE IDEA\" To date nobody has asked the council.", "To date")]
    [InlineData("WHO PAYS NOW \"Nobody knows,\" a clerk said.", "\"Nobody")]
    public void LengthIn_HeadingInCapitals_IsLeftOut(string sentence, string rest) =>
        Assert.StartsWith(rest, sentence[Subheading.LengthIn(sentence)..], StringComparison.Ordinal);

    [Theory]
    [InlineData("U.S. NATO Secretary Anna Berg met the council.")]
    [InlineData("UNICEF said the wells of Velm were dry.")]
    [InlineData("BBC TV reported the fire of Velm.")]
    [InlineData("The ORDERS of the yard rose.")]
    [InlineData("ALL CAPITALS TO THE END.")]
    [InlineData("")]
    public void LengthIn_NamesInCapitals_Stay(string sentence) => Assert.Equal(0, Subheading.LengthIn(sentence));
}
