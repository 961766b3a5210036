using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>How a sentence stands to what its article attributes to somebody.</summary>
public enum SentenceVoice
{
    /// <summary>The outlet's own words.</summary>
    Outlet,

    /// <summary>It says itself who said it.</summary>
    Attributed,

    /// <summary>It is somebody's words, and who that is stands in a neighbouring sentence.</summary>
    SpeakerElsewhere,
}

/// <summary>
/// Who said what in one article. Answers, for any sentence, whether it is attributed and to whom, so that no claim is
/// shown as fact: a sentence whose speaker stands elsewhere must take that passage along or stay out. Immutable.
/// </summary>
public sealed class ArticleSpeech
{
    private const double MostlyContent = 0.6;

    private ArticleSpeech(Article article, IReadOnlyList<Statement> statements) =>
        (Article, Statements) = (article, statements);

    /// <summary>The article.</summary>
    public Article Article { get; }

    /// <summary>Everything attributed in its body, in text order; also wishes and beliefs 
    /// (<see cref="SpeechAct.None"/>).</summary>
    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>Reads an article's body.</summary>
    public static ArticleSpeech Read(Article article, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        var body = WithoutDateline(article.Body);
        var sentences = SentenceSplitter.Split(body);
        var resolver = new SpeakerResolver(article);
        var statements = new List<Statement>();
        foreach (var found in AttributionFinder.Default.Find(body, cancellationToken)
            .OrderBy(found => found.Cue.Start))
        {
            var (attribution, speaker) = FirstHand(found, body, resolver, statements)
                ?? (found, resolver.Resolve(found, statements));
            var cue = attribution.Cue.Of(article.Body);
            var core = Passage(attribution, [Nearest(attribution)], sentences, out var number);
            var statement = new Statement
            {
                Attribution = attribution,
                Speaker = speaker,
                Verb = cue.Equals("according", StringComparison.OrdinalIgnoreCase)
                    ? "according to" : cue.ToString().ToLowerInvariant(),
                Act = SpeechVerbs.ActOf(cue),
                Passage = Passage(attribution, attribution.Content, sentences, out _),
                Core = core,
                Sentence = number,
            };
            statements.Add(
                statement with { Place = PlaceBeside(article, statement), Date = DateBeside(article, statement) });
        }

        return new ArticleSpeech(article, statements);
    }

    /// <summary>Whether a sentence is attributed, and the statement it belongs to.</summary>
    /// <param name="sentence">Span of the body.</param>
    /// <param name="statement">The statement that covers most of it; null for the outlet's own words.</param>
    public SentenceVoice VoiceOf(TextSpan sentence, out Statement? statement)
    {
        statement = null;
        var most = 0;
        foreach (var candidate in Statements)
        {
            if (candidate.Passage.Start >= sentence.End)
                break;
            var covered = 0;
            foreach (var part in candidate.Attribution.Content)
                covered += Math.Max(0, Math.Min(part.End, sentence.End) - Math.Max(part.Start, sentence.Start));
            if (covered > most)
                (most, statement) = (covered, candidate);
        }

        if (statement is null)
            return SentenceVoice.Outlet;
        if (statement.Attribution.Cue.Overlaps(sentence))
            return SentenceVoice.Attributed;
        if (most >= MostlyContent * sentence.Length)
            return SentenceVoice.SpeakerElsewhere;
        statement = null;
        return SentenceVoice.Outlet;
    }

    // "He said only 37 were killed, according to comments carried by the agency": it is he who says so.
    private static (Attribution Attribution, StatementSpeaker Speaker)? FirstHand(
        Attribution source, string body, SpeakerResolver resolver, List<Statement> before)
    {
        if (!source.Cue.Of(body).Equals("according", StringComparison.OrdinalIgnoreCase))
            return null;
        var content = source.Content[0];
        var text = content.Of(body);
        var first = text.IndexOf(' ');
        if (first < 0 || !(text[..first] is "He" or "he" or "She" or "she"))
            return null;
        var verb = text[(first + 1)..];
        verb = verb[..(verb.IndexOf(' ') is var end and > 0 ? end : 0)];
        if (SpeechVerbs.ActOf(verb) == SpeechAct.None)
            return null;
        var cue = new TextSpan(content.Start + first + 1, content.Start + first + 1 + verb.Length);
        var own = source with
        {
            Cue = cue,
            Speaker = new TextSpan(content.Start, content.Start + first),
            Content = [new TextSpan(cue.End + 1, content.End), .. source.Content.Skip(1)],
        };
        var speaker = resolver.Resolve(own, before);
        return speaker.Knowledge == SpeakerKnowledge.Unresolved ? null : (own, speaker);
    }

    // "KORVIK (Norrland) -" is nobody's speech; blanks in its place keep the offsets.
    private static string WithoutDateline(string body)
    {
        var start = BodyStart.AfterDateline(body);
        return start > 0 ? new string(' ', start) + body[start..] : body;
    }

    private static TextSpan Nearest(Attribution attribution) =>
        attribution.Content.MinBy(part => Math.Max(part.Start - attribution.Cue.End, attribution.Cue.Start - part.End));

    private static TextSpan Passage(
        Attribution attribution, IReadOnlyList<TextSpan> content, List<TextSpan> sentences, out int first)
    {
        int start = attribution.Cue.Start, end = attribution.Cue.End;
        foreach (var part in content)
            (start, end) = (Math.Min(start, part.Start), Math.Max(end, part.End));
        if (attribution.Speaker is { } speaker)
            (start, end) = (Math.Min(start, speaker.Start), Math.Max(end, speaker.End));
        first = At(sentences, start);
        return new TextSpan(Math.Min(start, sentences[first].Start),
            Math.Max(end, sentences[At(sentences, end - 1)].End));
    }

    // The sentence that holds a unit, or the nearest before it.
    private static int At(List<TextSpan> sentences, int unit)
    {
        int low = 0, high = sentences.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = sentences[middle].Start <= unit ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private static ArticlePlace? PlaceBeside(Article article, Statement statement) =>
        article.Places.FirstOrDefault(place => place.Mentions.Any(mention => IsBeside(mention, statement)));

    private static EventDate? DateBeside(Article article, Statement statement) =>
        article.EventDates.FirstOrDefault(date => IsBeside(date.Evidence, statement));

    // In the sentence of the verb, in nobody's words and no part of the speaker's name.
    private static bool IsBeside(Search.Articles.Evidence evidence, Statement statement)
    {
        if (evidence.Field != EvidenceField.Body)
            return false;
        var span = new TextSpan(evidence.Start, evidence.End);
        return statement.Passage.Overlaps(span)
            && Math.Abs(span.Start - statement.Attribution.Cue.End) <= 80
            && !statement.Attribution.Content.Any(part => part.Overlaps(span))
            && statement.Attribution.Speaker?.Overlaps(span) != true;
    }
}
