namespace Dateline.Eval.Timelines;

/// <summary>A timeline: sentences by day.</summary>
internal sealed class DatedSummaries
{
    private readonly SortedDictionary<DateOnly, List<string>> _days = [];

    public IReadOnlyCollection<DateOnly> Days => _days.Keys;

    public int Sentences => _days.Values.Sum(static sentences => sentences.Count);

    public IReadOnlyList<string> this[DateOnly day] => _days[day];

    public void Add(DateOnly day, IEnumerable<string> sentences)
    {
        if (!_days.TryGetValue(day, out var list)) _days.Add(day, list = []);
        list.AddRange(sentences);
    }

    /// <summary>Sentences a day, rounded to even at halves as Python does: the length a system is given.</summary>
    public int SentencesPerDay =>
        Math.Max(1, (int)Math.Round((double)Sentences / Math.Max(1, _days.Count), MidpointRounding.ToEven));

    /// <summary>The part whose days satisfy a condition.</summary>
    public DatedSummaries Where(Func<DateOnly, bool> keep)
    {
        var part = new DatedSummaries();
        foreach (var (day, sentences) in _days)
            if (keep(day)) part.Add(day, sentences);
        return part;
    }
}
