using System.Text;
using Dateline.Search.Articles;
using Dateline.Search.Extraction;
using Dateline.Search.Text;

namespace Dateline.Search.Names;

/// <summary>The names of one article as the tagger sees them, read once for all who annotate.</summary>
/// <param name="Title">Names in the title, in order; spans are UTF-16 units of the title.</param>
/// <param name="Body">Names in the body, in order; spans are UTF-16 units of the body.</param>
public sealed record ArticleNames(IReadOnlyList<TaggedName> Title, IReadOnlyList<TaggedName> Body)
{
    /// <summary>Most characters of a body that are read; names further on are not tagged.</summary>
    public const int MaxBodyLength = 1_000_000;

    private const string Gap = "\n\n";

    /// <summary>Of nothing; what annotators use where no names are wanted.</summary>
    public static ArticleNames None { get; } = new([], []);

    /// <summary>Tags title and body as one document, so that each helps the other.</summary>
    public static ArticleNames Of(ExtractedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var body = text.Body.AsSpan(0, Math.Min(text.Body.Length, MaxBodyLength));
        var whole = new StringBuilder(text.Title.Length + Gap.Length + body.Length)
            .Append(text.Title).Append(Gap).Append(body).ToString();
        var bodyStart = text.Title.Length + Gap.Length;
        List<TaggedName> inTitle = [], inBody = [];
        foreach (var name in NameTagger.Default.Tag(whole))
        {
            if (name.Span.End <= text.Title.Length)
                inTitle.Add(name);
            else if (name.Span.Start >= bodyStart)
                inBody.Add(name with { Span = Moved(name.Span, -bodyStart) });
        }

        return new ArticleNames(inTitle, inBody);
    }

    /// <summary>The names of a field.</summary>
    public IReadOnlyList<TaggedName> In(EvidenceField field) => field switch
    {
        EvidenceField.Title => Title,
        EvidenceField.Body => Body,
        _ => [],
    };

    private static TextSpan Moved(TextSpan span, int by) => new(span.Start + by, span.End + by);
}
