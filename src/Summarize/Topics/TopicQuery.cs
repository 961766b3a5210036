using Dateline.Search.Articles;
using Dateline.Search.Querying;
using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Topics;

/// <summary>A topic read as a query.</summary>
/// <param name="Query">The query; null when the topic is no query.</param>
/// <param name="Errors">Why not.</param>
/// <param name="Words">The free words and phrases in it, as written.</param>
/// <param name="AnyWord">True when any of the words is enough to find an article.</param>
internal sealed record TopicQuery(
    ArchiveQuery? Query, IReadOnlyList<QueryError> Errors, IReadOnlyList<string> Words, bool AnyWord)
{
    /// <summary>
    /// Reads a topic. Plain words are a topic, not a condition: any of them finds an article, more of them rank it higher, and
    /// words without content ("in", "the") drop out. Phrases, filters and whatever is written with operators mean what they
    /// mean in a search.
    /// </summary>
    public static TopicQuery Read(string topic, Vocabulary vocabulary)
    {
        var parsed = ArchiveQuery.Parse(topic);
        if (parsed.Query is not { } query) return new TopicQuery(null, parsed.Errors, [], false);
        var operands = query.Root is AndNode and ? and.Operands.ToList() : [query.Root];
        var words = operands.OfType<WordNode>().Where(word => vocabulary.Terms(word.Text).Length > 0).ToList();
        if (words.Count >= 2)
        {
            var rest = operands.Where(operand => operand is not WordNode);
            query = ArchiveQuery.FromNode(QueryNode.And(rest.Prepend(QueryNode.Or(words))));
        }

        return new TopicQuery(query, [], [.. query.Terms().Select(Plain)], words.Count >= 2);
    }

    /// <summary>
    /// The same with only what was published, or is estimated to have been published, up to the end of a day. Articles whose date
    /// leaves both open still match; <c>HitReader</c> drops them.
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
        var undated = ArchiveQuery.Parse("is:undated").Query ?? throw new InvalidOperationException("is:undated is a filter.");
        return ArchiveQuery.FromNode(QueryNode.And(Query!.Root, undated.Root));
    }

    private static string Plain(QueryNode node) => node switch
    {
        WordNode word => word.Text,
        PhraseNode phrase => phrase.Text,
        PrefixNode prefix => prefix.Text,
        _ => node.ToString(),
    };
}
