using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Reading;
using Dateline.Index.Schema;

namespace Dateline.Index.Checking;

/// <summary>Every value of one column, its number of documents and dictionary; jumps find what walking does.</summary>
internal sealed class ColumnCheck(DocValuesReader columns, FieldInfo field, int maxDoc, PartProblems problems)
{
    private const int JumpStep = 1009;

    private readonly ulong[] _has = new ulong[(maxDoc + 63L) / 64];

    private string Field => $"column \"{@field.Name}\"";

    public void Run()
    {
        switch (field.DocValues)
        {
            case DocValuesType.Numeric:
                Walk(() => columns.Numeric(field)!, static (column, _) => Touch(column.Value));
                break;
            case DocValuesType.SortedNumeric:
                Walk(() => columns.SortedNumeric(field)!, CheckNumbers);
                break;
            case DocValuesType.Binary:
                Walk(() => columns.Binary(field)!, static (column, _) => Touch(column.Value.Length));
                break;
            case DocValuesType.Sorted:
                var used = new bool[columns.Sorted(field)!.Dictionary.ValueCount];
                Walk(() => columns.Sorted(field)!, (column, _) => used[column.Ord] = true);
                CheckDictionary(columns.Sorted(field)!.Dictionary, used);
                break;
            case DocValuesType.SortedSet:
                var ords = new bool[columns.SortedSet(field)!.Dictionary.ValueCount];
                Walk(() => columns.SortedSet(field)!, (column, docId) => CheckOrds(column, docId, ords));
                CheckDictionary(columns.SortedSet(field)!.Dictionary, ords);
                break;
            default:
                throw new InvalidOperationException($"Unknown column type {field.DocValues}.");
        }
    }

    private void Walk<T>(Func<T> open, Action<T, int> check)
        where T : ColumnCursor
    {
        var column = open();
        var count = 0;
        for (var docId = 0; docId < maxDoc; docId++)
        {
            if (!column.AdvanceExact(docId)) continue;
            count++;
            _has[docId >> 6] |= 1UL << (docId & 63);
            check(column, docId);
            problems.Items++;
        }

        problems.Require(count == column.DocCount, $"{Field} has {count} documents, its entry says {column.DocCount}");
        var jumper = open();
        for (var docId = JumpStep / 2; docId < maxDoc; docId += JumpStep)
        {
            var expected = (_has[docId >> 6] >> (docId & 63) & 1) != 0;
            problems.Require(
                jumper.AdvanceExact(docId) == expected, $"{Field}: a jump to document {docId} differs from a walk");
        }
    }

    // Reading the value is the check.
    private static void Touch(long value) => _ = value;

    private void CheckNumbers(SortedNumericColumn column, int docId)
    {
        problems.Require(column.ValueCount > 0, $"{Field}: document {docId} has {column.ValueCount} values");
        var last = long.MinValue;
        for (var left = column.ValueCount; left > 0; left--)
        {
            var value = column.NextValue();
            if (value < last) problems.Add($"{Field}: values of document {docId} do not ascend");
            last = value;
        }
    }

    private void CheckOrds(SortedSetColumn column, int docId, bool[] used)
    {
        problems.Require(column.OrdCount > 0, $"{Field}: document {docId} has {column.OrdCount} values");
        var last = -1;
        for (var left = column.OrdCount; left > 0; left--)
        {
            var ord = column.NextOrd();
            if (ord <= last) problems.Add($"{Field}: ords of document {docId} do not ascend");
            used[last = ord] = true;
        }
    }

    private void CheckDictionary(IOrdDictionary dictionary, bool[] used)
    {
        problems.Require(
            !used.Contains(false), $"{Field}: entry {Array.IndexOf(used, false)} of its dictionary is in no document");
        byte[] last = [];
        for (var ord = 0; ord < dictionary.ValueCount; ord++)
        {
            var entry = dictionary.Lookup(ord);
            if (ord > 0 && entry.SequenceCompareTo(last) <= 0)
                problems.Add($"{Field}: entry {ord} of its dictionary does not ascend");
            last = entry.ToArray();
            if (ord % 13 != 0) continue;
            problems.Require(
                dictionary.Find(last) == ord, $"{Field}: looking entry {ord} of its dictionary up does not find it");
        }
    }
}
