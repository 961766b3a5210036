using Dateline.Index.Codecs;
using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Indexing.Buffering;
using Dateline.Index.Reading;
using Dateline.Index.Schema;

namespace Dateline.Index.Indexing.Merging;

/// <summary>Merges doc values by reading the live documents' values into column buffers, one field at a time.</summary>
internal static class ColumnsMerger
{
    public static void Merge(SegmentFiles files, FieldInfos fields, MergeInput[] inputs)
    {
        if (fields.All(field => field.DocValues == DocValuesType.None)) return;
        using var writer = new DocValuesWriter(files);
        foreach (var field in fields)
        {
            if (field.DocValues == DocValuesType.None) continue;
            using var arena = new ByteArena();
            using var column = ColumnBuffer.Create(field.DocValues, arena);
            foreach (var input in inputs) Copy(input, field.Name, column);
            column.Flush(writer, field);
        }

        writer.Finish();
    }

    private static void Copy(MergeInput input, string field, ColumnBuffer column)
    {
        var reader = input.Reader;
        switch (column)
        {
            case NumberColumnBuffer numbers when column.Type == DocValuesType.Numeric:
                if (reader.Numeric(field) is { } numeric) Copy(input.Targets, numeric, numbers);
                break;
            case NumberColumnBuffer numbers:
                if (reader.SortedNumeric(field) is { } lists) Copy(input.Targets, lists, numbers);
                break;
            case BinaryColumnBuffer values:
                if (reader.Binary(field) is { } binary) Copy(input.Targets, binary, values);
                break;
            case OrdColumnBuffer ords when column.Type == DocValuesType.Sorted:
                if (reader.Sorted(field) is { } sorted) Copy(input.Targets, sorted, ords);
                break;
            case OrdColumnBuffer ords:
                if (reader.SortedSet(field) is { } sets) Copy(input.Targets, sets, ords);
                break;
            default:
                throw new ArgumentException(
                    $"Column type {column.Type} of field \"{field}\" is unknown.", nameof(column));
        }
    }

    private static void Copy(ReadOnlySpan<int> targets, NumericColumn source, NumberColumnBuffer column)
    {
        for (var docId = 0; docId < targets.Length; docId++)
            if (targets[docId] >= 0 && source.AdvanceExact(docId)) column.Add(targets[docId], source.Value);
    }

    private static void Copy(ReadOnlySpan<int> targets, SortedNumericColumn source, NumberColumnBuffer column)
    {
        for (var docId = 0; docId < targets.Length; docId++)
        {
            if (targets[docId] < 0 || !source.AdvanceExact(docId)) continue;
            for (var left = source.ValueCount; left > 0; left--) column.Add(targets[docId], source.NextValue());
        }
    }

    private static void Copy(ReadOnlySpan<int> targets, BinaryColumn source, BinaryColumnBuffer column)
    {
        for (var docId = 0; docId < targets.Length; docId++)
            if (targets[docId] >= 0 && source.AdvanceExact(docId)) column.Add(targets[docId], source.Value.ToArray());
    }

    private static void Copy(ReadOnlySpan<int> targets, SortedColumn source, OrdColumnBuffer column)
    {
        var numbers = new OrdNumbers(source.Dictionary, column);
        for (var docId = 0; docId < targets.Length; docId++)
            if (targets[docId] >= 0 && source.AdvanceExact(docId)) column.Add(targets[docId], numbers[source.Ord]);
    }

    private static void Copy(ReadOnlySpan<int> targets, SortedSetColumn source, OrdColumnBuffer column)
    {
        var numbers = new OrdNumbers(source.Dictionary, column);
        for (var docId = 0; docId < targets.Length; docId++)
        {
            if (targets[docId] < 0 || !source.AdvanceExact(docId)) continue;
            for (var left = source.OrdCount; left > 0; left--) column.Add(targets[docId], numbers[source.NextOrd()]);
        }
    }

    /// <summary>
    /// Numbers of a segment's dictionary entries in the merged column, looked up once each and only when used.
    /// </summary>
    private sealed class OrdNumbers(IOrdDictionary dictionary, OrdColumnBuffer column)
    {
        private readonly int[] _numbers = new int[dictionary.ValueCount]; // number + 1; 0 = not looked up

        public int this[int ord]
        {
            get
            {
                if (_numbers[ord] == 0) _numbers[ord] = column.Number(dictionary.Lookup(ord)) + 1;
                return _numbers[ord] - 1;
            }
        }
    }
}
