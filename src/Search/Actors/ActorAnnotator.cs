using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Names;
using Dateline.Search.Text;

namespace Dateline.Search.Actors;

/// <summary>
/// Finds who acts and speaks in an article: people, governments and their bodies, forces, armed groups, parties,
/// organisations, companies. Known actors come from a list; others by rules (title, given name, apposition, verb of
/// speech, head noun). Names are joined within the article; across articles only an equal id joins them, which names of
/// the list give whatever their spelling. Stateless and thread-safe.
/// </summary>
public static class ActorAnnotator
{
    /// <summary>The actors of an article, most mentioned first.</summary>
    /// <param name="text">The article.</param>
    /// <param name="names">Its names, see <see cref="ArticleNames.Of"/>.</param>
    /// <param name="titleToponyms">Places found in the title, in order, not overlapping; may be empty.</param>
    /// <param name="bodyToponyms">Places found in the body, likewise.</param>
    /// <param name="places">Places as resolved; they help to tell whose army "the army" is. Null where not
    /// known.</param>
    public static IReadOnlyList<ArticleActor> Annotate(
        ExtractedText text, ArticleNames names, IReadOnlyList<TextSpan> titleToponyms,
        IReadOnlyList<TextSpan> bodyToponyms, IReadOnlyList<ArticlePlace>? places = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(titleToponyms);
        ArgumentNullException.ThrowIfNull(bodyToponyms);
        var surnames = new Lazy<IReadOnlySet<string>>(() => NameCasing.Surnames(text, names));
        var fields = new[]
        {
            new NameText(EvidenceField.Title, text.Title, titleToponyms, names.Title, surnames),
            new NameText(EvidenceField.Body, text.Body, bodyToponyms, names.Body, surnames),
        };
        var mentions = new List<NameMention>();
        foreach (var field in fields)
            MentionFinder.Find(field, text, mentions);
        TaggedMentions.Sift(mentions);
        var year = text.Published?.Date.First.Year;
        return new ActorJoiner(fields, mentions, year, text.Byline, places).Join();
    }
}
