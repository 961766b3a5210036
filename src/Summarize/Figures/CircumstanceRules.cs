using Dateline.Search.Articles;
using Dateline.Search.Text;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>
/// Gives the figures of one article their scope, date and place: what stands nearest in the sentence, else what the
/// figure before it in the same paragraph has, else (for the place) the article's main place.
/// </summary>
internal sealed class CircumstanceRules
{
    private readonly FigureText _text;
    private readonly List<EventDate> _dates;
    private readonly List<(ArticlePlace Place, TextSpan Span)> _places;
    private readonly ArticlePlace? _mainPlace;

    /// <summary>Prepares an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="text">Its body.</param>
    /// <param name="bodyStart">Unit where the report begins, after a dateline.</param>
    public CircumstanceRules(Article article, FigureText text, int bodyStart)
    {
        _text = text;
        _dates = [.. article.EventDates.Where(date => date.Evidence.Field == EvidenceField.Body
            && date.Evidence.Start >= bodyStart)];
        _places = [.. article.Places
            .SelectMany(place => place.Mentions
                .Where(mention => mention.Field == EvidenceField.Body && mention.Start >= bodyStart)
                .Select(mention => (Place: place, Span: new TextSpan(mention.Start, mention.End))))
            .OrderBy(static pair => pair.Span.Start)];
        _mainPlace = Main(article.Places);
    }

    /// <summary>The figures, in text order, with their circumstances.</summary>
    public List<Figure> Complete(IReadOnlyList<Figure> figures)
    {
        var complete = new List<Figure>(figures.Count);
        for (var index = 0; index < figures.Count; index++)
        {
            var figure = figures[index];
            var next = index + 1 < figures.Count && figures[index + 1].Sentence == figure.Sentence
                ? figures[index + 1].Value.Start : figure.Sentence.End;
            var before = complete.Count > 0 && SameParagraph(complete[^1].Sentence, figure.Sentence) ? complete[^1]
                : null;
            complete.Add(Complete(figure, next, before));
        }

        return complete;
    }

    private Figure Complete(Figure figure, int next, Figure? before)
    {
        var (from, to) = (_text.TokenAt(figure.Sentence.Start), _text.TokenAt(figure.Sentence.End));
        var scope = ScopeRules.Of(_text, _text.TokenAt(figure.Value.Start), from, to, out var since);
        var inside = _dates.Where(date => Inside(date.Evidence, figure.Sentence)).ToList();
        var date = scope == FigureScope.Cumulative
            ? since < 0 ? null : inside.Where(date => date.Evidence.Start >= _text[since].Start).MinBy(static date =>
                date.Evidence.Start)
            : inside.Where(date => !IsSpeechDate(date)).MinBy(date =>
                Distance(new TextSpan(date.Evidence.Start, date.Evidence.End), figure));
        if (scope == FigureScope.Event && date is { Date.Precision: DatePrecision.Year }
            && date.Evidence.Quote.Contains("year", StringComparison.OrdinalIgnoreCase))
            scope = FigureScope.Cumulative;
        if (scope == FigureScope.Event && date is null && IsRunningToll(figure, before)) scope = FigureScope.Cumulative;
        var sameKind = before is not null && before.Kind == figure.Kind && before.Scope == scope;
        var near = Near(figure, next);
        return figure with
        {
            Scope = scope,
            IsWindow = since >= 0 && !_text.Is(since, "since"),
            Date = date ?? (sameKind ? before!.Date : null),
            Place = near ?? (before is not null && before.PlaceIsNear ? before.Place : _mainPlace),
            PlaceIsNear = near is not null,
        };
    }

    // "the death toll from the crisis has reached 15,000 … the number of deaths has surpassed 14,000"
    private bool IsRunningToll(Figure figure, Figure? before)
    {
        var (first, next) = (_text.TokenAt(figure.Trigger.Start), _text.TokenAt(figure.Sentence.End));
        var toll = _text.IsA(first + 1, WordClass.Toll) || _text.IsA(first - 2, WordClass.Toll)
            || _text.IsA(first, WordClass.Toll);
        if (!toll) return false;
        if (before is { Scope: FigureScope.Cumulative } && before.Kind == figure.Kind) return true;
        for (var at = _text.TokenAt(figure.Sentence.Start); at < next; at++)
            if (_text.Word(at) is "conflict" or "war" or "uprising") return true;
        return false;
    }

