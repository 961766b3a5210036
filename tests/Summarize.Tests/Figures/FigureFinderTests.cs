using System.Globalization;
using Dateline.Summarize.Figures;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Tests.Figures;

public sealed class FigureFinderTests
{
    [Theory]
    [InlineData("At least 97 people were killed Monday, activists said.", "Killed 97.. people")]
    [InlineData("There were 30 deaths in Korvik, 21 in Velm and eight in the suburbs of Tarn.",
        "Killed 30..30 | Killed 21..21 | Killed eight")]
    [InlineData("He said only 37 “gunmen” and two civilians were killed in the operation.",
        "Killed 37..37 gunmen | Killed 2..2 civilians")]
    [InlineData("The group said more than 15,000 have died.", "Killed 15000.. ")]
    [InlineData("A bomb killed 12 people and wounded 30.", "Killed 12..12 people | Injured 30..30")]
    [InlineData("The attack left 12 dead and 30 wounded.", "Killed 12..12 | Injured 30..30")]
    [InlineData("Forces killed at least 70 people, more than 10 of them children.",
        "Killed 70.. people | part Killed 10.. children")]
    [InlineData("The death toll rose to 45 from 40.", "Killed 45..45")]
    [InlineData("The number of deaths has surpassed 14,000, most of them civilians.", "Killed 14000..")]
    [InlineData("Three of the 20 wounded later died.", "Killed 3..3 | Injured 20..20")]
    [InlineData("Police arrested between 15 and 20 demonstrators.", "Arrested 15..20 demonstrators")]
    [InlineData("Up to 7,000 people have left the city.", "Displaced ..7000 people")]
    [InlineData("Hundreds of families fled after the army swept in.", "Displaced 200..999 families")]
    [InlineData("Rebels kidnapped two dozen workers.", "Kidnapped 24..24 workers")]
    [InlineData("Six priests, their cook and her daughter were murdered.",
        "Killed 6..6 priests | uncounted Killed 1..1")]
    [InlineData("TWELVE SOLDIERS WERE KILLED AND SEVEN OTHERS WERE WOUNDED IN THE CLASH.",
        "Killed 12..12 SOLDIERS | Injured 7..7 OTHERS")]
    [InlineData("The war has claimed 162,402 lives.", "Killed 162402..162402 lives")]
    [InlineData("The massacre of more than 200 people shocked the region.", "Killed 200.. people")]
    [InlineData("The mayor was shot dead.", "uncounted Killed 1..1")]
    [InlineData("Ten people were killed or injured.", "Casualties 10..10 people")]
    [InlineData("The flood left 1,000 people dead or missing.", "Casualties 1000..1000 people")]
    [InlineData("Rebels launched 25 attacks on the pipeline.", "Events 25..25 attacks")]
    [InlineData("The quake cost an estimated one billion dlrs in damage.", "Money 1000000000..1000000000 $")]
    [InlineData("Parliament endorsed a 130 billion euro bailout.", "Money 130000000000..130000000000 €")]
    [InlineData("Insured losses of from $5 billion to $15 billion came with the storm.",
        "Money 5000000000..15000000000 $")]
    [InlineData("They agreed terms under the 130 billion euro bailout.", "Money 130000000000..130000000000 €")]
    [InlineData("The unrest has claimed the lives of over 50 people.", "Killed 50.. people")]
    [InlineData("Insured losses from the hurricane reached $5 billion.", "Money 5000000000..5000000000 $")]
    public void Find_NewsSentence_ReadsNumberNounAndFate(string body, string expected)
    {
        var found = Describe(body);
        foreach (var part in expected.Split(" | "))
            Assert.Contains(part.Replace("eight", "8..8", StringComparison.Ordinal).TrimEnd(), found,
                StringComparison.Ordinal);
        Assert.Equal(expected.Split(" | ").Length, found.Split(" | ").Length);
    }

