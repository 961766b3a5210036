using Dateline.Index.Codecs;
using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Codecs.Norms;
using Dateline.Index.Codecs.Points;
using Dateline.Index.Codecs.StoredFields;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Codecs;

/// <summary>
/// A segment with a column of every type over random data, written by our writers, and what was put in.
/// </summary>
internal sealed class SampleSegment
{
    private readonly Random _random;
    private readonly int _maxDoc;
    private readonly List<FieldInfo> _fields = [];

    public SampleSegment(IndexDirectory directory, int maxDoc, int seed, bool norms = true)
    {
        _random = new Random(seed);
        _maxDoc = maxDoc;
        var id = new byte[16];
        _random.NextBytes(id);
        Files = new SegmentFiles(directory, "_0", id, maxDoc);
        WriteColumns();
        WritePoints();
        if (norms) WriteNorms();
        WriteStored();
        Fields = new FieldInfos(_fields);
    }

    public SegmentFiles Files { get; }

    public FieldInfos Fields { get; }

    /// <summary>Per numeric or sorted-numeric field: document to values.</summary>
    public Dictionary<string, SortedDictionary<int, long[]>> Numbers { get; } = [];

    /// <summary>Per sorted or sorted-set field: document to ords.</summary>
    public Dictionary<string, SortedDictionary<int, int[]>> Ords { get; } = [];

    public Dictionary<string, byte[][]> Dictionaries { get; } = [];

    public Dictionary<string, SortedDictionary<int, byte[]>> Binaries { get; } = [];

    public Dictionary<string, byte[]> Norms { get; } = [];

    public Dictionary<string, (int DocId, long Value)[]> Points { get; } = [];

    public List<(int Field, object Value)[]> Stored { get; } = [];

    private FieldInfo Field(string name, DocValuesType type = DocValuesType.None)
    {
        var attributes = new Dictionary<string, string>();
        if (type != DocValuesType.None)
        {
            attributes["PerFieldDocValuesFormat.format"] = "Lucene80";
            attributes["PerFieldDocValuesFormat.suffix"] = "0";
        }

        _fields.Add(new FieldInfo { Name = name, Number = _fields.Count, DocValues = type, Attributes = attributes });
        return _fields[^1];
    }

    private int[] Docs(double share) => [.. Enumerable.Range(0, _maxDoc).Where(_ => _random.NextDouble() < share)];

    private void WriteColumns()
    {
        using var writer = new DocValuesWriter(Files);
        WriteNumbers(writer, "plain", 1, _ => _random.Next(-1000, 5000));
        WriteNumbers(writer, "full", 0.7, _ => _random.NextInt64() << 1 ^ _random.Next());
        WriteNumbers(writer, "positive", 0.7, _ => 1000 + _random.Next(60_000));
        WriteNumbers(writer, "days", 0.9, _ => 86_400_000L * (_random.Next(20_000) - 5000) + 7);
        WriteNumbers(writer, "table", 0.01, _ => new[] { 5, -1L << 40, 77, 1L << 50 }[_random.Next(4)]);
        WriteNumbers(writer, "constant", 0.5, _ => -42);
        WriteNumbers(writer, "none", 0, _ => 0);
        WriteNumbers(writer, "blocks", 1, docId => docId < 16384 ? 9 : docId < 40_000 ? _random.Next(4) * 3
            : _random.Next() * 3L);
        WriteNumbers(writer, "single", 1.0 / _maxDoc, _ => 1);
        WriteSortedNumeric(writer, "many", 0.6, 4);
        WriteSortedNumeric(writer, "one_each", 1, 1);
        WriteBinary(writer, "bytes", 0.8, () => _random.Next(9));
        WriteBinary(writer, "fixed", 0.3, () => 3);
        WriteBinary(writer, "empty", 0.3, () => 0);
        WriteOrds(writer, "sorted", 0.9, 3000, 1, DocValuesType.Sorted);
        WriteOrds(writer, "sorted_one", 0.9, 1, 1, DocValuesType.Sorted);
        WriteOrds(writer, "sorted_none", 0, 0, 1, DocValuesType.Sorted);
        WriteOrds(writer, "set", 0.8, 700, 6, DocValuesType.SortedSet);
        WriteOrds(writer, "set_single", 1, 16, 1, DocValuesType.SortedSet);
        WriteOrds(writer, "set_sparse", 0.005, 2000, 400, DocValuesType.SortedSet);
        WriteOrds(writer, "set_none", 0, 0, 1, DocValuesType.SortedSet);
        writer.Finish();
    }

