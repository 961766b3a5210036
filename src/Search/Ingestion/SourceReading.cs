using Dateline.Search.Ingestion.Formats;

namespace Dateline.Search.Ingestion;

/// <summary>Reads sources as the formats they are, and what those contain in turn, within bounds.</summary>
internal sealed class SourceReading(InputLimits limits, FieldMap? fields)
{
    public InputLimits Limits => limits;

    /// <summary>What the user said of the fields of records; null when they are to be told by their names.</summary>
    public FieldMap? Fields => fields;

    /// <summary>
    /// The inputs in what a container holds under a name. The stream is read while the results are, and left where
    /// reading stopped.
    /// </summary>
    /// <param name="container">The container.</param>
    /// <param name="part">What to call the part behind the container's origin.</param>
    /// <param name="open">Opens the part.</param>
    public IEnumerable<InputResult> Part(InputSource container, string part, Func<InputSource> open)
    {
        var origin = $"{container.Origin}!{part}";
        return container.Depth < limits.ContainerDepth
            ? Read(origin, open)
            : [new InputFailure(origin, InputFailureReason.TooLarge,
                $"{origin} lies in {container.Depth} containers, one in the other.", "Unpack the outer ones first.")];
    }

    /// <summary>The inputs in a source. Whatever is wrong with its bytes becomes a failure at the end.</summary>
    /// <param name="origin">Its origin.</param>
    /// <param name="open">Opens it; null when it is empty.</param>
    public IEnumerable<InputResult> Read(string origin, Func<InputSource?> open)
    {
        InputSource? source = null;
        IEnumerator<InputResult>? results = null;
        try
        {
            while (true)
            {
                InputFailure? failure = null;
                try
                {
                    results ??= Results(origin, source = open()).GetEnumerator();
                    if (!results.MoveNext())
                        yield break;
                }
                catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
                {
                    failure = SourceFailures.Of(origin, error);
                }

                yield return failure ?? results!.Current;
                if (failure is not null)
                    yield break;
            }
        }
        finally
        {
            results?.Dispose();
            source?.Dispose();
        }
    }

    private IEnumerable<InputResult> Results(string origin, InputSource? source) =>
        source is null || source.Head.IsEmpty
            ? [SourceFailures.Empty(origin)]
            : FormatCatalog.Find(source).Read(source, this);
}
