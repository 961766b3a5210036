using System.Text;
using Dateline.Index.Reading;
using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>What a facet value is called.</summary>
/// <param name="Name">For people.</param>
/// <param name="Kind">Kebab-case kind, or null.</param>
internal readonly record struct ValueLabel(string Name, string? Kind);

/// <summary>
/// Names of facet values, read from the terms of one commit (see <see cref="ArticleFields.LabelSuffix"/> and
/// <see cref="ArticleFields.NameSuffix"/>). Every look-up is a walk over the few terms that share a prefix.
/// Thread-safe.
/// </summary>
internal class ArchiveLabels(IReadOnlyList<SegmentReader> segments)
{
    /// <summary>
    /// The name most articles use for a value (ties: first in ordinal order), or null when no article has the value.
    /// </summary>
    public virtual ValueLabel? Find(FacetDimension dimension, string value)
    {
        Dictionary<string, int> names = new(StringComparer.Ordinal);
        Dictionary<string, int> kinds = new(StringComparer.Ordinal);
        Walk(ArticleFields.Name(dimension) + ArticleFields.LabelSuffix, value + ArticleFields.Separator,
            (term, docFreq) =>
        {
            if (term.Split(ArticleFields.Separator) is not [_, var kind, var name])
                return;
            names[name] = names.GetValueOrDefault(name) + docFreq;
            if (kind.Length > 0)
                kinds[kind] = kinds.GetValueOrDefault(kind) + docFreq;
        });
        return names.Count == 0 ? null : new ValueLabel(Commonest(names)!, Commonest(kinds));
    }

    /// <summary>True when some article has the value.</summary>
    public virtual bool Exists(FacetDimension dimension, string value)
    {
        var found = false;
        Walk(ArticleFields.Name(dimension) + ArticleFields.LabelSuffix, value + ArticleFields.Separator, (_, _) =>
            found = true);
        return found;
    }

    /// <summary>
    /// Values with a name of exactly this slug; for actors, with a name that contains this sequence of words. Ordinal
    /// order.
    /// </summary>
    public virtual SortedSet<string> Named(FacetDimension dimension, string slug)
    {
        SortedSet<string> values = new(StringComparer.Ordinal);
        Walk(ArticleFields.Name(dimension) + ArticleFields.NameSuffix, slug, (term, _) =>
        {
            var end = term.IndexOf(ArticleFields.Separator, StringComparison.Ordinal);
            if (end == slug.Length || (dimension is FacetDimension.Actor && term[slug.Length] == '-'))
                values.Add(term[(end + 1)..]);
        });
        return values;
    }

    /// <summary>
    /// Values with a name that contains this text, anywhere, and whether a word of the name begins with it. Reads all
    /// names of the dimension, as bytes.
    /// </summary>
    public virtual Dictionary<string, bool> NamesContaining(FacetDimension dimension, string slug)
    {
        Dictionary<string, bool> values = new(StringComparer.Ordinal);
        var wanted = Encoding.UTF8.GetBytes(slug);
        foreach (var segment in segments)
        {
            if (segment.Terms(ArticleFields.Name(dimension) + ArticleFields.NameSuffix)?.Terms() is not { } terms)
                continue;
            while (terms.Next())
            {
                var end = terms.Term.IndexOf((byte)ArticleFields.Separator);
                if (end < 0 || terms.Term[..end].IndexOf(wanted) is var at && at < 0)
                    continue;
                var value = Encoding.UTF8.GetString(terms.Term[(end + 1)..]);
                values[value] = values.GetValueOrDefault(value) || BeginsWord(terms.Term[..end], wanted, at);
            }
        }

        return values;
    }

    /// <summary>The name slug nearest to this one among those that begin alike, or null.</summary>
    public string? Nearest(FacetDimension dimension, string slug)
    {
        SortedSet<string> names = new(StringComparer.Ordinal);
        Walk(
            ArticleFields.Name(dimension) + ArticleFields.NameSuffix,
            slug[..Math.Min(1, slug.Length)],
            (term, _) => names.Add(term[..term.IndexOf(ArticleFields.Separator, StringComparison.Ordinal)]));
        names.UnionWith(NamesGiven(dimension).Where(name => name.Length > 0 && slug.StartsWith(name[0])));
        while (EditDistance.Nearest(slug, names) is { } nearest)
        {
            // A name that finds nothing (any more) is no way out.
            if (Named(dimension, nearest).Count > 0)
                return nearest;
            names.Remove(nearest);
        }

        return null;
    }

    /// <summary>Slugs of names that no article has.</summary>
    protected virtual IEnumerable<string> NamesGiven(FacetDimension dimension) => [];

    /// <summary>The value that an old one was merged into, with the record that did it; null when it was not.</summary>
    public virtual (string Value, long By)? Forward(FacetDimension dimension, string value) => null;

    /// <summary>The record that hides a value; null when it is not hidden.</summary>
    public virtual long? HiddenBy(FacetDimension dimension, string value) => null;

    private static bool BeginsWord(ReadOnlySpan<byte> name, ReadOnlySpan<byte> wanted, int at)
    {
        while (at > 0 && name[at - 1] is not ((byte)'-' or (byte)'/'))
        {
            var next = name[(at + 1)..].IndexOf(wanted);
            if (next < 0)
                return false;
            at += 1 + next;
        }

        return true;
    }

    private static string? Commonest(Dictionary<string, int> counts)
    {
        string? best = null;
        foreach (var (text, count) in counts)
        {
            if (best is null || count > counts[best]
                || (count == counts[best] && string.CompareOrdinal(text, best) < 0))
                best = text;
        }

        return best;
    }

    private void Walk(string field, string prefix, Action<string, int> visit)
    {
        var start = Encoding.UTF8.GetBytes(prefix);
        foreach (var segment in segments)
        {
            if (segment.Terms(field)?.Terms() is not { } terms || !terms.SeekCeiling(start))
                continue;
            do
            {
                if (!terms.Term.StartsWith(start))
                    break;
                visit(Encoding.UTF8.GetString(terms.Term), terms.State.DocFreq);
            }
            while (terms.Next());
        }
    }
}
