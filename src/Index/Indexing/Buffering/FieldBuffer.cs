using Dateline.Index.Analysis;
using Dateline.Index.Schema;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>Everything buffered for one field name.</summary>
internal sealed class FieldBuffer(string name, int number, ByteArena arena) : IDisposable
{
    private const string FormatKey = "PerFieldPostingsFormat.format";
    private const string FormatSuffixKey = "PerFieldPostingsFormat.suffix";
    private const string ColumnFormatKey = "PerFieldDocValuesFormat.format";
    private const string ColumnSuffixKey = "PerFieldDocValuesFormat.suffix";

    private int _admitted; // kinds, one bit each
    private long _singleValued; // the attempt that gave the one value a document may have
    private int _document = -1;
    private GrowList<int> _pointDocs = new();
    private GrowList<long> _pointValues = new();

    public string Name => name;

    public int Number => number;

    public PostingsBuffer? Postings { get; private set; }

    public ColumnBuffer? Column { get; private set; }

    public bool HasPoints => _pointDocs.Count > 0;

    public bool HasStored { get; set; }

    public long AllocatedBytes =>
        (Postings?.AllocatedBytes ?? 0) + (Column?.AllocatedBytes ?? 0) + _pointDocs.Capacity * 4
            + _pointValues.Capacity * 8;

    /// <summary>True when the registry has accepted the kind for this name before, which it never takes back.</summary>
    public bool WasAdmitted(IndexFieldKind kind) => (_admitted >> (int)kind & 1) != 0;

    /// <summary>Remembers that the registry has accepted a kind.</summary>
    public void SetAdmitted(IndexFieldKind kind) => _admitted |= 1 << (int)kind;

    /// <summary>Refuses a second value where only one is allowed. Changes nothing that is indexed.</summary>
    public void Admit(IndexField field, long attempt)
    {
        if (field.Kind is not (IndexFieldKind.Numeric or IndexFieldKind.Binary or IndexFieldKind.Sorted)) return;
        if (_singleValued == attempt)
            throw new ArgumentException(
                $"Field \"{name}\" has two {field.Kind} values in one document; only one is allowed.");
        _singleValued = attempt;
    }

    /// <summary>Indexes one field of a document.</summary>
    public void Add(int docId, IndexField field, Analyzer analyzer)
    {
        if (FieldRegistry.DocValuesOf(field.Kind) is var type and not DocValuesType.None)
            (Column ??= ColumnBuffer.Create(type, arena)).Add(docId, field);
        if (field.Kind == IndexFieldKind.LongPoint)
        {
            _pointDocs.Add(docId);
            _pointValues.Add(field.Number);
        }

        if (FieldRegistry.IndexOptionsOf(field.Kind) != IndexOptions.None) Invert(docId, field, analyzer);
    }

    /// <summary>Ends a document, whether or not it has this field.</summary>
    public void FinishDocument(int docId)
    {
        if (_document == docId) Postings!.FinishDocument();
    }

    /// <summary>The row of <c>.fnm</c>; null when the field ended up with nothing in this segment.</summary>
    public FieldInfo? Info()
    {
        if (Postings is null && Column is null && !HasPoints && !HasStored) return null;
        return Describe(new FieldInfo
        {
            Name = name,
            Number = number,
            IndexOptions = Postings?.Options ?? IndexOptions.None,
            OmitsNorms = Postings is { WithPositions: false },
            DocValues = Column?.Type ?? DocValuesType.None,
            PointDimensions = HasPoints ? 1 : 0,
            PointIndexDimensions = HasPoints ? 1 : 0,
            PointBytes = HasPoints ? sizeof(long) : 0,
        });
    }

    /// <summary>Adds the attributes that say in which files postings and doc values are (LUCENE87 section 5).</summary>
    public static FieldInfo Describe(FieldInfo info)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (info.IndexOptions != IndexOptions.None)
        {
            attributes[FormatKey] = "Lucene84";
            attributes[FormatSuffixKey] = "0";
        }

        if (info.DocValues != DocValuesType.None)
        {
            attributes[ColumnFormatKey] = "Lucene80";
            attributes[ColumnSuffixKey] = "0";
        }

        return info with { Attributes = attributes };
    }

    /// <summary>Gives the larger tables back; nothing may be asked any more.</summary>
    public void Dispose()
    {
        Postings?.Dispose();
        Column?.Dispose();
    }

    /// <summary>The points, in the order they came.</summary>
    public (long[] Values, int[] DocIds) Points() => (_pointValues.Span.ToArray(), _pointDocs.Span.ToArray());

    private void Invert(int docId, IndexField field, Analyzer analyzer)
    {
        Postings ??= new PostingsBuffer(name, FieldRegistry.IndexOptionsOf(field.Kind), arena);
        if (_document != docId)
        {
            _document = docId;
            Postings.StartDocument(docId);
        }

        switch (field.Kind)
        {
            case IndexFieldKind.Text or IndexFieldKind.TextWithoutOffsets:
                Postings.AddText(field.Characters, analyzer);
                break;
            case IndexFieldKind.Facet:
                Postings.AddTerm(FacetLabel.Encode(field.Dimension, field.Characters));
                Postings.AddTerm(FacetLabel.EncodePart(field.Dimension));
                break;
            default:
                Postings.AddTerm(field.Characters);
                break;
        }
    }
}
