using Dateline.Index.Reading;
using Dateline.Index.Schema;

namespace Dateline.Index.Codecs.StoredFields;

/// <summary>Turns the raw bytes of a stored document into fields (LUCENE87 section 10).</summary>
internal static class StoredDocument
{
    /// <summary>Fields in stored order; bytes that are not exactly the given number of fields are damage.</summary>
    public static IReadOnlyList<StoredField> Parse(
        ReadOnlySpan<byte> bytes, int fieldCount, FieldInfos names, string file, int docId)
    {
        var input = new StoredBytes(bytes, file, docId);
        if (fieldCount > bytes.Length) throw input.Corrupt($"has {fieldCount} fields in {bytes.Length} bytes");
        if (fieldCount == 0 && bytes.Length == 0) return [];
        var fields = new StoredField[fieldCount];
        for (var k = 0; k < fieldCount; k++)
        {
            var key = input.ReadVLong();
            var field = key >> 3 is >= 0 and <= int.MaxValue ? names.Find((int)(key >> 3)) : null;
            if (field is null) throw input.Corrupt($"has field number {key >> 3}, which .fnm does not have");
            fields[k] = new StoredField(field.Name, ReadValue(ref input, (int)key & 7));
        }

        return input.Remaining == 0 ? fields
            : throw input.Corrupt($"has {input.Remaining} bytes after its {fieldCount} fields");
    }

    private static object ReadValue(ref StoredBytes input, int type) => (StoredFieldsFormat.ValueType)type switch
    {
        StoredFieldsFormat.ValueType.String => input.ReadString(),
        StoredFieldsFormat.ValueType.Bytes => input.ReadSpan(input.ReadVInt()).ToArray(),
        StoredFieldsFormat.ValueType.Int => input.ReadZInt(),
        StoredFieldsFormat.ValueType.Float => StoredNumbers.ReadFloat(ref input),
        StoredFieldsFormat.ValueType.Long => StoredNumbers.ReadLong(ref input),
        StoredFieldsFormat.ValueType.Double => StoredNumbers.ReadDouble(ref input),
        _ => throw input.Corrupt($"has a value of type {type}, expected 0 to 5"),
    };
}
