using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Schema;

namespace Dateline.Index.Indexing.Buffering;

/// <summary>The doc values of one field while documents come in.</summary>
internal abstract class ColumnBuffer : IDisposable
{
    /// <summary>The doc values type.</summary>
    public abstract DocValuesType Type { get; }

    /// <summary>Heap bytes, without the shared arena.</summary>
    public abstract long AllocatedBytes { get; }

    /// <summary>True when at least one value was added.</summary>
    public abstract bool HasValues { get; }

    /// <summary>Adds a value to a document; documents do not decrease.</summary>
    public abstract void Add(int docId, IndexField field);

    /// <summary>Hands everything to the doc values writer.</summary>
    public abstract void Flush(DocValuesWriter writer, FieldInfo info);

    /// <summary>Gives the larger tables back; nothing may be asked any more.</summary>
    public virtual void Dispose()
    {
    }

    public static ColumnBuffer Create(DocValuesType type, ByteArena arena) => type switch
    {
        DocValuesType.Numeric => new NumberColumnBuffer(type),
        DocValuesType.SortedNumeric => new NumberColumnBuffer(type),
        DocValuesType.Binary => new BinaryColumnBuffer(),
        DocValuesType.Sorted or DocValuesType.SortedSet => new OrdColumnBuffer(type, arena),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not a column type"),
    };
}