    private void WriteNumbers(DocValuesWriter writer, string name, double share, Func<int, long> value)
    {
        var docIds = Docs(share);
        var values = docIds.Select(value).ToArray();
        writer.WriteNumeric(Field(name, DocValuesType.Numeric), docIds, values);
        Numbers[name] = new(docIds.Zip(values).ToDictionary(pair => pair.First, pair => new[] { pair.Second }));
    }

    private void WriteSortedNumeric(DocValuesWriter writer, string name, double share, int most)
    {
        var docIds = Docs(share);
        var values = docIds.Select(_ => Enumerable.Range(0, _random.Next(1, most + 1))
            .Select(_ => (long)_random.Next(-100, 100)).Order().ToArray()).ToArray();
        writer.WriteSortedNumeric(
            Field(name, DocValuesType.SortedNumeric), docIds, Starts(values), values.SelectMany(v => v).ToArray());
        Numbers[name] = new(docIds.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private void WriteBinary(DocValuesWriter writer, string name, double share, Func<int> length)
    {
        var docIds = Docs(share);
        var values = docIds.Select(_ => RandomBytes(length())).ToArray();
        writer.WriteBinary(Field(name, DocValuesType.Binary), docIds,
            [.. values.Select(v => new ReadOnlyMemory<byte>(v))]);
        Binaries[name] = new(docIds.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private void WriteOrds(DocValuesWriter writer, string name, double share, int terms, int most, DocValuesType type)
    {
        var docIds = Docs(share);
        var sets = docIds.Select(_ => Enumerable.Range(0, _random.Next(1, most + 1))
            .Select(_ => _random.Next(terms)).Distinct().Order().ToArray()).ToArray();
        var used = sets.SelectMany(set => set).Distinct().Order().ToArray(); // every term of a dictionary must be used
        sets = [.. sets.Select(set => set.Select(ord => Array.BinarySearch(used, ord)).ToArray())];
        var dictionary = RandomTerms(used.Length);
        var memory = dictionary.Select(term => new ReadOnlyMemory<byte>(term)).ToArray();
        var ords = sets.SelectMany(set => set).ToArray();
        if (type == DocValuesType.Sorted) writer.WriteSorted(Field(name, type), memory, docIds, ords);
        else writer.WriteSortedSet(Field(name, type), memory, docIds, Starts(sets), ords);
        Ords[name] = new(docIds.Zip(sets).ToDictionary(pair => pair.First, pair => pair.Second));
        Dictionaries[name] = dictionary;
    }

    private byte[][] RandomTerms(int count)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        for (var k = 0; terms.Count < count; k++)
        {
            var stem = new string((char)('a' + _random.Next(4)), _random.Next(40));
            terms.Add(
                k == 0
                    ? ""
                    : $"{stem}/{_random.Next(100)}{(_random.Next(5) == 0 ? new string('z', 30) + k : "")}"
                        + $"{_random.Next(1000)}");
        }

        return [.. terms.Order(StringComparer.Ordinal).Select(System.Text.Encoding.UTF8.GetBytes)];
    }

    private static int[] Starts<T>(T[][] groups)
    {
        var starts = new int[groups.Length + 1];
        for (var k = 0; k < groups.Length; k++) starts[k + 1] = starts[k] + groups[k].Length;
        return starts;
    }

    private byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }

    private void WritePoints()
    {
        using var writer = new PointsWriter(Files);
        foreach (var (name, share, value) in new (string, double, Func<long>)[]
        {
            ("p_any", 1, () => _random.NextInt64() << 1 ^ _random.Next()), ("p_few", 0.7, () => _random.Next(3)),
                ("p_same", 0.5, () => 7),
            ("p_near", 1, () => _random.Next(100_000) - 50_000), ("p_one", 1.0 / _maxDoc, () => long.MinValue),
                ("p_none", 0, () => 0),
        })
        {
            var docIds = Docs(share);
            docIds = [.. docIds, .. docIds.Where(docId => docId % 10 == 0)];
            var values = docIds.Select(_ => value()).ToArray();
            _random.Shuffle(docIds);
            _fields.Add(Field(name) with { PointDimensions = 1, PointIndexDimensions = 1, PointBytes = 8 });
            _fields.RemoveAt(_fields.Count - 2);
            Points[name] = [.. docIds.Zip(values)];
            writer.WriteLong(_fields[^1], values, docIds);
        }

        writer.Finish();
    }

    private void WriteNorms()
    {
        using var writer = new NormsWriter(Files);
        foreach (var (name, share, most) in new[]
        {
            ("t_all", 1.1, 256), ("t_most", 0.9, 256), ("t_few", 0.002, 256), ("t_one", 1.1, 2), ("t_some_one", 0.5, 2),
                ("t_none", 0.0, 2),
        })
        {
            var norms = Enumerable.Range(0, _maxDoc)
                .Select(_ => _random.NextDouble() < share ? (byte)_random.Next(1, most) : (byte)0).ToArray();
            _fields.Add(Field(name) with { IndexOptions = IndexOptions.DocsAndFreqs });
            _fields.RemoveAt(_fields.Count - 2);
            writer.Write(_fields[^1], norms);
            Norms[name] = norms;
        }

        writer.Finish();
    }

    private void WriteStored()
    {
        var (text, any, binary) = (Field("title").Number, Field("number").Number, Field("raw").Number);
        using var writer = new StoredFieldsWriter(Files);
        for (var docId = 0; docId < _maxDoc; docId++)
        {
            var fields = new List<(int, object)>();
            if (docId % 5 != 0)
                fields.Add((text, string.Concat(Enumerable.Repeat($"déjà 漢字 {docId} ", _random.Next(6)))));
            if (docId % 7 == 0) fields.Add((binary, RandomBytes(_random.Next(20))));
            if (docId % 3 != 0) fields.Add((any, RandomNumber()));
            if (docId == _maxDoc / 2)
                fields.Add((text, string.Concat(Enumerable.Range(0, 200_000).Select(k => $"{k * 7919 % 10007} "))));
            Stored.Add([.. fields]);
            writer.StartDocument();
            foreach (var (field, value) in fields) Add(writer, field, value);
            writer.FinishDocument();
        }

        writer.Finish(_maxDoc);
    }

    private object RandomNumber() => _random.Next(16) switch
    {
        0 => (object)_random.Next(),
        1 => -_random.Next(200),
        2 => _random.NextInt64(),
        3 => -1000L * _random.Next(-5, 100_000),
        4 => 3_600_000L * _random.Next(-5000, 100_000),
        5 => 86_400_000L * _random.Next(-5000, 20_000),
        6 => new[] { 0L, long.MinValue, long.MaxValue, -1L }[_random.Next(4)],
        7 => (float)_random.Next(-2, 128),
        8 => _random.NextSingle() - 0.5f,
        9 => new[] { -0f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MinValue,
            float.Epsilon }[_random.Next(6)],
        10 => (double)_random.Next(-2, 128),
        11 => _random.NextDouble() - 0.5,
        12 => (double)(_random.NextSingle() - 0.5f),
        13 => new[] { -0.0, double.NaN, double.PositiveInfinity, double.MinValue, double.Epsilon }[_random.Next(5)],
        14 => int.MinValue,
        _ => int.MaxValue,
    };

    private static void Add(StoredFieldsWriter writer, int field, object value)
    {
        switch (value)
        {
            case string text: writer.Add(field, text); break;
            case byte[] bytes: writer.Add(field, bytes); break;
            case int number: writer.Add(field, number); break;
            case long number: writer.Add(field, number); break;
            case float number: writer.Add(field, number); break;
            default: writer.Add(field, (double)value); break;
        }
    }
}
