using Dateline.Search.Names;
using Dateline.Summarize.Speech;
using Xunit;

namespace Dateline.Summarize.Tests.Speech;

public class SpeechScoresTests
{
    private const string Text =
        "“The strikes will go on,” said Anna Kovac, a spokeswoman for the union, adding that talks had failed.\n\n" +
        "According to the ministry, which denied the report, nobody was told that the army had left the city.";

    [Fact]
    public void Of_AnyOrderOfChoices_IsTheScoreOfAllFeatures()
    {
        var random = new Random(3);
        var weights = new sbyte[1 << 12];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (sbyte)random.Next(-127, 128);
        var model = new SpeechModel(new sbyte[SpeechModel.Layouts], weights, new sbyte[1], new sbyte[1],
            new Dictionary<uint, byte> { [SpeechText.Hash("said")] = 7, [SpeechText.Hash("denied")] = 5 });
        var text = SpeechText.Read(Text, NameTagger.Default, model.Cues);
        var unit = new SpeechUnitView();
        var scores = new SpeechScores(model);
        var rows = new uint[SpeechFeatures.Most];
        foreach (var one in text.Units)
        {
            unit.Load(text, one);
            scores.Load(unit);
            for (var round = 0; round < 2000; round++)
            {
                var choice = (SpeechChoice)random.Next(7);
                var layout = (SpeechLayout)random.Next(1, 4);
                int cue = random.Next(3), anchor = random.Next(unit.Count + 1), at = random.Next(-1, unit.Count + 1);
                var count = SpeechFeatures.Position(unit, choice, layout, cue, anchor, at, rows);
                Assert.Equal(model.Position(rows.AsSpan(0, count)), scores.Of(choice, layout, cue, anchor, at));
            }
        }
    }

    [Fact]
    public void Clauses_AfterAConjunction_TellWhetherTheVerbHasASubjectOfItsOwn()
    {
        var without = Follows("He said it was opposed to the test and warned of a response.", "and");
        var with = Follows("He said it was opposed to the test and the army warned of a response.", "and");
        Assert.Equal(1u, (without >> 4) & 3);
        Assert.Equal(2u, (with >> 4) & 3);
    }

    [Fact]
    public void IsPassive_OfActiveAndPassiveVerbs_TellsThemApart()
    {
        Assert.True(IsPassive("The reporters were told nothing.", "told"));
        Assert.False(IsPassive("The minister told the reporters nothing.", "told"));
    }

    private static uint Follows(string text, string word)
    {
        var unit = Unit(text);
        return unit.Clauses.Follows(At(unit, word));
    }

    private static bool IsPassive(string text, string word)
    {
        var unit = Unit(text);
        return SpeechClauses.IsPassive(unit.Tokens, At(unit, word));
    }

    private static SpeechUnitView Unit(string text)
    {
        var unit = new SpeechUnitView();
        var read = SpeechText.Read(text, NameTagger.Default, new Dictionary<uint, byte>());
        unit.Load(read, read.Units[0]);
        return unit;
    }

    private static int At(SpeechUnitView unit, string word)
    {
        for (var at = 0; at < unit.Count; at++)
        {
            if (unit.Word(at).SequenceEqual(word))
                return at;
        }

        throw new ArgumentException($"No word '{word}'.");
    }
}
