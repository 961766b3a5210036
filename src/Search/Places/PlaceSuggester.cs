namespace Dateline.Search.Places;

/// <summary>Reads place values as people type them.</summary>
internal sealed class PlaceSuggester(Gazetteer gazetteer)
{
    private const int MaxMatches = 256;

    /// <summary>See <see cref="Gazetteer.Suggest"/>.</summary>
    public IReadOnlyList<GazetteerNode> Suggest(string text, int limit)
    {
        var trimmed = text.AsSpan().Trim().Trim('/');
        if (trimmed.IsEmpty || trimmed.Length > 4 * NameFolding.MaxNameLength)
            return [];
        Span<char> lower = stackalloc char[trimmed.Length];
        trimmed.ToLowerInvariant(lower);
        if (gazetteer.FindId(lower) is var exact and >= 0 && trimmed.Contains('/'))
            return [gazetteer[exact]];
        List<int>? found = null;
        foreach (var range in trimmed.Split('/'))
        {
            found = Below(found, trimmed[range]);
            if (found.Count == 0)
                return [];
        }
        return [.. found!.OrderBy(id => gazetteer.KindOf(id)).ThenByDescending(gazetteer.PopulationOf).ThenBy(id => id)
            .Take(limit).Select(id => gazetteer[id])];
    }

    private List<int> Below(List<int>? containers, ReadOnlySpan<char> segment)
    {
        Span<GazetteerMatch> matches = stackalloc GazetteerMatch[MaxMatches];
        var found = Keep(containers, matches[..gazetteer.FindByName(segment, matches)]);
        if (containers is not null)
        {
            foreach (var container in containers)
            {
                if (gazetteer.FindChild(container, PlaceSlug.Of(segment)) is var child and >= 0
                    && !found.Contains(child))
                    found.Add(child);
            }
        }
        return found.Count > 0 ? found : Keep(containers, matches[..gazetteer.FindByLooseSpelling(segment, matches)]);
    }

    private List<int> Keep(List<int>? containers, ReadOnlySpan<GazetteerMatch> matches)
    {
        var found = new List<int>();
        foreach (var (id, kind) in matches)
        {
            var inside = containers is null
                || containers.Exists(container => id != container && gazetteer.IsWithin(id, container));
            if (kind != NameKind.Demonym && inside && !found.Contains(id))
                found.Add(id);
        }
        return found;
    }
}
