using Dateline.Index.Store;

namespace Dateline.Index.Codecs;

/// <summary>
/// The two files of a codec that stores fields in one and describes them in the other, where field number -1 ends the
/// description.
/// </summary>
internal sealed class DataAndMeta : IDisposable
{
    /// <summary>Creates both files, or none.</summary>
    public DataAndMeta(Func<IndexOutput> data, Func<IndexOutput> meta)
    {
        Data = data();
        try
        {
            Meta = meta();
        }
        catch
        {
            Data.Dispose();
            throw;
        }
    }

    public IndexOutput Data { get; }

    public IndexOutput Meta { get; }

    /// <summary>Ends both files. Nothing may be written after it.</summary>
    public void Finish()
    {
        Meta.WriteInt32(-1);
        CodecHeader.WriteFooter(Meta);
        CodecHeader.WriteFooter(Data);
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Meta.Dispose();
        Data.Dispose();
    }
}
