using System.Text;
using Dateline.Search.Archive.Json;

namespace Dateline.Search.Querying;

/// <summary>
/// Writes canonical text: AND is a space, NOT is <c>-</c>, groups of the other kind are parenthesised, dates are in
/// their shortest form, <c>published:none</c> is <c>is:undated</c>, <c>place:none</c> is <c>is:unplaced</c>.
/// </summary>
internal static class QueryPrinter
{
    public static string Print(QueryNode node)
    {
        if (node is AllNode)
            return "";
        var output = new StringBuilder();
        Write(output, node, nested: false);
        return output.ToString();
    }

    public static string Print(FieldValue value) => value switch
    {
        NameValue name => name.Exact ? "=" + name.Text : name.Text,
        StoryValue story => story.Id,
        UnitValue unit => EnumNames.Kebab(unit.Unit),
        MissingValue => "none",
        DateValue date => date.Format(),
        TextValue text => Print(text.Node),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "Unknown kind of value."),
    };

    private static void Write(StringBuilder output, QueryNode node, bool nested)
    {
        switch (node)
        {
            case AllNode:
                output.Append('*');
                break;
            case WordNode word:
                output.Append(word.Text);
                break;
            case PhraseNode phrase:
                output.Append('"').Append(phrase.Text).Append('"');
                break;
            case PrefixNode prefix:
                output.Append(prefix.Text).Append('*');
                break;
            case AndNode and:
                WriteGroup(output, and.Operands, " ", nested);
                break;
            case OrNode or:
                WriteGroup(output, or.Operands, " OR ", nested);
                break;
            case NotNode { Operand: FieldNode field } when Flag(field) is { } flag:
                output.Append("is:").Append(flag.Absent);
                break;
            case NotNode not:
                output.Append('-');
                Write(output, not.Operand, nested: true);
                break;
            case FieldNode field:
                WriteField(output, field);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node.GetType(), "Unknown kind of node.");
        }
    }

    private static void WriteGroup(StringBuilder output, ValueList<QueryNode> operands, string separator, bool nested)
    {
        if (nested)
            output.Append('(');
        for (var index = 0; index < operands.Count; index++)
        {
            if (index > 0)
                output.Append(separator);
            Write(output, operands[index], nested: true);
        }

        if (nested)
            output.Append(')');
    }

    private static void WriteField(StringBuilder output, FieldNode field)
    {
        if (Flag(field) is { } flag)
        {
            output.Append("is:").Append(flag.Present);
            return;
        }

        output.Append(field.Field.Name()).Append(':');
        if (field.Values.Count == 1)
            output.Append(Print(field.Values[0]));
        else
            output.Append('(').AppendJoin(" OR ", field.Values.Select(Print)).Append(')');
    }

    /// <summary>The short forms of "no value" (and of its opposite), where the field has them.</summary>
    internal static (string Present, string Absent)? Flag(FieldNode field) => field.Values is [MissingValue]
        ? field.Field switch
        {
            QueryField.Published => ("undated", "dated"),
            QueryField.Place => ("unplaced", "placed"),
            _ => null,
        }
        : null;
}
