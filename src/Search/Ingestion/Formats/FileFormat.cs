namespace Dateline.Search.Ingestion.Formats;

/// <summary>How sure a format is that a source is its own. The surest one reads it.</summary>
internal enum FormatMatch
{
    /// <summary>Not this format.</summary>
    None,

    /// <summary>Readable as this if as nothing else.</summary>
    Fallback,

    /// <summary>It begins as this format usually does.</summary>
    Content,

    /// <summary>Its name says so.</summary>
    Name,

    /// <summary>Whoever delivered it says so: the media type of an HTTP response or a mail part.</summary>
    Declared,

    /// <summary>It begins as only this format can.</summary>
    Signature,
}

/// <summary>What a format decides on: a name, a declared media type, and the first bytes.</summary>
internal readonly ref struct FormatProbe
{
    public FormatProbe(string name, string? mediaType, ReadOnlySpan<byte> head)
    {
        Extension = Path.GetExtension(name).ToLowerInvariant();
        MediaType = mediaType?.Split(';')[0].Trim().ToLowerInvariant();
        Head = head;
        Text = (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head).TrimStart(" \t\r\n"u8);
    }

    /// <summary>With its dot, lower case; empty when there is none.</summary>
    public string Extension { get; }

    /// <summary>Lower case, without parameters; null when nobody declares one.</summary>
    public string? MediaType { get; }

    /// <summary>The first bytes as they are.</summary>
    public ReadOnlySpan<byte> Head { get; }

    /// <summary>The first bytes after a byte order mark and white space.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>True when the text begins with these ASCII letters in any case.</summary>
    public bool Begins(ReadOnlySpan<byte> ascii) =>
        Text.Length >= ascii.Length && System.Text.Ascii.EqualsIgnoreCase(Text[..ascii.Length], ascii);

    /// <summary>
    /// <see cref="FormatMatch.Declared"/> or <see cref="FormatMatch.Name"/> when type or name is listed.
    /// </summary>
    public FormatMatch Named(ReadOnlySpan<string> extensions, ReadOnlySpan<string> mediaTypes = default)
    {
        if (MediaType is not null && mediaTypes.Contains(MediaType))
            return FormatMatch.Declared;
        return Extension.Length > 0 && extensions.Contains(Extension) ? FormatMatch.Name : FormatMatch.None;
    }
}

/// <summary>
/// A kind of file: tells whether a source is one, and makes inputs of it. Stateless and thread-safe. To add one, write
/// it and list it in <see cref="FormatCatalog"/>.
/// </summary>
internal abstract class FileFormat
{
    /// <summary>How sure it is that the source is of this format.</summary>
    public abstract FormatMatch Match(FormatProbe probe);

    /// <summary>
    /// The inputs in a source, lazily, at least one. Each has an origin of its own: the source's, or that with
    /// <c>#record</c> or <c>!part</c> behind it. What is wrong with one part is a failure of that part; an
    /// <see cref="IOException"/> or <see cref="InvalidDataException"/> thrown becomes a failure of the whole source,
    /// after what was read of it.
    /// </summary>
    public abstract IEnumerable<InputResult> Read(InputSource source, SourceReading reading);
}