    // After the number and before the next, else the nearest before it, else anywhere in the sentence.
    private ArticlePlace? Near(Figure figure, int next)
    {
        var named = _places.FindAll(pair => pair.Span.Start >= figure.Sentence.Start
            && pair.Span.End <= figure.Sentence.End
            && !IsDescription(pair.Place, pair.Span));
        var inside = named.FindAll(pair => IsLocative(pair.Span));
        foreach (var (place, span) in inside)
            if (span.Start >= figure.Value.End && span.Start < next) return place;
        if (inside.Count == 0) inside = named.FindAll(pair => pair.Place.Kind > PlaceKind.Country
            && !IsElsewhere(pair.Span));
        return inside.Count == 0 ? null : inside.MinBy(pair => Distance(pair.Span, figure)).Place;
    }

    // "the U.S. airline": where somebody is from.
    private bool IsDescription(ArticlePlace place, TextSpan span)
    {
        var next = _text.TokenAt(span.End);
        return place.Kind is PlaceKind.Country && _text.IsWord(next) && _text[next].Start <= span.End + 1
            && char.IsLower(_text.Source[_text[next].Start])
            && !_text.IsA(next, WordClass.Preposition | WordClass.Be | WordClass.Have
                | WordClass.Conjunction | WordClass.Verb | WordClass.Adverb);
    }

    // "Moscow's moves", "fled to Lebanon", "from Paris".
    private bool IsElsewhere(TextSpan span) =>
        _text.Word(_text.TokenAt(span.Start) - 1) is "to" or "from" or "toward" or "towards"
            || _text.Word(_text.TokenAt(span.End)) is "'s" or "’s";

    private static int Distance(TextSpan span, Figure figure)
    {
        var from = Math.Min(figure.Value.Start, figure.Trigger.Start);
        var to = Math.Max(figure.Value.End, figure.Trigger.End);
        return span.Start >= to ? span.Start - to : span.End <= from ? from - span.End : 0;
    }

    // "told reporters on Sunday", "said Monday": when it was said.
    private bool IsSpeechDate(EventDate date)
    {
        var at = _text.TokenAt(date.Evidence.Start) - 1;
        for (var steps = 0; at >= 0 && steps < 4; at--, steps++)
        {
            if (_text.Word(at) is "said" or "says" or "told" or "reported" or "announced" or "statement" or "issued"
                or "added" or "saying"
                or "confirmed" or "claimed" or "quoted")
                return true;
            if (!_text.IsA(at, WordClass.Preposition)
                && _text.Word(at) is not ("late" or "early" or "reporters" or "reuters" or "journalists"
                or "cnn" or "a" or "the" or "afp" or "conference" or "news" or "parliament"))
                return false;
        }

        return false;
    }

    private bool SameParagraph(TextSpan one, TextSpan other) =>
        other.Start < one.End || !_text.Source.AsSpan(one.End, other.Start - one.End).Contains("\n\n",
            StringComparison.Ordinal);

    private static bool Inside(Search.Articles.Evidence evidence, TextSpan sentence) =>
        evidence.Start >= sentence.Start && evidence.End <= sentence.End;

    // The country that most is told to be in: "in Damascus", "across Syria".
    private ArticlePlace? Main(IReadOnlyList<ArticlePlace> places) => places
        .GroupBy(static place => place.Path.Split('/')[0])
        .OrderByDescending(group => _places.Count(pair => pair.Place.Path.Split('/')[0] == group.Key
            && IsLocative(pair.Span)))
        .ThenByDescending(static group => group.Sum(static place => place.Mentions.Count))
        .Select(static group => group.FirstOrDefault(static place => place.Kind is PlaceKind.Country) ?? group.First())
        .FirstOrDefault();

    // "in Homs", "in the southern town of Busr", "across Syria"; not "the U.S. envoy", "Moscow's moves", "fled to
    // Lebanon".
    private bool IsLocative(TextSpan span)
    {
        var at = _text.TokenAt(span.Start) - 1;
        for (var steps = 0; steps < 5 && IsOfPlace(at); steps++) at--;
        return _text.Word(at) is "in" or "across" or "near" or "inside" or "throughout" or "at" or "outside"
            or "around" or "on" or "off";
    }

    private bool IsOfPlace(int at) => _text.IsA(at, WordClass.Definite | WordClass.Indefinite)
        || _text.Word(at) is "town" or "city" or "village"
        or "province" or "region" or "district" or "suburb" or "suburbs" or "area" or "island" or "state" or "capital"
            or "port" or "neighborhood"
        or "neighbourhood" or "of" or "southern" or "northern" or "eastern" or "western" or "central" or "downtown"
            or "northeastern"
        or "northwestern" or "southeastern" or "southwestern" or "," or "-" or "neighbouring" or "neighboring"
            or "nearby" or "coastal" or "coast";
}
