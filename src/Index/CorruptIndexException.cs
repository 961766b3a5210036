namespace Dateline.Index;

/// <summary>Index bytes that cannot be what a writer wrote: says which file, where in it, and what is wrong.</summary>
public sealed class CorruptIndexException : IOException
{
    /// <param name="file">File name as the commit knows it, e.g. <c>_3.fnm</c>.</param>
    /// <param name="offset">Byte offset in that file nearest to the damage; -1 when it concerns the whole file.</param>
    /// <param name="what">What was expected and what was found.</param>
    /// <param name="inner">The error that revealed the damage, if any.</param>
    public CorruptIndexException(string file, long offset, string what, Exception? inner = null)
        : base(offset < 0 ? $"{file}: {what}" : $"{file}, offset {offset}: {what}", inner)
    {
        File = file;
        Offset = offset;
        What = what;
    }

    /// <summary>Name of the damaged file.</summary>
    public string File { get; }

    /// <summary>Byte offset of the damage, or -1.</summary>
    public long Offset { get; }

    /// <summary>What was expected and found.</summary>
    public string What { get; }
}
