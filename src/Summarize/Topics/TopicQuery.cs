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

    private static string Plain(QueryNode node) => node switch
    {
        WordNode word => word.Text,
        PhraseNode phrase => phrase.Text,
        PrefixNode prefix => prefix.Text,
        _ => node.ToString(),
    };
}
