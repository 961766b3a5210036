using System.Text.Json;

namespace Dateline.Index.Tests.Oracle;

/// <summary>Turns Lucene's dump of an index into the facts of its live documents.</summary>
internal sealed class LuceneDumpFacts
{
    private readonly Dictionary<(int Segment, int Doc), List<string>> _facts = [];
    private readonly Dictionary<(int Segment, int Doc), string> _ids = [];
    private readonly HashSet<(int Segment, int Doc)> _deleted = [];
    private readonly Dictionary<string, (bool Positions, bool Offsets)> _options = [];
    private int _segment;

    /// <summary>Facts by the documents' stored "id".</summary>
    public static Dictionary<string, List<string>> Read(string folder)
    {
        var dump = new LuceneDumpFacts();
        foreach (var line in LuceneOracle.Dump(folder))
        {
            using var json = JsonDocument.Parse(line);
            dump.Add(json.RootElement);
        }

        return dump._ids.Where(entry => !dump._deleted.Contains(entry.Key))
            .ToDictionary(entry => entry.Value, entry => DocumentFacts.Sorted(dump._facts[entry.Key]));
    }

    private void Add(JsonElement line)
    {
        _segment = line.GetProperty("seg").GetInt32();
        if (line.TryGetProperty("deleted", out var deleted))
            foreach (var doc in deleted.EnumerateArray()) _deleted.Add((_segment, doc.GetInt32()));
        else if (line.TryGetProperty("index", out var options))
            AddOptions(line.GetProperty("field").GetString()!, options.GetString()!);
        else if (line.TryGetProperty("term", out var field)) AddTerm(field.GetString()!, line);
        else if (line.TryGetProperty("norms", out field)) AddNorms(field.GetString()!, line);
        else if (line.TryGetProperty("docvalues", out field)) AddColumn(field.GetString()!, line);
        else if (line.TryGetProperty("points", out field)) AddPoints(field.GetString()!, line);
        else if (line.TryGetProperty("stored", out var stored))
            AddStored(stored.GetInt32(), line.GetProperty("fields"));
    }

    private void AddOptions(string field, string options) => _options[field] = (
        options.Contains("POSITIONS", StringComparison.Ordinal), options.Contains("OFFSETS", StringComparison.Ordinal));

    private void AddTerm(string field, JsonElement line)
    {
        var term = line.GetProperty("text").GetString()!;
        foreach (var posting in line.GetProperty("postings").EnumerateArray())
        {
            var numbers = posting.EnumerateArray().Select(number => number.GetInt32()).ToArray();
            var (positions, offsets) = _options[field];
            Assert.Equal(2 + (positions ? numbers[1] * (offsets ? 3 : 1) : 0), numbers.Length);
            Fact(numbers[0], DocumentFacts.Term(field, term, numbers[2..]));
        }
    }

    private void AddNorms(string field, JsonElement line)
    {
        foreach (var row in line.GetProperty("values").EnumerateArray())
            // 0: no token
            if (row[1].GetInt64() != 0) Fact(row[0].GetInt32(), $"norm {field} {(byte)row[1].GetInt64()}");
    }

    private void AddPoints(string field, JsonElement line)
    {
        foreach (var row in line.GetProperty("values").EnumerateArray())
            Fact(row[0].GetInt32(), $"point {field} {row[1].GetString()}");
    }

    private void AddColumn(string field, JsonElement line)
    {
        var dictionary = line.GetProperty("dict").EnumerateArray().Select(entry => entry.GetString()!).ToArray();
        foreach (var row in line.GetProperty("values").EnumerateArray())
        {
            var values = row.EnumerateArray().Skip(1).Select(value =>
                dictionary.Length > 0 ? dictionary[value.GetInt32()]
                : value.ValueKind == JsonValueKind.String ? value.GetString()!
                : value.GetRawText());
            Fact(row[0].GetInt32(), DocumentFacts.Column(field, values));
        }
    }

    private void AddStored(int docId, JsonElement fields)
    {
        var values = fields.EnumerateArray().Select(pair => DocumentFacts.Stored(
            pair[0].GetString()!,
            pair[1].ValueKind == JsonValueKind.Number ? pair[1].GetDouble() : pair[1].GetString()!)).ToList();
        Fact(docId, "stored " + string.Join(' ', values));
        _ids[(_segment, docId)] = values.First(value => value.StartsWith("id=", StringComparison.Ordinal))[3..];
    }

    private void Fact(int docId, string fact)
    {
        if (!_facts.TryGetValue((_segment, docId), out var facts)) _facts.Add((_segment, docId), facts = []);
        facts.Add(fact);
    }
}
