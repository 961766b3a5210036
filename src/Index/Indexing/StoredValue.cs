using Dateline.Index.Codecs.StoredFields;

namespace Dateline.Index.Indexing;

/// <summary>Hands a stored value to the writer in its own type.</summary>
internal static class StoredValue
{
    public static void Write(StoredFieldsWriter writer, int fieldNumber, object value)
    {
        switch (value)
        {
            case string text: writer.Add(fieldNumber, text); break;
            case byte[] bytes: writer.Add(fieldNumber, bytes); break;
            case int number: writer.Add(fieldNumber, number); break;
            case long number: writer.Add(fieldNumber, number); break;
            case float number: writer.Add(fieldNumber, number); break;
            case double number: writer.Add(fieldNumber, number); break;
            default: throw new ArgumentException($"A stored value cannot be a {value.GetType()}.", nameof(value));
        }
    }
}
