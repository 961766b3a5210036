namespace Dateline.Index.Checking;

/// <summary>One thing that is wrong with an index.</summary>
/// <param name="File">File it was found in, or the segment's name where it concerns several.</param>
/// <param name="Offset">Byte offset nearest to the damage; -1 when it concerns the whole file.</param>
/// <param name="What">What was expected and found.</param>
public sealed record IndexProblem(string File, long Offset, string What)
{
    /// <inheritdoc/>
    public override string ToString() => Offset < 0 ? $"{File}: {What}" : $"{File}, offset {Offset}: {What}";

    /// <summary>
    /// The problem an exception tells of; <paramref name="file"/> is named when the exception names none.
    /// </summary>
    internal static IndexProblem Of(Exception error, string file) => error switch
    {
        CorruptIndexException corrupt => new IndexProblem(corrupt.File, corrupt.Offset, corrupt.What),
        FileNotFoundException { FileName: { Length: > 0 } missing } =>
            new IndexProblem(Path.GetFileName(missing), -1, "the file is missing"),
        IOException => new IndexProblem(file, -1, error.Message),
        _ => new IndexProblem(
            file, -1, $"reading it failed with {error.GetType().Name}: {error.Message}"),
    };
}
