using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Tests.Evidence;

public sealed class BoilerplateTests
{
    [Theory]
    [InlineData("(Reporting by Anna Berg in Korvik; Editing by Piet Holm)")]
    [InlineData("Norrland's Anna Berg contributed to this report from Korvik.")]
    [InlineData("Mayor Anna Berg (L) greets a docker in the port of Korvik.")]
    [InlineData("A docker is seen in the port of Korvik during the long strike.")]
    [InlineData("Read more about the strike in the port of Korvik on our site.")]
    [InlineData("Write to the author at anna.berg@norrland.example with your comments.")]
    [InlineData("DEBT ISSUES: January 27 - Auction of 11 billion crowns of short-term bills.")]
    [InlineData("This story has been updated with the comments of the mayor.")]
    public void Is_CreditCaptionOrCall_True(string sentence) => Assert.True(Boilerplate.Is(sentence));

    [Theory]
    [InlineData("The mayor left the port of Korvik on Friday after a quarrel.")]
    [InlineData("Photographers who saw the attack on the port said it was over in minutes.")]
    [InlineData("The council will publish its report on the strike next week.")]
    public void Is_News_False(string sentence) => Assert.False(Boilerplate.Is(sentence));
}
