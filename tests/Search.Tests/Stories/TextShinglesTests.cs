using Dateline.Search.Stories;

namespace Dateline.Search.Tests.Stories;

public sealed class TextShinglesTests
{
    [Fact]
    public void Of_SameWordsOtherPunctuation_IsTheSameSet()
    {
        var one = TextShingles.Of("The ferry sank on Monday night, police said.");
        var other = TextShingles.Of("the FERRY sank — on Monday night; “police” said");

        Assert.Equal(4, one.Count);
        Assert.Equal(4, one.SharedWith(other));
        Assert.Equal(one.Anchors, other.Anchors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("four words are few")]
    [InlineData("… — !")]
    public void Of_FewWords_HasNone(string text) => Assert.Equal(0, TextShingles.Of(text).Count);

    [Fact]
    public void SharedWith_RandomTexts_IsWhatSetsSay()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var (one, other) = (Words(random, 60), Words(random, 60));

            var shared = TextShingles.Of(string.Join(' ', one)).SharedWith(TextShingles.Of(string.Join(' ', other)));

            Assert.Equal(Runs(one).Intersect(Runs(other)).Count(), shared);
        }
    }

    [Fact]
    public void Anchors_OfTextsWithALongRunInCommon_MeetInIt()
    {
        var random = new Random(9);
        for (var round = 0; round < 200; round++)
        {
            var common = Enumerable.Range(0, 44).Select(k => $"c{round}x{k}").ToArray();
            var one = TextShingles.Of(string.Join(' ', [.. Words(random, 90), .. common, .. Words(random, 50)]));
            var other = TextShingles.Of(string.Join(' ', [.. Words(random, 20), .. common, .. Words(random, 120)]));

            Assert.NotEmpty(one.Anchors.Intersect(other.Anchors));
        }
    }

    [Fact]
    public void Anchors_OfALongText_AreFew()
    {
        var text = TextShingles.Of(string.Join(' ', Enumerable.Range(0, 2000).Select(static k => $"w{k}")));

        Assert.InRange(text.Anchors.Count, 60, 150);
    }

    private static string[] Words(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => ((char)('a' + random.Next(2))).ToString())];

    private static HashSet<string> Runs(string[] words) =>
        [.. Enumerable.Range(0, words.Length - TextShingles.Words + 1)
            .Select(k => string.Join(' ', words[k..(k + TextShingles.Words)]))];
}