    [Theory]
    [InlineData("The bomb could have killed 100 people.")]
    [InlineData("They threatened to kill five guards.")]
    [InlineData("Nobody was killed in the three storms that passed over 4 houses.")]
    [InlineData("Twelve gunmen killed the guard's dog in 2012.")]
    [InlineData("He was 65 and lived at number 12.")]
    [InlineData("The men were killed two days ago.")]
    [InlineData("Not a single person was killed.")]
    [InlineData("Some 3,000 people die in accidents there every year.")]
    [InlineData("That is an average of 12 deaths each day.")]
    [InlineData("We will have more than 12,000 murders by August.")]
    [InlineData("Inspectors found 409 safety violations.")]
    [InlineData("A man from Korvik, 1,100 km north of Velm, was shot dead.")]
    [InlineData("It said 18 of the prisoners captured in the battle were released.")]
    [InlineData("The bank restated losses of about 3 billion euros.")]
    [InlineData("The government set up a $700 billion rescue fund.")]
    [InlineData("The bank applied for 19 billion euros of state aid.")]
    [InlineData("Oil fell to around $100 a barrel after the damage.")]
    [InlineData("Shareholders are suing the firm for a record $67 billion in compensation.")]
    [InlineData("A $1 billion fine would hurt the bank.")]
    [InlineData("It sought budget cuts of 30 billion euros for the bailout.")]
    [InlineData("His total compensation was about $30 million.")]
    [InlineData("Ten buses arrived at 10:30 with 20 percent more passengers than in the year 1999.")]
    public void Find_NumbersThatCountNoVictims_GivesNoCountedFigure(string body) =>
        Assert.DoesNotContain(FigureFinder.Find(Make.Article("a", body)), static figure => !figure.IsUncounted);

    [Theory]
    [InlineData("A war that has lasted a decade has left 70,000 people dead.", FigureScope.Cumulative)]
    [InlineData("The civil war, in which more than 70,000 people have died, goes on.", FigureScope.Cumulative)]
    [InlineData("Three days of suicide attacks left at least 150 people dead.", FigureScope.Cumulative)]
    [InlineData("The number of civilians who have died since 2003 is 24,865.", FigureScope.Cumulative)]
    [InlineData("During October more than 350 people were killed.", FigureScope.Cumulative)]
    [InlineData("In only 3 months, 137 people were killed.", FigureScope.Cumulative)]
    [InlineData("It has killed 300 people over a 9-year period.", FigureScope.Cumulative)]
    [InlineData("A bomb killed 12 people in October.", FigureScope.Event)]
    [InlineData("It was the worst attack since 2003 and killed 12 people.", FigureScope.Event)]
    public void Find_OneEventOrALongerTime_TellsThemApart(string body, FigureScope scope) => Assert.Equal(scope,
        Assert.Single(FigureFinder.Find(Make.Article("a", body)),
            static figure => figure.Kind == FigureKind.Killed).Scope);

    [Fact]
    public void Find_AnyText_GivesExactSpansInsideTheSentenceAndEnds()
    {
        var random = new Random(7);
        string[] words =
        [
            "12", "killed", "people", ",", "and", "were", "wounded", "of", "at", "least", "more", "than", "dozens",
                "“", "”", "a",
            "hundred", "deaths", "toll", "rose", "to", "1,000", "-", "who", "including", "three", "them", ".", "😀",
                "fled", "\n\n", "was", "$5m",
        ];
        for (var round = 0; round < 300; round++)
        {
            var body = string.Join(' ', Enumerable.Range(0, random.Next(1, 60)).Select(_ =>
                words[random.Next(words.Length)])) + "x";
            foreach (var figure in FigureFinder.Find(Make.Article("a", body)))
            {
                Assert.InRange(figure.Value.Start, figure.Sentence.Start, figure.Sentence.End);
                Assert.InRange(figure.Value.End, figure.Value.Start + 1, figure.Sentence.End);
                Assert.InRange(figure.Trigger.End, figure.Trigger.Start + 1, figure.Sentence.End);
                Assert.True(figure.Low is not null || figure.High is not null);
                Assert.False(figure.Low > figure.High);
            }
        }
    }

    private static string Describe(string body) =>
        string.Join(" | ", FigureFinder.Find(Make.Article("a", body)).Select(static figure =>
        string.Create(CultureInfo.InvariantCulture,
            $"{(figure.IsUncounted ? "uncounted " : "")}{(figure.IsPart ? "part " : "")}{figure.Kind} "
                + $"{figure.Low}..{figure.High} {figure.What}")));
}
