using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Tests.Evidence;

public sealed class SentenceRulesTests
{
    [Theory]
    [InlineData("The council of the harbour town met on Friday.")]
    [InlineData("“Nobody was hurt in the harbour,” mayor Anna Berg said.")]
    [InlineData("200 people waited at the gates of the port.")]
    [InlineData("“Nobody fished in our harbour,” mayor Anna Berg said.")]
    [InlineData("'Nobody fished in our harbour', mayor Anna Berg said.")]
    [InlineData("World War I left the harbour of the town in ruins.")]
    public void StandsAlone_WholeSentence_True(string sentence) => Assert.True(SentenceRules.StandsAlone(sentence));

    [Theory]
    [InlineData("He met the council of the harbour town on Friday.")]
    [InlineData("But the council of the harbour town met on Friday.")]
    [InlineData("Too short to say much.")]
    [InlineData("A headline without a final stop in the harbour town")]
    [InlineData("“Nobody was hurt in the harbour,” he said on Friday morning.")]
    [InlineData("“Nobody was hurt in the harbour of our town on Friday.")]
    [InlineData("Nobody was hurt in the harbour of our town on Friday.”")]
    [InlineData("“Nobody was hurt in the harbour of our town on Friday.”")]
    [InlineData("The harbour of the town is where I spent a week in June.")]
    [InlineData("Ships of the harbour are dear, as you know, to the council.")]
    [InlineData("The minister, our neighbour in the harbour, met the council.")]
    [InlineData("and went on to the next town, a clerk of the harbour said.")]
    public void StandsAlone_FragmentOrReference_False(string sentence) =>
        Assert.False(SentenceRules.StandsAlone(sentence));

    [Theory]
    [InlineData("Norrland cannot independently confirm the figures.", true)]
    [InlineData("The report could not be verified.", true)]
    [InlineData("The ministry confirmed the figures on Friday.", false)]
    [InlineData("Kestrel was unable to verify the footage.", true)]
    [InlineData("Many investors were unable to confirm their trades.", false)]
    [InlineData("A spokesman said he could not immediately confirm where the chairman was.", false)]
    public void SaysUnconfirmed_TellsDoubtFromFact(string sentence, bool doubtful) =>
        Assert.Equal(doubtful, SentenceRules.SaysUnconfirmed(sentence));
}
