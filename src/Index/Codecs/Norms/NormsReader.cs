using Dateline.Index.Numerics;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Codecs.Norms;

/// <summary>The length bytes of one segment (LUCENE87 section 9). Thread-safe; the values it gives are too.</summary>
internal sealed class NormsReader
{
    private readonly Dictionary<int, Lazy<NormValues>> _fields;

    private NormsReader(Dictionary<int, Lazy<NormValues>> fields) => _fields = fields;

    /// <summary>Reads the meta file (whose checksum is verified) and opens the data file.</summary>
    public static NormsReader Open(SegmentFiles files, FieldInfos fields)
    {
        var meta = files.Open("nvm", NormsFormat.MetaCodec, NormsFormat.Version, NormsFormat.Version, out _,
            verify: true);
        var data = files.Open("nvd", NormsFormat.DataCodec, NormsFormat.Version, NormsFormat.Version, out _);
        var norms = new Dictionary<int, Lazy<NormValues>>();
        for (var number = meta.ReadInt32(); number != -1; number = meta.ReadInt32())
        {
            var field = fields.Find(number);
            if (field is not { HasNorms: true })
                throw meta.Corrupt($"norms for field number {number}, which has none in .fnm");
            var entry = Entry.Read(meta, data, files.MaxDoc);
            if (!norms.TryAdd(number, new Lazy<NormValues>(entry.Load)))
                throw meta.Corrupt($"norms of field \"{field.Name}\" occur twice");
        }

        foreach (var field in fields)
            if (field.HasNorms && !norms.ContainsKey(field.Number))
                throw meta.Corrupt($"norms of field \"{field.Name}\" are missing");
        return new NormsReader(norms);
    }

    /// <summary>The norms of a field, or null when it has none.</summary>
    public NormValues? Field(FieldInfo field) => _fields.GetValueOrDefault(field.Number)?.Value;

    private sealed record Entry(IndexInput Data, DocsWithField Docs, int Count, int Width, long OffsetOrValue)
    {
        /// <summary>A field that has values in fewer than 1 of so many documents is kept as a sorted list.</summary>
        private const int SparseRatio = 64;

        public static Entry Read(IndexInput meta, IndexInput data, int maxDoc)
        {
            var docs = DocsWithField.Read(meta, data, maxDoc);
            var count = meta.ReadInt32();
            if (count < 0 || count > maxDoc || (docs.IsAll && count != maxDoc) || (docs.MaxDoc == 0 && count != 0))
                throw meta.Corrupt($"{count} of {maxDoc} documents have a norm");
            int width = meta.ReadByte();
            if (width is not (0 or 1 or 2 or 4 or 8)) throw meta.Corrupt($"norms are {width} bytes wide");
            var offset = meta.ReadInt64();
            if (width > 0 && (offset < 0 || offset > data.Length - (long)count * width))
                throw meta.Corrupt($"norms lie at {offset}, outside the {data.Length} bytes of the file");
            return new Entry(data, docs, count, width, offset);
        }

        public NormValues Load()
        {
            if (Count == 0) return new ConstantNorms(0);
            if (Docs.IsAll && Width == 0) return new ConstantNorms((byte)OffsetOrValue);
            if (Docs.IsAll && Width == 1) return new MappedNorms(Data, OffsetOrValue, Count);
            if (Docs.IsAll || Docs.MaxDoc / SparseRatio <= Count) return LoadDense();
            return LoadSparse();
        }

        private byte Value(long ordinal)
        {
            if ((ulong)ordinal >= (ulong)Count)
                throw new CorruptIndexException(Data.Name, -1, $"more documents have a norm than the {Count} stored");
            return Width == 0 ? (byte)OffsetOrValue : Data.Span(OffsetOrValue + (ordinal + 1) * Width - 1, 1)[0];
        }

        private ArrayNorms LoadDense()
        {
            var norms = new byte[Docs.MaxDoc];
            var cursor = Docs.Cursor();
            for (var docId = cursor.Advance(0); docId != DocCursor.NoMoreDocs; docId = cursor.Advance(docId + 1))
                norms[docId] = Value(cursor.Ordinal);
            return new ArrayNorms(norms);
        }

        private SparseNorms LoadSparse()
        {
            var (docIds, norms) = (new List<int>(), new List<byte>());
            var cursor = Docs.Cursor();
            for (var docId = cursor.Advance(0); docId != DocCursor.NoMoreDocs; docId = cursor.Advance(docId + 1))
            {
                norms.Add(Value(cursor.Ordinal));
                docIds.Add(docId);
            }

            return new SparseNorms([.. docIds], [.. norms]);
        }
    }

    /// <summary>Every document has the same norm.</summary>
    private sealed class ConstantNorms(byte value) : NormValues
    {
        public override ReadOnlySpan<byte> Dense => default;

        public override int Get(int docId) => value;
    }

    /// <summary>One byte a document, read where it lies in the file.</summary>
    private sealed class MappedNorms(IndexInput data, long offset, int count) : NormValues
    {
        public override ReadOnlySpan<byte> Dense => data.Span(offset, count);

        public override int Get(int docId) => Dense[docId];
    }

    private sealed class ArrayNorms(byte[] norms) : NormValues
    {
        public override ReadOnlySpan<byte> Dense => norms;

        public override int Get(int docId) => norms[docId];
    }

    private sealed class SparseNorms(int[] docIds, byte[] norms) : NormValues
    {
        public override ReadOnlySpan<byte> Dense => default;

        public override int Get(int docId)
        {
            var at = Array.BinarySearch(docIds, docId);
            return at < 0 ? 0 : norms[at];
        }
    }
}
