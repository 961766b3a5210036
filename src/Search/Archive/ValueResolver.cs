using Dateline.Search.Querying;

namespace Dateline.Search.Archive;

/// <summary>
/// Reads the values people write as values the archive has. Never widens silently: whatever is not the value itself
/// comes with a warning, and a value that nothing is known of matches nothing.
/// </summary>
/// <param name="labels">What the archive's values are called.</param>
/// <param name="placesNamed">Paths of the places a gazetteer knows by a name or path in any spelling.</param>
internal sealed class ValueResolver(ArchiveLabels labels, Func<string, IEnumerable<string>> placesNamed)
{
    private const int MostListed = 8;

    /// <summary>The archive's values that are meant, in ordinal order; empty when none is.</summary>
    public IReadOnlyList<string> Resolve(FacetDimension dimension, NameValue value, WarningList warnings)
    {
        value = Followed(dimension, value, warnings);
        if (!MeansMany(dimension, value) && labels.HiddenBy(dimension, value.Text) is not null)
            return Unknown(dimension, value, warnings);
        if (value.Exact)
            return labels.Exists(dimension, value.Text) ? [value.Text] : Unknown(dimension, value, warnings);
        var values = dimension switch
        {
            FacetDimension.Place => Places(value.Text, warnings),
            FacetDimension.Actor => Actors(value.Text, warnings),
            FacetDimension.Source => Sources(value.Text),
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "The dimension has no names."),
        };
        if (values.Count == 0)
            return Unknown(dimension, value, warnings);
        if (values is not [var single] || single != value.Text)
            Expanded(dimension, value, values, warnings);
        return values;
    }

    // An old id leads to what it was merged into. A single word stands for everybody with it in a name, also now.
    private NameValue Followed(FacetDimension dimension, NameValue value, WarningList warnings)
    {
        if (labels.Exists(dimension, value.Text) || labels.Forward(dimension, value.Text) is not var (now, record))
            return value;
        if (MeansMany(dimension, value))
            return value;
        warnings.Add(
            "curated-value",
            $"{Clause(dimension, value)} was merged into {QueryFields.Of(dimension).Name()}:{now} (record "
                + $"{record}) and is read as that");
        return value with { Text = now };
    }

    private static bool MeansMany(FacetDimension dimension, NameValue value) =>
        dimension is FacetDimension.Actor && !value.Exact && !IsFullName(value.Text);

    private static string Clause(FacetDimension dimension, NameValue value) =>
        $"{QueryFields.Of(dimension).Name()}:{value}";

    /// <summary>
    /// How the query language writes this one value: with <c>=</c> where without it others are found too.
    /// </summary>
    public string Write(FacetDimension dimension, string value) =>
        dimension is FacetDimension.Actor && !IsFullName(value) && labels.Named(dimension, value).Count > 1
            ? "=" + value
            : value;

    // Two words or more are a name in full and mean the actor who has it; one word means everybody with it in a name,
    // as an article that has only the surname knows its actor by that.
    private List<string> Actors(string text, WarningList warnings)
    {
        var named = labels.Named(FacetDimension.Actor, text);
        if (!IsFullName(text) || !named.Remove(text))
            return [.. named];
        if (named.Count > 0)
            warnings.Add(
                "ambiguous-value", $"actor:{text} is read as that actor alone; there is also {List(named, "actor:")}");
        return [text];
    }

    private static bool IsFullName(string actor) => actor.Contains('-');

    private List<string> Places(string text, WarningList warnings)
    {
        if (labels.Exists(FacetDimension.Place, text))
        {
            var others = labels.Named(FacetDimension.Place, text);
            others.RemoveWhere(other => IsWithin(other, text));
            if (others.Count > 0 && !text.Contains('/'))
                warnings.Add(
                    "ambiguous-value",
                    $"place:{text} is read as the top of the tree; there is also {List(others, "place:")}");
            return [text];
        }

        var last = text[(text.LastIndexOf('/') + 1)..];
        var found = labels.Named(FacetDimension.Place, last);
        found.RemoveWhere(path => !Contains(path, text));
        found.UnionWith(placesNamed(text).Where(path => labels.Exists(FacetDimension.Place, path)));
        return [.. found.Where(path => !found.Any(other => other != path && IsWithin(path, other)))];
    }

    private List<string> Sources(string text)
    {
        if (labels.Exists(FacetDimension.Source, text))
            return [text];
        var other = text.StartsWith("the-", StringComparison.Ordinal) ? text[4..] : "the-" + text;
        return labels.Exists(FacetDimension.Source, other) ? [other] : [.. labels.Named(FacetDimension.Source, text)];
    }

    private static bool IsWithin(string path, string container) =>
        path == container || (path.StartsWith(container, StringComparison.Ordinal) && path[container.Length] == '/');

    // syria/talkalakh finds syria/homs/talkalakh: the segments written occur in order, the first and last at the ends.
    private static bool Contains(string path, string written)
    {
        var wanted = written.Split('/');
        if (wanted.Length == 1)
            return true;
        var have = path.Split('/');
        var next = 0;
        foreach (var segment in have)
        {
            if (next < wanted.Length - 1 && segment == wanted[next])
                next++;
        }

        return next == wanted.Length - 1;
    }

    private string[] Unknown(FacetDimension dimension, NameValue value, WarningList warnings)
    {
        var clause = Clause(dimension, value);
        if (labels.HiddenBy(dimension, value.Text) is { } record)
        {
            warnings.Add("hidden-value", $"{clause} is hidden by curation (record {record}) and finds nothing");
            return [];
        }

        if (dimension is FacetDimension.Place && placesNamed(value.Text).FirstOrDefault() is { } known)
        {
            warnings.Add("unused-value", $"{clause} ({known}) is known, but no article mentions it");
            return [];
        }

        var nearest = labels.Nearest(dimension, value.Text[(value.Text.LastIndexOf('/') + 1)..]);
        var hint = nearest is null || nearest == value.Text
            ? ""
            : $"; did you mean {QueryFields.Of(dimension).Name()}:{nearest}?";
        warnings.Add("unknown-value", $"{clause} is in no article{hint}");
        return [];
    }

    private static void Expanded(
        FacetDimension dimension, NameValue value, IReadOnlyCollection<string> values, WarningList warnings)
    {
        var field = QueryFields.Of(dimension).Name();
        warnings.Add("value-expanded", $"{field}:{value} is read as {List(values, field + ":")}");
    }

    private static string List(IReadOnlyCollection<string> values, string prefix)
    {
        var listed = string.Join(" OR ", values.Take(MostListed).Select(value => prefix + value));
        return values.Count > MostListed ? $"{listed} and {values.Count - MostListed} more" : listed;
    }
}

/// <summary>Collects warnings, each once, in order.</summary>
internal sealed class WarningList
{
    private readonly List<SearchWarning> _warnings = [];

    public IReadOnlyList<SearchWarning> Items => _warnings;

    public void Add(string code, string message, string? query = null)
    {
        var warning = new SearchWarning(code, message, query);
        if (!_warnings.Contains(warning))
            _warnings.Add(warning);
    }
}
