namespace Dateline.Search.Querying;

/// <summary>Reads what follows <c>field:</c>.</summary>
internal sealed class FieldClauseParser(QueryReader reader)
{
    private const int StoryIdLength = 16;
    private static readonly string[] Flags = ["undated", "dated", "unplaced", "placed"];

    /// <summary>The last <c>count:</c> that is not the default.</summary>
    public QueryToken? Counting { get; private set; }

    /// <summary>The clause whose field token was just taken.</summary>
    public QueryNode Parse(QueryToken name)
    {
        if (name.Text.Equals("is", StringComparison.OrdinalIgnoreCase))
            return ParseFlag(name);
        var known = QueryFields.TryFind(name.Text, out var field);
        if (!known)
            FailUnknown(name);
        List<FieldValue> values = [];
        foreach (var token in TakeValues(name))
        {
            if (known && Value(field, token) is { } value && !values.Contains(value))
                values.Add(value);
        }

        if (known && field is QueryField.Count)
            return Unit(name, values);
        return values.Count == 0 ? AllNode.Instance : new FieldNode(field, [.. values]);
    }

    // Articles are counted when nothing is said.
    private QueryNode Unit(QueryToken name, List<FieldValue> values)
    {
        if (values.Count > 1)
            reader.Fail("bad-value", $"'count:' takes one value at {name.Position}", name);
        if (values is not [UnitValue { Unit: CountUnit.Stories }])
            return AllNode.Instance;
        Counting = name;
        return new FieldNode(QueryField.Count, [.. values]);
    }

    private void FailUnknown(QueryToken name)
    {
        var suggestion = QueryFields.Suggest(name.Text);
        var hint = suggestion is null
            ? "fields are place, actor, source, published, published~, event, added, title, story, count, is; "
                + "put text with a colon in quotes"
            : $"did you mean '{suggestion}'?";
        reader.Fail("unknown-field", $"unknown field '{name.Text}' at {name.Position}: {hint}", name, suggestion);
    }

    private List<QueryToken> TakeValues(QueryToken name)
    {
        var first = reader.Current;
        if (first.Position != name.End || first.Kind is TokenKind.End or TokenKind.Close)
        {
            reader.Fail("empty-value", $"'{name.Text}:' at {name.Position} has no value", name);
            return [];
        }

        return first.Kind is TokenKind.Open ? TakeGroup(name) : [reader.Take()];
    }

    private List<QueryToken> TakeGroup(QueryToken name)
    {
        var open = reader.Take();
        List<QueryToken> values = [];
        while (reader.Current.Kind is TokenKind.Word or TokenKind.Prefix or TokenKind.Phrase or TokenKind.Star)
        {
            reader.CountClause(reader.Current);
            values.Add(reader.Take());
            if (reader.Current.Kind is not TokenKind.Or)
                break;
            reader.Take();
        }

        if (reader.Current.Kind is TokenKind.Close && values.Count == 0)
        {
            reader.Fail("empty-value", $"'{name.Text}:' at {name.Position} has no value", name);
            reader.Take();
        }
        else if (reader.Current.Kind is TokenKind.Close or TokenKind.End)
        {
            reader.Close(open);
        }
        else
        {
            SkipGroup(name);
        }

        return values;
    }

    private void SkipGroup(QueryToken name)
    {
        var culprit = reader.Current;
        reader.Fail(
            "bad-value",
            $"values of '{name.Text}:' must be separated by OR at {culprit.Position}; "
                + "to ask for all of several, write one clause each",
            culprit);
        var depth = 1;
        while (depth > 0 && reader.Current.Kind is not TokenKind.End)
        {
            var kind = reader.Take().Kind;
            depth += kind is TokenKind.Open ? 1 : kind is TokenKind.Close ? -1 : 0;
        }
    }

    private FieldValue? Value(QueryField field, QueryToken token)
    {
        if (field is QueryField.Title && token.Kind is not TokenKind.Star)
            return new TextValue(reader.Leaf(token));
        if (token.Kind is TokenKind.Prefix or TokenKind.Star)
        {
            reader.Fail("bad-wildcard", $"'{field.Name()}:' takes no '*' at {token.Position}", token, token.Text);
            return null;
        }

        if (field is QueryField.Story)
            return Story(token);
        if (field is QueryField.Count)
            return Unit(token);
        return field.TakesDates() ? Date(field, token) : Name(field, token);
    }

    private UnitValue? Unit(QueryToken token)
    {
        if (Enum.TryParse<CountUnit>(token.Text, ignoreCase: true, out var unit) && Enum.IsDefined(unit)
            && !char.IsAsciiDigit(token.Text[0]))
            return new UnitValue(unit);
        reader.Fail("bad-value", $"'count:' takes articles or stories at {token.Position}", token, "stories");
        return null;
    }

    private StoryValue? Story(QueryToken token)
    {
        var id = token.Text.ToLowerInvariant();
        if (id.Length == StoryIdLength && id.All(char.IsAsciiHexDigit))
            return new StoryValue(id);
        reader.Fail("bad-value", $"'story:' takes an id of {StoryIdLength} hex digits at {token.Position}", token);
        return null;
    }

    private FieldValue? Date(QueryField field, QueryToken token)
    {
        if (token.Text.Equals("none", StringComparison.OrdinalIgnoreCase)
            && field is not (QueryField.Added or QueryField.PublishedOrEstimated))
            return MissingValue.Instance;
        var value = DateValue.TryParse(token.Text, out var problem);
        if (value is { Exact: true } && field is not (QueryField.Published or QueryField.PublishedOrEstimated))
            (value, problem) = (null, "'=' is for publication dates only");
        if (value is null)
            reader.Fail("bad-date", $"'{field.Name()}:' at {token.Position}: {problem}", token);
        return value;
    }

    private FieldValue? Name(QueryField field, QueryToken token)
    {
        var exact = token.Text.StartsWith('=');
        var text = exact ? token.Text[1..] : token.Text;
        var slug = field is QueryField.Place ? Slug.OfPath(text) : Slug.Of(text);
        if (slug is "none" && !exact)
            return MissingValue.Instance;
        if (slug.Length > 0)
            return new NameValue(slug, exact);
        reader.Fail("empty-value", $"'{field.Name()}:' has no letters or digits in its value at {token.Position}",
            token);
        return null;
    }

    private QueryNode ParseFlag(QueryToken name)
    {
        var values = TakeValues(name);
        if (values.Count == 0)
            return AllNode.Instance;
        if (values.Count > 1)
            reader.Fail("bad-value", $"'is:' takes one value at {values[1].Position}", values[1]);
        var token = values[0];
        switch (token.Text.ToLowerInvariant())
        {
            case "undated":
                return new FieldNode(QueryField.Published, [MissingValue.Instance]);
            case "dated":
                return QueryNode.Not(new FieldNode(QueryField.Published, [MissingValue.Instance]));
            case "unplaced":
                return new FieldNode(QueryField.Place, [MissingValue.Instance]);
            case "placed":
                return QueryNode.Not(new FieldNode(QueryField.Place, [MissingValue.Instance]));
            default:
                var suggestion = EditDistance.Nearest(token.Text.ToLowerInvariant(), Flags);
                var hint = suggestion is null
                    ? "it takes undated, dated, unplaced or placed"
                    : $"did you mean '{suggestion}'?";
                reader.Fail("bad-value", $"unknown 'is:{token.Text}' at {token.Position}: {hint}", token, suggestion);
                return AllNode.Instance;
        }
    }
}
