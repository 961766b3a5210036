using Dateline.Index.Numerics;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.DocValues;

/// <summary>Parses <c>.dvm</c>: field number, kind and body for every field with doc values, then -1.</summary>
internal sealed class DocValuesMeta(IndexInput meta, IndexInput data, int maxDoc, int version)
{
    /// <summary>Entries by field number: NumericEntry, SortedNumericEntry, BinaryEntry or OrdsEntry.</summary>
    public Dictionary<int, object> Read(FieldInfos fields)
    {
        var entries = new Dictionary<int, object>();
        for (var number = meta.ReadInt32(); number != -1; number = meta.ReadInt32())
        {
            var field = fields.Find(number)
                ?? throw meta.Corrupt($"doc values for field number {number}, which .fnm does not have");
            var kind = (DocValuesFormat.Kind)meta.ReadByte();
            if (TypeOf(kind) != field.DocValues)
                throw meta.Corrupt($"doc values of field \"{field.Name}\" are {kind}, .fnm says {field.DocValues}");
            if (!entries.TryAdd(number, ReadEntry(kind, field)))
                throw meta.Corrupt($"doc values of field \"{field.Name}\" occur twice");
        }

        foreach (var field in fields)
            if (field.DocValues != DocValuesType.None && !entries.ContainsKey(field.Number))
                throw meta.Corrupt($"doc values of field \"{field.Name}\" are missing");
        return entries;
    }

    private DocValuesType TypeOf(DocValuesFormat.Kind kind) => kind switch
    {
        DocValuesFormat.Kind.Numeric => DocValuesType.Numeric,
        DocValuesFormat.Kind.Binary => DocValuesType.Binary,
        DocValuesFormat.Kind.Sorted => DocValuesType.Sorted,
        DocValuesFormat.Kind.SortedSet => DocValuesType.SortedSet,
        DocValuesFormat.Kind.SortedNumeric => DocValuesType.SortedNumeric,
        _ => throw meta.Corrupt($"doc values kind is {(int)kind}, expected 0 to 4"),
    };

    private object ReadEntry(DocValuesFormat.Kind kind, FieldInfo field) => kind switch
    {
        DocValuesFormat.Kind.Numeric => ReadNumeric(),
        DocValuesFormat.Kind.SortedNumeric => ReadSortedNumeric(),
        DocValuesFormat.Kind.Binary => ReadBinary(field),
        DocValuesFormat.Kind.Sorted => ReadSingleOrds(),
        _ => ReadSortedSet(),
    };

    private NumericEntry ReadNumeric()
    {
        var entry = NumericEntry.Read(meta, data, maxDoc);
        return entry.Count <= maxDoc ? entry : throw meta.Corrupt($"{entry.Count} values for {maxDoc} documents");
    }

    private SortedNumericEntry ReadSortedNumeric()
    {
        var numbers = NumericEntry.Read(meta, data, maxDoc);
        var docCount = ReadDocCount();
        if (numbers.Count < docCount) throw meta.Corrupt($"{numbers.Count} values for {docCount} documents");
        var starts = numbers.Count > docCount ? Addresses.Read(meta, data, docCount, numbers.Count) : null;
        return new SortedNumericEntry(numbers, docCount, starts);
    }

    private BinaryEntry ReadBinary(FieldInfo field)
    {
        var offset = meta.ReadInt64();
        var length = meta.ReadInt64();
        if (offset < 0 || length < 0 || offset > data.Length - length)
            throw meta.Corrupt($"values lie at {offset}, {length} bytes, in a file of {data.Length}");
        var docs = DocsWithField.Read(meta, data, maxDoc);
        var entry = new BinaryEntry(data, data.Slice(offset, length), docs, ReadDocCount());
        var shortest = meta.ReadInt32();
        var longest = meta.ReadInt32();
        if (shortest < 0 || (longest < shortest && entry.DocCount > 0))
            throw meta.Corrupt($"value lengths go from {shortest} to {longest}");
        if (entry.DocCount > 0 && IsCompressed(field)) return ReadCompressed(entry);
        return shortest < longest
            ? entry with { Starts = Addresses.Read(meta, data, entry.DocCount, length) }
            : entry with { Length = shortest };
    }

    private bool IsCompressed(FieldInfo field)
    {
        if (version < DocValuesFormat.ModeVersion) return version == DocValuesFormat.CompressedBinaryVersion;
        return field.Attributes.GetValueOrDefault(DocValuesFormat.ModeAttribute) switch
        {
            "BEST_SPEED" => false,
            "BEST_COMPRESSION" => true,
            var mode => throw meta.Corrupt($"field \"{field.Name}\" has {DocValuesFormat.ModeAttribute} \"{mode}\""),
        };
    }

    private BinaryEntry ReadCompressed(BinaryEntry entry)
    {
        var offset = meta.ReadInt64();
        var chunks = meta.ReadCount(int.MaxValue, "number of chunks");
        var chunkShift = meta.ReadCount(16, "chunk shift");
        var largest = meta.ReadCount(int.MaxValue, "largest chunk");
        var starts = DirectMonotonic.Read(meta, data, offset, chunks, meta.ReadVInt());
        meta.ReadInt64(); // length of the addresses
        return entry with { ChunkStarts = starts, ChunkShift = chunkShift, LargestChunk = largest };
    }

    private OrdsEntry ReadSortedSet()
    {
        var form = meta.ReadByte();
        if (form == 0) return ReadSingleOrds();
        if (form != 1) throw meta.Corrupt($"sorted-set form is {form}, expected 0 or 1");
        var docs = DocsWithField.Read(meta, data, maxDoc);
        var (bits, offset) = ReadOrdsPlace();
        if (bits == 0) throw meta.Corrupt("ords of a sorted set have 0 bits");
        var docCount = ReadDocCount();
        var starts = Addresses.Read(meta, data, docCount);
        var ords = new DirectPacked(data, offset, starts.Limit, bits);
        return new OrdsEntry(docs, docCount, ords, starts, TermsDictionary.Read(meta, data), data.Name);
    }

    private OrdsEntry ReadSingleOrds()
    {
        var docs = DocsWithField.Read(meta, data, maxDoc);
        var docCount = ReadDocCount();
        var (bits, offset) = ReadOrdsPlace();
        var ords = new DirectPacked(data, offset, docCount, bits);
        return new OrdsEntry(docs, docCount, ords, null, TermsDictionary.Read(meta, data), data.Name);
    }

    private (int Bits, long Offset) ReadOrdsPlace()
    {
        int bits = meta.ReadByte();
        var offset = meta.ReadInt64();
        meta.ReadInt64(); // length; the packed values were checked to lie inside the file
        return (bits, offset);
    }

    private int ReadDocCount()
    {
        var count = meta.ReadInt32();
        return count >= 0 && count <= maxDoc ? count
            : throw meta.Corrupt($"{count} of {maxDoc} documents have a value");
    }
}
