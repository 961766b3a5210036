using Dateline.Search.Archive;
using Dateline.Search.Articles;

namespace Dateline.Web.Markup;

/// <summary>What a piece of text is marked as; several may hold at once.</summary>
[Flags]
public enum Marks
{
    /// <summary>Plain text.</summary>
    None = 0,

    /// <summary>Inside the cited span.</summary>
    Cited = 1,

    /// <summary>A place mention.</summary>
    Place = 2,

    /// <summary>An actor mention.</summary>
    Actor = 4,

    /// <summary>A date expression.</summary>
    Date = 8,

    /// <summary>A match of the query.</summary>
    Match = 16,
}

/// <summary>A run of text under one set of marks.</summary>
/// <param name="Text">The words.</param>
/// <param name="Start">First unit in the whole text.</param>
/// <param name="Marks">What it is.</param>
/// <param name="Title">Explanation of the mention, or null.</param>
public sealed record Piece(string Text, int Start, Marks Marks, string? Title);

/// <summary>A span to mark.</summary>
internal sealed record Marking(int Start, int End, Marks Marks, string? Title = null);

/// <summary>Cuts text into runs, so that overlapping spans can be shown without nesting.</summary>
internal static class TextPieces
{
    /// <summary>The pieces of <c>text[start..end]</c>, in order; markings may overlap and reach outside.</summary>
    public static IReadOnlyList<Piece> Cut(string text, int start, int end, IReadOnlyList<Marking> markings)
    {
        var inside = markings.Where(marking => marking.Start < end && marking.End > start
            && marking.Start < marking.End).ToList();
        SortedSet<int> cuts = [start, end];
        foreach (var marking in inside)
        {
            cuts.Add(Math.Max(start, marking.Start));
            cuts.Add(Math.Min(end, marking.End));
        }

        List<Piece> pieces = [];
        var from = start;
        foreach (var to in cuts.Skip(1))
        {
            var covering = inside.Where(marking => marking.Start <= from && marking.End >= to).ToList();
            var marks = covering.Aggregate(Marks.None, (all, marking) => all | marking.Marks);
            var titles = covering.Select(marking => marking.Title).OfType<string>().Distinct().ToList();
            pieces.Add(new Piece(text[from..to], from, marks, titles.Count == 0 ? null : string.Join("; ", titles)));
            from = to;
        }

        return pieces;
    }

    /// <summary>The markings of search matches.</summary>
    public static IReadOnlyList<Marking> OfMatches(IEnumerable<HighlightSpan> matches) =>
        [.. matches.Select(match => new Marking(match.Start, match.End, Marks.Match))];

    /// <summary>Every mention in one field of an article.</summary>
    public static IReadOnlyList<Marking> OfMentions(Article article, EvidenceField field) =>
    [
        .. article.Places.SelectMany(place => place.Mentions
            .Where(mention => mention.Field == field)
            .Select(mention => new Marking(mention.Start, mention.End,
                Marks.Place, $"Place: {string.Join(" › ", place.Names)} ({mention.Rule})"))),
        .. article.Actors.SelectMany(actor => actor.Mentions
            .Where(mention => mention.Field == field)
            .Select(mention =>
                new Marking(mention.Start, mention.End, Marks.Actor, $"Actor: {actor.Name} ({mention.Rule})"))),
        .. article.EventDates
            .Where(date => date.Evidence.Field == field)
            .Select(date => new Marking(date.Evidence.Start, date.Evidence.End,
                Marks.Date, $"Date: {date.Date} ({date.Evidence.Rule})")),
    ];
}
