using System.Globalization;

namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>
/// Documents of few words, alike and strange ones, with empty and very long texts, words repeated hundreds of times,
/// missing values, extreme numbers and labels that need escaping: what a real corpus has too little of.
/// </summary>
internal sealed class RandomStories(int seed)
{
    private static readonly string[] Odd =
    [
        "the", "of", "to", "é", "naïve", "straße", "İstanbul", "中文", "東京", "😀", "don't", "O'Neill's", "u.s.", "3.14",
        "1,000", "x", "a1b2",
    ];

    private readonly Random _random = new(seed);
    private string[] _words = [];

    public IReadOnlyList<Story> Make(int count)
    {
        _words = [.. Enumerable.Range(0, 30 + _random.Next(600)).Select(_ => Word()), .. Odd];
        return [.. Enumerable.Range(0, count).Select(Story)];
    }

    private Story Story(int number) => new(
        $"r{number}", Text(_random.Next(10) == 0 ? 0 : _random.Next(1, 9)), Text(Length()),
        Date(), Labels("p", 40, 4), Labels("a", 400, 6))
    {
        Number = _random.Next(5) == 0 ? null : Number(),
        Points = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Number())],
    };

    private string? Date() => _random.Next(8) == 0 ? null : new DateOnly(1900, 1, 1)
        .AddDays(_random.Next(_random.Next(2) == 0 ? 30 : 60_000)).ToString("O", CultureInfo.InvariantCulture);

    private int Length() => _random.Next(40) switch { 0 => 0, 1 => 3000, 2 => 1, _ => _random.Next(2, 150) };

    // Not the two ends: to Lucene's sort they are missing values.
    private long Number() => _random.Next(4) switch
    {
        0 => _random.Next(10),
        1 => _random.NextInt64(long.MinValue + 2, long.MaxValue - 2),
        2 => _random.Next(2) == 0 ? long.MinValue + 1 : long.MaxValue - 1,
        _ => _random.Next(-100_000, 100_000) * 86_400L,
    };

    private string Text(int words)
    {
        var text = new List<string>();
        while (text.Count < words)
        {
            var word = _words[(int)(_words.Length * Math.Pow(_random.NextDouble(), 2))];
            var times = _random.Next(60) == 0 ? Math.Min(words - text.Count, _random.Next(1, 700)) : 1;
            text.AddRange(Enumerable.Repeat(word, times));
            if (_random.Next(12) == 0) text[^1] += ".";
        }

        return string.Join(' ', text);
    }

    // Few letters, so that words are near one another and share beginnings.
    private string Word() =>
        string.Concat(Enumerable.Range(0, _random.Next(1, 9)).Select(_ => "abcdest"[_random.Next(7)]));

    private string[] Labels(string stem, int different, int most) => [.. Enumerable.Range(0,
        _random.Next(most)).Select(_ =>
    {
        var n = (int)(different * _random.NextDouble() * _random.NextDouble());
        return (n % 7) switch
        {
            0 => $"{stem}{n / 20}/{n}",
            1 => $"{stem}{n / 50}/{n / 10}/{n}",
            2 => $"{stem} \u001F{n}\u001E\"é",
            _ => $"{stem}{n}",
        };
    }).Distinct()];
}
