using Dateline.Search.Archive;

namespace Dateline.Search.Querying;

/// <summary>
/// One place or actor as the query language writes it: <c>actor:lavrov</c>, <c>place:=syria/homs</c>.
/// </summary>
/// <param name="Dimension">Place or actor.</param>
/// <param name="Value">The value.</param>
public sealed record ValueClause(FacetDimension Dimension, NameValue Value)
{
    /// <summary>The value as the query language writes it.</summary>
    public string Text => Value.ToString();

    /// <summary>Reads such a clause; null and the reason for anything else.</summary>
    public static ValueClause? TryParse(string? text, out string? problem)
    {
        problem = null;
        var root = ArchiveQuery.Parse(text ?? "").Query?.Root;
        if (root is FieldNode { Field: QueryField.Place or QueryField.Actor, Values: [NameValue value] } clause)
            return new ValueClause(clause.Field is QueryField.Place ? FacetDimension.Place
                : FacetDimension.Actor, value);
        problem = $"'{text}' is no single place or actor: write actor:sergey-lavrov or place:syria/homs.";
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{QueryFields.Of(Dimension).Name()}:{Value}";
}
