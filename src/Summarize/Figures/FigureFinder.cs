using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Text;
using Dateline.Summarize.Model;

namespace Dateline.Summarize.Figures;

/// <summary>
/// Finds the figures of an article's body: casualties, arrests, displacement, forces, counts of events and money, with
/// scope, place, date and speaker. A number whose kind is unclear is no figure. Stateless and thread-safe; linear in
/// the body.
/// </summary>
internal static class FigureFinder
{
    /// <summary>The figures in text order.</summary>
    public static List<Figure> Find(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var text = new FigureText(article.Body);
        var times = article.EventDates.Where(date => date.Evidence.Field == EvidenceField.Body)
            .Select(date => new TextSpan(date.Evidence.Start, date.Evidence.End)).ToList();
        var figures = new List<Figure>();
        foreach (var sentence in SentenceSplitter.Split(article.Body))
        {
            var (from, to) = (text.TokenAt(sentence.Start), text.TokenAt(sentence.End));
            var phrases = Phrases(text, times, from, to);
            var links = VictimRules.Link(text, phrases, from, to);
            figures.AddRange(links.Select(link => Counted(text, link, sentence)));
            foreach (var phrase in phrases.Where(phrase => !links.Exists(link => ReferenceEquals(link.Phrase, phrase))))
                if (CountRules.Find(text, phrase, from, to) is { } trigger)
                    figures.Add(Counted(text, new VictimLink(phrase, trigger.Kind, trigger, false), sentence));
            figures.AddRange(UncountedVictims.Find(text, links, from, to).Select(trigger =>
                Uncounted(text, trigger, sentence)));
        }

        figures.Sort(static (one, other) => one.Value.Start.CompareTo(other.Value.Start));
        return new CircumstanceRules(article, text, BodyStart.AfterDateline(article.Body)).Complete(figures);
    }

    private static List<NounPhrase> Phrases(FigureText text, List<TextSpan> times, int from, int to)
    {
        var phrases = new List<NounPhrase>();
        var floor = from;
        for (var at = from; at < to; at++)
        {
            if (!QuantityReader.TryRead(text, at, floor, out var quantity) || quantity.Next > to) continue;
            at = quantity.Next - 1;
            floor = quantity.Next;
            var span = text.Span(quantity.Value, quantity.Next);
            if (times.Exists(time => time.Overlaps(span))) continue;
            phrases.Add(NounPhrase.Read(text, quantity, to));
        }

        return phrases;
    }

    private static Figure Counted(FigureText text, VictimLink link, TextSpan sentence)
    {
        var quantity = link.Phrase.Quantity;
        var head = Head(text, link);
        return new Figure
        {
            Kind = link.Kind,
            What = MoneyRules.Currency(text, quantity) ?? (head < 0 ? "" : text[head].Of(text.Source).ToString()),
            Purpose = link.Kind == FigureKind.Money ? MoneyRules.PurposeOf(text.Word(link.Trigger.First)) : null,
            Qualifier = quantity.Qualifier,
            Low = quantity.Low,
            High = quantity.High,
            Value = text.Span(quantity.First, quantity.Next),
            Words = Words(text, quantity.First, link.Kind == FigureKind.Money ? MoneyRules.End(text, quantity)
                : Math.Max(quantity.Next, link.Phrase.Next)),
            Sentence = sentence,
            Trigger = text.Span(link.Trigger.First, link.Trigger.Next),
            IsPart = link.IsPart,
        };
    }

    // A quotation that opens inside also closes: '37 “gunmen”'.
    private static TextSpan Words(FigureText text, int first, int next)
    {
        var quotes = 0;
        for (var at = first; at < next; at++)
            if (text.IsQuote(at)) quotes++;
        return text.Span(first, quotes == 1 && text.IsQuote(next) ? next + 1 : next);
    }

    // "people", of "12 were killed, three of them children" the last word, of "21 in Homs" what came before.
    private static int Head(FigureText text, VictimLink link)
    {
        var phrase = link.Phrase;
        if (phrase.Counted is null && phrase.Head >= 0) return phrase.Head;
        if (text.Is(phrase.Next, "of") && text.IsA(phrase.Next + 2, WordClass.People)) return phrase.Next + 2;
        return link.Like is { Counted: null, Head: >= 0 } like ? like.Head : -1;
    }

    private static Figure Uncounted(FigureText text, Trigger trigger, TextSpan sentence) => new()
    {
        Kind = trigger.Kind,
        What = "",
        Qualifier = FigureQualifier.None,
        Low = 1,
        High = 1,
        Value = text.Span(trigger.First, trigger.Next),
        Words = text.Span(trigger.First, trigger.Next),
        Sentence = sentence,
        Trigger = text.Span(trigger.First, trigger.Next),
        IsUncounted = true,
    };
}
