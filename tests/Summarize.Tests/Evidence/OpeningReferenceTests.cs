using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Tests.Evidence;

public sealed class OpeningReferenceTests
{
    [Theory]
    [InlineData("He met the council of the harbour town on Friday.")]
    [InlineData("The group said it would hold its fire for a week.")]
    [InlineData("The attack killed nine people in the market.")]
    [InlineData("Meanwhile that did not stop the dockers from talking.")]
    [InlineData("On Monday, he told the council that the port would stay closed.")]
    [InlineData("The two men were taken to the prison of the harbour town.")]
    [InlineData("The latter has never been seen in the harbour town.")]
    [InlineData("Later, they set fire to a warehouse of the port.")]
    [InlineData("These claims were denied by the army of the north.")]
    public void In_OpeningThatMeansSomethingBefore_True(string sentence) => Assert.True(OpeningReference.In(sentence));

    [Theory]
    [InlineData("The council of the harbour town met on Friday.")]
    [InlineData("The attack on the town of Velm killed nine people.")]
    [InlineData("The group that holds the port said it would not leave.")]
    [InlineData("The group Harbour First said it would not leave the port.")]
    [InlineData("Meanwhile the ferry company offered new talks about wages.")]
    [InlineData("On Monday, Anna Berg told the council that the port would stay closed.")]
    [InlineData("Two men were taken to the prison of the harbour town.")]
    [InlineData("The harbour council said they had been told nothing.")]
    public void In_OpeningThatSaysWhoOrWhat_False(string sentence) => Assert.False(OpeningReference.In(sentence));
}
