namespace Dateline.Search.Querying;

/// <summary>
/// A node of a query's syntax tree. Build And, Or and Not through the factories here, which keep the tree in normal
/// form: no And in And, no Or in Or, no single operand, no double negation. Every tree in normal form prints to
/// canonical text that parses back to an equal tree.
/// </summary>
public abstract record QueryNode
{
    private protected QueryNode()
    {
    }

    /// <summary>All operands match. Nothing in it: <see cref="AllNode"/>.</summary>
    public static QueryNode And(params IEnumerable<QueryNode> operands)
    {
        List<QueryNode> flat = [];
        foreach (var operand in operands)
        {
            if (operand is AndNode and)
                flat.AddRange(and.Operands);
            else if (operand is not AllNode)
                flat.Add(operand);
        }

        return flat switch
        {
            [] => AllNode.Instance,
            [var single] => single,
            _ => new AndNode([.. flat]),
        };
    }

    /// <summary>At least one operand matches.</summary>
    /// <exception cref="ArgumentException">No operand.</exception>
    public static QueryNode Or(params IEnumerable<QueryNode> operands)
    {
        List<QueryNode> flat = [];
        foreach (var operand in operands)
        {
            if (operand is OrNode or)
                flat.AddRange(or.Operands);
            else
                flat.Add(operand);
        }

        return flat switch
        {
            [] => throw new ArgumentException("An OR needs an operand.", nameof(operands)),
            [var single] => single,
            _ => new OrNode([.. flat]),
        };
    }

    /// <summary>The operand does not match.</summary>
    public static QueryNode Not(QueryNode operand) => operand is NotNode not ? not.Operand : new NotNode(operand);

    /// <summary>Canonical text of this node alone.</summary>
    public sealed override string ToString() => QueryPrinter.Print(this);
}

/// <summary>Matches every article; canonical text empty on its own, <c>*</c> inside a query.</summary>
public sealed record AllNode : QueryNode
{
    private AllNode()
    {
    }

    /// <summary>The only one.</summary>
    public static AllNode Instance { get; } = new();
}

/// <summary>A word of title or body, as typed; analysis (lower case, stemming) happens when it is searched.</summary>
/// <param name="Text">No white space, quotes, parentheses or <c>*</c>; not an operator; no leading <c>-</c> or
/// <c>+</c>.</param>
public sealed record WordNode(string Text) : QueryNode;

/// <summary>Consecutive words of title or body.</summary>
/// <param name="Text">Words separated by single spaces, no double quotes, not empty.</param>
public sealed record PhraseNode(string Text) : QueryNode;

/// <summary>Words of title or body that start with these letters (not stemmed).</summary>
/// <param name="Text">The letters without <c>*</c>.</param>
public sealed record PrefixNode(string Text) : QueryNode;

/// <summary>All of several.</summary>
/// <param name="Operands">At least two, none of them And or All.</param>
public sealed record AndNode(ValueList<QueryNode> Operands) : QueryNode;

/// <summary>Any of several.</summary>
/// <param name="Operands">At least two, none of them Or.</param>
public sealed record OrNode(ValueList<QueryNode> Operands) : QueryNode;

/// <summary>Everything but.</summary>
/// <param name="Operand">Not a Not.</param>
public sealed record NotNode(QueryNode Operand) : QueryNode;

/// <summary>A field clause such as <c>place:syria/homs</c>; several values mean any of them.</summary>
/// <param name="Field">The field.</param>
/// <param name="Values">At least one, of the kind the field takes, or <see cref="MissingValue"/> (not for
/// titles).</param>
public sealed record FieldNode(QueryField Field, ValueList<FieldValue> Values) : QueryNode;
