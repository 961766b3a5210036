using Dateline.Index.Reading;
using Dateline.Index.Schema;

namespace Dateline.Index.Tests.Oracle;

/// <summary>
/// The facts of an index's live documents as our reader sees them (points are read through ranges only, so not here).
/// </summary>
internal static class ReaderFacts
{
    public static Dictionary<string, List<string>> Read(IndexReader reader)
    {
        var facts = new Dictionary<string, List<string>>();
        foreach (var segment in reader.Segments)
        {
            var ofDocs = Enumerable.Range(0, segment.MaxDoc).Select(_ => new List<string>()).ToArray();
            foreach (var field in segment.Fields) AddField(segment, field, ofDocs);
            for (var docId = 0; docId < segment.MaxDoc; docId++)
            {
                if (!segment.LiveBits.IsEmpty && (segment.LiveBits[docId >> 6] >> docId & 1) == 0) continue;
                var stored = segment.Stored(docId);
                ofDocs[docId].Add(
                    "stored "
                        + string.Join(' ', stored.Select(field => DocumentFacts.Stored(field.Name, field.Value))));
                facts.Add((string)stored.First(field => field.Name == "id").Value, DocumentFacts.Sorted(ofDocs[docId]));
            }
        }

        return facts;
    }

    private static void AddField(SegmentReader segment, FieldInfo field, List<string>[] facts)
    {
        if (segment.Terms(field.Name) is { } terms) AddTerms(terms, field, facts);
        if (segment.Norms(field.Name) is { } norms)
            for (var docId = 0; docId < facts.Length; docId++)
                if (norms.Get(docId) != 0) facts[docId].Add($"norm {field.Name} {norms.Get(docId)}");
        for (var docId = 0; docId < facts.Length; docId++)
            if (Values(segment, field, docId) is { Count: > 0 } values)
                facts[docId].Add(DocumentFacts.Column(field.Name, values));
    }

    private static void AddTerms(FieldTerms terms, FieldInfo field, List<string>[] facts)
    {
        var cursor = terms.Terms();
        while (cursor.Next())
        {
            var postings = terms.Postings(
                cursor.State, field.HasOffsets ? PostingsParts.Offsets : PostingsParts.Positions);
            while (postings.Next() is var docId and not DocCursor.NoMoreDocs)
            {
                var occurrences = new List<int>();
                for (var left = field.HasPositions ? postings.Freq : 0; left > 0; left--)
                {
                    occurrences.Add(postings.NextPosition());
                    if (field.HasOffsets) occurrences.AddRange([postings.StartOffset, postings.EndOffset]);
                }

                facts[docId].Add(DocumentFacts.Term(field.Name, DocumentFacts.Hex(cursor.Term), occurrences));
            }
        }
    }

    private static List<string> Values(SegmentReader segment, FieldInfo field, int docId)
    {
        var values = new List<string>();
        switch (field.DocValues)
        {
            case DocValuesType.Numeric when segment.Numeric(field.Name) is { } column && column.AdvanceExact(docId):
                values.Add($"{column.Value}");
                break;
            case DocValuesType.SortedNumeric when segment.SortedNumeric(field.Name) is { } column
                && column.AdvanceExact(docId):
                for (var left = column.ValueCount; left > 0; left--) values.Add($"{column.NextValue()}");
                break;
            case DocValuesType.Binary when segment.Binary(field.Name) is { } column && column.AdvanceExact(docId):
                values.Add(DocumentFacts.Hex(column.Value));
                break;
            case DocValuesType.Sorted when segment.Sorted(field.Name) is { } column && column.AdvanceExact(docId):
                values.Add(DocumentFacts.Hex(column.Dictionary.Lookup(column.Ord)));
                break;
            case DocValuesType.SortedSet when segment.SortedSet(field.Name) is { } column && column.AdvanceExact(docId):
                for (var left = column.OrdCount; left > 0; left--)
                    values.Add(DocumentFacts.Hex(column.Dictionary.Lookup(column.NextOrd())));
                break;
            default:
                break;
        }

        return values;
    }
}
