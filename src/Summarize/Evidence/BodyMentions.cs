using Dateline.Search.Articles;
using Dateline.Search.Text;

namespace Dateline.Summarize.Evidence;

/// <summary>
/// What an article's body names, in text order, so that asking sentence by sentence costs no more than one walk. Ask
/// for spans in text order; not thread-safe.
/// </summary>
internal sealed class BodyMentions
{
    private readonly List<(int Start, int End, string Value)> _names = [];
    private readonly List<EventDate> _dates;
    private int _nextName;
    private int _nextDate;

    public BodyMentions(Article article)
    {
        foreach (var actor in article.Actors) AddNames(actor.Mentions, "actor:" + actor.Id);
        foreach (var place in article.Places) AddNames(place.Mentions, "place:" + place.Path);
        _names.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        _dates = [.. article.EventDates.Where(static date => date.Evidence.Field == EvidenceField.Body)
            .OrderBy(static date => date.Evidence.Start)];
    }

    /// <summary>Actors and places named wholly inside a span, by facet value.</summary>
    public HashSet<string> NamesIn(TextSpan span)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        while (_nextName < _names.Count && _names[_nextName].Start < span.Start) _nextName++;
        for (var k = _nextName; k < _names.Count && _names[k].Start < span.End; k++)
            if (_names[k].End <= span.End) found.Add(_names[k].Value);
        return found;
    }

    /// <summary>Dates named wholly inside a span, in text order.</summary>
    public IReadOnlyList<EventDate> DatesIn(TextSpan span)
    {
        while (_nextDate < _dates.Count && _dates[_nextDate].Evidence.Start < span.Start) _nextDate++;
        List<EventDate> found = [];
        for (var k = _nextDate; k < _dates.Count && _dates[k].Evidence.Start < span.End; k++)
            if (_dates[k].Evidence.End <= span.End) found.Add(_dates[k]);
        return found;
    }

    private void AddNames(IReadOnlyList<Search.Articles.Evidence> mentions, string value)
    {
        foreach (var mention in mentions)
            if (mention.Field == EvidenceField.Body) _names.Add((mention.Start, mention.End, value));
    }
}
