using Dateline.Summarize.Speech;

namespace Dateline.Summarize.Tests.Speech;

public sealed class SpeakerPhraseTests
{
    [Theory]
    [InlineData("a rebel commander")]
    [InlineData("police")]
    [InlineData("most economists surveyed in a poll on Friday")]
    [InlineData("people familiar with the matter")]
    [InlineData("two people familiar with the situation")]
    [InlineData("A chorus of prominent members")]
    [InlineData("the Foreign Ministry")]
    [InlineData("The head of the opposition Velm Council")]
    [InlineData("Numerous countries, including Norrland")]
    [InlineData("the department's statement")]
    [InlineData("a captured soldier quoted by the group")]
    [InlineData("Western and Norrland officials, concerned that stockpiles could fall into the hands of militants,")]
    [InlineData("UNICEF")]
    public void CanSpeak_NameRoleOrBody_IsTrue(string words) =>
        Assert.True(SpeakerPhrase.CanSpeak(words, isName: false));

    [Theory]
    [InlineData("Norrland continues to block a draft Security Council")]
    [InlineData("the problems from the company's debut prompted Velm")]
    [InlineData("The number of those surveyed")]
    [InlineData("glitches")]
    [InlineData("Superstorm Sandy")]
    [InlineData("tax returns")]
    [InlineData("The site's markets")]
    [InlineData("63 percent")]
    [InlineData("Norrland's worst flooding in 50 years contributed to Velm")]
    [InlineData("her campaign")]
    [InlineData("All")]
    [InlineData("others")]
    [InlineData("they manipulated a benchmark rate called Velm in an attempt to hide")]
    public void CanSpeak_ClauseThingOrNobody_IsFalse(string words) =>
        Assert.False(SpeakerPhrase.CanSpeak(words, isName: false));

    [Theory]
    [InlineData("Western officials, concerned that stockpiles could fall,", "Western officials")]
    [InlineData("Numerous countries, including Norrland,", "Numerous countries, including Norrland")]
    [InlineData("fellow oil majors Velm ( VLM.L ) and Norr (NRR.MI)", "fellow oil majors Velm and Norr")]
    [InlineData("Norrland on Sunday strongly criticised", "Norrland")]
    public void Shown_LeavesOutWhatIsNoName(string words, string shown) =>
        Assert.Equal(shown, SpeakerPhrase.Shown(words));

    [Theory]
    [InlineData(", 47, owner of the harbour hotel", "owner of the harbour hotel")]
    [InlineData(", a founder of Velm Ltd ( VLM.L ), a fund that buys boats", "a founder of Velm Ltd")]
    [InlineData("his spokesman", "spokesman")]
    [InlineData(", shortly after winning the election", null)]
    [InlineData(", speaking to reporters", null)]
    [InlineData("UBS's", null)]
    [InlineData("Mrs.", null)]
    [InlineData("many tax experts, including Mr.", null)]
    public void Role_IsTheRoleAlone(string words, string? role) => Assert.Equal(role, SpeakerPhrase.Role(words));

    [Theory]
    [InlineData("", true)]
    [InlineData("Prime Minister", true)]
    [InlineData("its chief executive,", true)]
    [InlineData("Minister of Defence", true)]
    [InlineData("a spokesman for", false)]
    [InlineData("a lawyer of", false)]
    [InlineData("many experts, including Mr.", false)]
    [InlineData("Velm Group, which sells", false)]
    public void Introduces_TellsWhetherTheNameSpeaks(string before, bool speaks) =>
        Assert.Equal(speaks, SpeakerPhrase.Introduces(before));

    [Fact]
    public void AnyWords_AreReadWithoutFailure()
    {
        var random = new Random(3);
        string[] pieces = ["'s", "’s", ",", "(", ")", "A.B", "of", "the", "Velm", "said", ";", "-", "(V.L)", "-s",
            "63", "including", "its"];
        for (var run = 0; run < 5000; run++)
        {
            var words =
                string.Join(' ', Enumerable.Range(0, random.Next(7)).Select(_ => pieces[random.Next(pieces.Length)]));
            _ = SpeakerPhrase.CanSpeak(words, random.Next(2) == 0);
            _ = SpeakerPhrase.Shown(words);
            _ = SpeakerPhrase.Role(words);
            _ = SpeakerPhrase.Introduces(words);
            _ = SpeakerPhrase.Describes(words);
        }
    }
}
