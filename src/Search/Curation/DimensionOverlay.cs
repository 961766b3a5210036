using Dateline.Search.Archive;

namespace Dateline.Search.Curation;

/// <summary>What curation changes in one dimension over one view of the index.</summary>
/// <param name="Changed">Values whose documents are others than the index says (of places, also those above them; and
/// <see cref="ArticleFields.NoValue"/>), with the documents, ascending.</param>
/// <param name="Places">Values of the index that records speak of: the values their mentions are of now.</param>
internal sealed record DimensionOverlay(
    IReadOnlyDictionary<string, int[]> Changed,
    IReadOnlyDictionary<string, IReadOnlyList<(string Value, string? Key)>> Places)
{
    public static DimensionOverlay Of(FacetDimension dimension, DimensionFold fold, ValueDocs docs)
    {
        var parts = fold.Parts.ToList();
        var places = fold.Raw.Keys.ToDictionary(
            static raw => raw, static _ => (IReadOnlyList<(string, string?)>)[], StringComparer.Ordinal);
        foreach (var group in parts.Where(static part => !part.Hidden && part.Part.Docs.Length > 0)
            .GroupBy(static part => part.Part.Raw))
            places[group.Key] = [.. group.Select(static part => (part.Now, part.Part.Key)).Distinct()];
        var gone = ValueDocs.Union(parts.Where(static part => part.Hidden || part.Now != part.Part.Raw)
            .Select(static part => part.Part.Docs));
        if (gone.Length == 0)
            return new DimensionOverlay(new Dictionary<string, int[]>(), places);
        var changed = new Builder(dimension, fold, docs, parts, gone).Build();
        return new DimensionOverlay(changed, places);
    }

    private sealed class Builder(
        FacetDimension dimension, DimensionFold fold, ValueDocs docs,
        List<(DimensionFold.Part Part, string Now, bool Hidden)> parts, int[] gone)
    {
        private readonly string _field = ArticleFields.Name(dimension);

        public Dictionary<string, int[]> Build()
        {
            var affected = parts.Where(static part => part.Hidden || part.Now != part.Part.Raw)
                .SelectMany(static part => (string[])[part.Part.Raw, part.Now])
                .SelectMany(value => Values.SelfAndAbove(dimension, value))
                .ToHashSet(StringComparer.Ordinal);
            var sets = affected.ToDictionary(
                static value => value, static _ => new List<int>(), StringComparer.Ordinal);
            foreach (var part in parts.Where(static part => !part.Hidden))
                AddTo(sets, part.Now, part.Part.Docs);
            var touched = docs.Bits(gone);
            if (dimension is FacetDimension.Place)
                AddUntouched(sets, affected, touched);
            Dictionary<string, int[]> changed = new(StringComparer.Ordinal);
            foreach (var (value, set) in sets)
            {
                var before = docs.WithTerm(_field, value);
                HashSet<int> touchedHere = [.. docs.In(before, touched)];
                changed[value] = ValueDocs.Union([before.Where(doc => !touchedHere.Contains(doc)).ToList(), set]);
            }

            if (Emptied() is { Count: > 0 } emptied)
                changed[ArticleFields.NoValue] = ValueDocs.Union(
                    [docs.WithTerm(ArticleFields.Missing, _field), emptied]);
            return changed;
        }

        // Of articles with a change, what they have besides: their other places count for what these lie in.
        private void AddUntouched(
            Dictionary<string, List<int>> sets, HashSet<string> affected, Dateline.Index.Collecting.DocIdSet touched)
        {
            foreach (var root in affected.Where(static value => !value.Contains('/')))
            {
                Visit(root + ArticleFields.Separator);
                Visit(root + "/");
            }

            void Visit(string prefix) => docs.WalkSpellings(dimension, prefix, (value, _, found) =>
            {
                if (!fold.Raw.ContainsKey(value))
                    AddTo(sets, value, [.. docs.In(found, touched)]);
            });
        }

        private void AddTo(Dictionary<string, List<int>> sets, string value, IReadOnlyList<int> found)
        {
            foreach (var at in Values.SelfAndAbove(dimension, value))
            {
                if (sets.TryGetValue(at, out var set))
                    set.AddRange(found);
            }
        }

        // Articles all of whose values are hidden.
        private List<int> Emptied()
        {
            HashSet<int> left = [.. parts.Where(static part => part.Hidden).SelectMany(static part => part.Part.Docs)];
            foreach (var part in parts.Where(static part => !part.Hidden))
                left.ExceptWith(part.Part.Docs);
            List<int> candidates = [.. left.Order()];
            Dictionary<string, List<int>> others = new(StringComparer.Ordinal);
            docs.WalkLabels(dimension, candidates, (doc, label) =>
            {
                if (fold.Raw.ContainsKey(label))
                    return;
                if (!others.TryGetValue(label, out var with))
                    others[label] = with = [];
                with.Add(doc);
            });
            foreach (var (label, with) in others)
            {
                if (dimension is FacetDimension.Actor)
                    left.ExceptWith(with);
                else // a label may only say where another place lies
                    docs.WalkSpellings(dimension, label + ArticleFields.Separator, (_, _, own) => left.ExceptWith(own));
            }

            return [.. left.Order()];
        }
    }
}
