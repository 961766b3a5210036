using Dateline.Search.Articles;
using Dateline.Search.Querying;
using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Topics;

/// <summary>A topic read as a query.</summary>
/// <param name="Query">The query; null when the topic is no query.</param>
/// <param name="Errors">Why not.</param>
/// <param name="Words">The free words and phrases in it, as written.</param>
/// <param name="AnyOf">The words of which any is enough to find an article; empty when all conditions must
/// hold.</param>
/// <param name="Answer">What a question asks for.</param>
internal sealed record TopicQuery(
    ArchiveQuery? Query, IReadOnlyList<QueryError> Errors, IReadOnlyList<string> Words, IReadOnlyList<WordNode> AnyOf,
    AnswerKind Answer)
{
    /// <summary>
    /// Reads a topic. Plain words are a topic, not a condition: any of them finds an article, more of them rank it
    /// higher, and words without content ("in", "the", "how many") drop out. Phrases, filters and whatever is written
    /// with operators mean what they mean in a search.
    /// </summary>
    public static TopicQuery Read(string topic, Vocabulary vocabulary)
    {
        var parsed = ArchiveQuery.Parse(topic);
        if (parsed.Query is not { } query) return new TopicQuery(null, parsed.Errors, [], [], AnswerKind.Any);
        var operands = query.Root is AndNode and ? and.Operands.ToList() : [query.Root];
        var written = operands.OfType<WordNode>().Where(word => vocabulary.Terms(word.Text).Length > 0).ToList();
        var words = QuestionWords.Content([.. written.Select(static word => word.Text)])
            .Select(at => new WordNode(Unpunctuated(written[at].Text))).ToList();
        if (words.Count >= 2 || (words.Count == 1 && operands.OfType<WordNode>().Count() > 1))
        {
            var rest = operands.Where(operand => operand is not WordNode);
            query = ArchiveQuery.FromNode(QueryNode.And(rest.Prepend(QueryNode.Or(words))));
        }

        return new TopicQuery(query, [], [.. query.Terms().Select(Plain)], words.Count >= 2 ? words : [],
            QuestionWords.AnswerTo([.. written.Select(static word => word.Text)]));
    }

    /// <summary>
    /// The same with only what was published, or is estimated to have been published, up to the end of a day. Articles
    /// whose date leaves both open still match; <c>HitReader</c> drops them.
    /// </summary>
    public TopicQuery KnownBy(DateOnly? day)
    {
        if (Query is null || day is not { } last) return this;
        var until = ArchiveQuery.Parse($"published~:..{DateRange.OfDay(last)}").Query
            ?? throw new InvalidOperationException("A date is a filter.");
        return this with { Query = ArchiveQuery.FromNode(QueryNode.And(Query.Root, until.Root)) };
    }

    /// <summary>The query for the undated articles among those that match.</summary>
    public ArchiveQuery Undated()
    {
        var undated = ArchiveQuery.Parse("is:undated").Query
            ?? throw new InvalidOperationException("is:undated is a filter.");
        return ArchiveQuery.FromNode(QueryNode.And(Query!.Root, undated.Root));
    }

    private static string Unpunctuated(string word) => word.TrimEnd('?', '!', '.', ',') is { Length: > 0 } bare
        ? bare : word;

    private static string Plain(QueryNode node) => node switch
    {
        WordNode word => Unpunctuated(word.Text),
        PhraseNode phrase => phrase.Text,
        PrefixNode prefix => prefix.Text,
        _ => node.ToString(),
    };
}
