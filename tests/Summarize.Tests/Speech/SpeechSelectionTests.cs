using Dateline.Search.Names;
using Dateline.Summarize.Speech;
using Xunit;

namespace Dateline.Summarize.Tests.Speech;

public class SpeechSelectionTests
{
    private const float Quoted = 0.4f, Reported = 0.3f;
    private static readonly SpeechModel Model =
        new([0, 0, 0, 0], [0], [0], [0], new Dictionary<uint, byte> { [1] = 1 });
    private readonly SpeechSelection _selection = new(Model);
    private readonly SpeechUnitView _unit = new();

    public SpeechSelectionTests()
    {
        var text = SpeechText.Read(
            "One two “three four five” six seven eight nine ten eleven “twelve thirteen” fourteen.",
            NameTagger.Default, Model.Cues);
        _unit.Load(text, text.Units[0]);
    }

    [Fact]
    public void Choose_RandomReadings_IsTheBestSetWithoutClash()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            List<SpeechDraft> drafts = [.. Enumerable.Range(0, random.Next(1, 11)).Select(_ => Reading(random))];
            var chosen = _selection.Choose(_unit, drafts, Quoted, Reported);
            Assert.All(chosen, one => Assert.DoesNotContain(chosen, other => other != one && one.Clashes(other)));
            Assert.Equal(Best(drafts, 0, []), chosen.Sum(Worth), 4);
        }
    }

    [Fact]
    public void Choose_TwoThatClashWithOneSurer_TakesTheTwo()
    {
        var wide = Reading(0, 0.8f, (3, 16));
        SpeechDraft[] narrow = [Reading(1, 0.7f, (8, 9)), Reading(2, 0.7f, (10, 12))];
        Assert.Equal(narrow, _selection.Choose(_unit, [wide, .. narrow], Quoted, Reported));
    }

    [Fact]
    public void Choose_ReadingsBelowWhatTheyMustReach_TakesNone()
    {
        List<SpeechDraft> weak = [Reading(0, 0.35f, (2, 7)), Reading(9, 0.25f, (10, 12))];
        Assert.Empty(_selection.Choose(_unit, weak, Quoted, Reported));
        Assert.Single(_selection.Choose(_unit, [Reading(0, 0.35f, (8, 10))], Quoted, Reported));
    }

    private SpeechDraft Reading(Random random)
    {
        int cue = random.Next(_unit.Count), from, to;
        do
        {
            from = random.Next(_unit.Count);
            to = random.Next(from + 1, Math.Min(_unit.Count, from + 6) + 1);
        }
        while (from <= cue && cue < to);
        return Reading(cue, random.NextSingle(), (from, to));
    }

    private static SpeechDraft Reading(int cue, float confidence, params (int From, int To)[] content) =>
        new(cue, SpeechLayout.After, content, 1, 0, null) { Confidence = confidence };

    private double Best(List<SpeechDraft> drafts, int next, List<SpeechDraft> taken)
    {
        if (next == drafts.Count)
            return taken.Sum(Worth);
        var without = Best(drafts, next + 1, taken);
        return taken.Exists(other => other.Clashes(drafts[next])) ? without
            : Math.Max(without, Best(drafts, next + 1, [.. taken, drafts[next]]));
    }

    private double Worth(SpeechDraft draft)
    {
        var quoted = Enumerable.Range(0, _unit.Count).Any(at => draft.Covers(at) && _unit.Tokens[at].Quotation > 0);
        return draft.Confidence - (quoted ? Quoted : Reported);
    }
}
