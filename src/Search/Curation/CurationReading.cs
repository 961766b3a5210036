using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;
using Dateline.Search.Querying;

namespace Dateline.Search.Curation;

/// <summary>Reads a draft's words as values of one snapshot of the archive.</summary>
internal sealed class CurationReading(ArchiveSnapshot snapshot)
{
    private const int MostListed = 8;
    private string? _problem;

    /// <summary>The record meant, without number and time; or what is wrong.</summary>
    public (CurationRecord? Record, string? Problem) Read(CurationDraft draft)
    {
        if (Dimension(draft) is not { } dimension)
            return (null, _problem);
        var values = draft.Values.Select(value => Value(dimension, value, draft.Operation)).OfType<string>().Distinct()
            .ToList();
        var into = draft.Operation is CurationOperation.Merge or CurationOperation.Split or CurationOperation.Pin
            ? Target(dimension, draft) : null;
        if (values is [var same] && same == into && _problem is null)
            _problem = $"{QueryFields.Of(dimension).Name()}:{same} and what it would go into are the same.";
        if (values.Count == 0 && draft.Operation is not CurationOperation.Pin)
            _problem ??= "It names no value.";
        if (_problem is not null)
            return (null, _problem);
        var record = new CurationRecord
        {
            Operation = draft.Operation,
            Dimension = dimension,
            Values = draft.Operation is CurationOperation.Merge ? [.. values.Where(value => value != into)] : values,
            Into = into,
            Name = draft.Operation is CurationOperation.Rename ? draft.Name?.Trim() : null,
            Kind = draft.Operation is CurationOperation.Retype ? draft.Kind : null,
            Spellings = [.. draft.Spellings.Select(static spelling => spelling.Trim())
                .Where(static spelling => spelling.Length > 0)],
            Articles = [.. draft.Articles.Distinct()],
            Note = string.IsNullOrWhiteSpace(draft.Note) ? null : draft.Note.Trim(),
        };
        return (into is null ? record : Described(record, draft), null);
    }

    private FacetDimension? Dimension(CurationDraft draft)
    {
        var told = draft.Values.Append(draft.Into).OfType<string>().Select(DimensionOf).OfType<FacetDimension>()
            .Concat(draft.Dimension is { } given ? [given] : Array.Empty<FacetDimension>()).Distinct().ToList();
        if (told.Count == 0 && draft.Operation is CurationOperation.Pin)
            told.Add(FacetDimension.Place);
        if (told is [var single])
            return single;
        _problem = told.Count == 0
            ? "Say what it is about with actor: or place: before the value, such as actor:sergey-lavrov."
            : "Actors and places cannot be mixed in one record.";
        return null;
    }

    private static FacetDimension? DimensionOf(string value) =>
        value.StartsWith("actor:", StringComparison.OrdinalIgnoreCase) ? FacetDimension.Actor
        : value.StartsWith("place:", StringComparison.OrdinalIgnoreCase) ? FacetDimension.Place : null;

    private static string SlugOf(FacetDimension dimension, string text)
    {
        var bare = (DimensionOf(text) is null ? text : text["actor:".Length..]).Trim().TrimStart('=').Trim('"');
        return dimension is FacetDimension.Place ? Slug.OfPath(bare) : Slug.Of(bare);
    }

    // A value there is, also by a name that is its alone.
    private string? Value(FacetDimension dimension, string text, CurationOperation operation)
    {
        var slug = SlugOf(dimension, text);
        if (snapshot.Labels.Exists(dimension, slug))
            return slug;
        if (operation is CurationOperation.Unhide && snapshot.Labels.HiddenBy(dimension, slug) is not null)
            return slug;
        if (slug.Length == 0)
        {
            _problem ??= $"'{text}' is no value.";
            return null;
        }

        var warnings = new WarningList();
        var found = snapshot.Resolver.Resolve(dimension, new NameValue(slug), warnings);
        if (found.Count == 1)
            return found[0];
        var field = QueryFields.Of(dimension).Name();
        _problem ??= found.Count > 1
            ? Ambiguous(text, [.. found.Select(value => $"{field}:{value}")])
            : string.Join("; ", warnings.Items.Select(static warning => warning.Message)) + ".";
        return null;
    }

    private static string Ambiguous(string text, IReadOnlyList<string> values)
    {
        var more = values.Count > MostListed ? " …" : "";
        return $"'{text}' may be {string.Join(" or ", values.Take(MostListed))}{more}: say which.";
    }

    private string? Target(FacetDimension dimension, CurationDraft draft)
    {
        if (draft.Into is not { } text)
        {
            if (draft is { Operation: CurationOperation.Split, Name: { } name }
                && Slug.Of(name) is { Length: > 0 } made)
                return made;
            _problem ??= draft.Operation is CurationOperation.Split
                ? "Say what to call the actor that is split off." : "Say into what.";
            return null;
        }

        var slug = SlugOf(dimension, text);
        if (draft.Operation is CurationOperation.Split || snapshot.Labels.Exists(dimension, slug))
            return slug;
        if (dimension is FacetDimension.Place && snapshot.Names.PlaceAt(slug) is { } exact)
            return exact.Path;
        if (dimension is FacetDimension.Place && snapshot.Names.PlacesNamed(slug).ToList() is { Count: > 0 } known)
        {
            if (known.Count == 1)
                return known[0];
            _problem ??= Ambiguous(text, [.. known.Select(static path => "place:" + path)]);
            return null;
        }

        return Value(dimension, text, draft.Operation);
    }

    // What the target is called, so that the log can tell when no article does any more.
    private CurationRecord Described(CurationRecord record, CurationDraft draft)
    {
        var (dimension, into) = (record.Dimension!.Value, record.Into!);
        var label = snapshot.Labels.Find(dimension, into);
        if (dimension is FacetDimension.Actor)
            return record with
            {
                Name = label?.Name ?? draft.Name?.Trim() ?? into,
                Kind = label?.Kind ?? draft.Kind ?? snapshot.Labels.Find(dimension, record.Values[0])?.Kind,
            };
        var place = snapshot.Names.PlaceAt(into);
        string[] names =
        [
            .. Values.SelfAndAbove(dimension, into).Reverse().Select((path, depth) =>
                snapshot.Labels.Find(dimension, path)?.Name ?? place?.Names.ElementAtOrDefault(depth)
                ?? path[(path.LastIndexOf('/') + 1)..]),
        ];
        return record with
        {
            Names = names,
            Name = names[^1],
            Kind = label?.Kind ?? (place is null ? null : EnumNames.Kebab(place.Kind)),
        };
    }
}
