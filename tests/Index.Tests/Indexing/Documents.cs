using Dateline.Index.Indexing;

namespace Dateline.Index.Tests.Indexing;

/// <summary>Documents and writers for tests.</summary>
internal static class Documents
{
    public static IndexWriterOptions Options(int bufferDocuments = int.MaxValue, int mergeFactor = 0) =>
        new() { Analyzer = new WordAnalyzer(), BufferDocuments = bufferDocuments, MergeFactor = mergeFactor };

    /// <summary>A document with only a stored keyword "id" and a text "body".</summary>
    public static IndexDocument Small(string id, string body)
    {
        var document = new IndexDocument();
        document.Add(IndexField.Keyword("id", id, stored: true));
        document.Add(IndexField.Text("body", body, stored: true));
        return document;
    }

    /// <summary>A document that uses every kind of field, some of them not in every document.</summary>
    public static IndexDocument Full(int number, Random random)
    {
        var document = Small($"d{number}", Words(random, random.Next(60)));
        if (random.Next(4) > 0)
            document.Add(IndexField.Text("title", "The " + Words(random, 1 + random.Next(6)), stored: true));
        if (random.Next(3) == 0) document.Add(IndexField.Text("title", Words(random, 2)));
        document.Add(IndexField.TextWithoutOffsets("plain", Words(new Random(number), number % 40)));
        document.Add(IndexField.Binary("idbytes", BitConverter.GetBytes(number)));
        document.Add(IndexField.Sorted("idsort", $"s{number % 17}"));
        if (random.Next(5) > 0) AddDate(document, random.Next(20_000));
        for (var left = random.Next(4); left > 0; left--) AddPlace(document, $"place {random.Next(30)}");
        document.Add(IndexField.Stored("kept", number * 0.25));
        document.Add(IndexField.Stored("kept", (float)number));
        document.Add(IndexField.Stored("kept", number));
        document.Add(IndexField.Stored("raw", new byte[] { 1, (byte)number }));
        return document;
    }

    private static void AddDate(IndexDocument document, long day)
    {
        document.Add(IndexField.LongPoint("date", day));
        document.Add(IndexField.Numeric("date", day));
        document.Add(IndexField.Stored("date", day));
    }

    private static void AddPlace(IndexDocument document, string place)
    {
        document.Add(IndexField.Keyword("places", place, stored: true));
        document.Add(IndexField.SortedSet("places", place));
        document.Add(IndexField.SortedNumeric("placelen", place.Length));
        document.Add(IndexField.Facet("places", place));
    }

    public static string Words(Random random, int count) =>
        string.Join(
            ' ',
            Enumerable.Range(0, count)
                .Select(_ => random.Next(12) == 0 ? "the" : $"w{(int)Math.Pow(random.NextDouble() * 22, 2)}"));
}
