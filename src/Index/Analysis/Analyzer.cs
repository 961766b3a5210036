namespace Dateline.Index.Analysis;

/// <summary>
/// Cuts text into terms. Thread-safe: implementations keep their scratch space per call or per thread, never in the
/// instance.
/// </summary>
public abstract class Analyzer
{
    /// <summary>
    /// Positions left free between two values of one field in one document; 0 as in Lucene's analyzers.
    /// </summary>
    public virtual int PositionGap => 0;

    /// <summary>
    /// Offset units left free between two values of one field in one document; 1 as in Lucene's analyzers.
    /// </summary>
    public virtual int OffsetGap => 1;

    /// <summary>
    /// Hands every token of <paramref name="text"/> to <paramref name="sink"/> in order, then calls
    /// <see cref="ITokenSink.End"/> exactly once.
    /// </summary>
    public abstract void Analyze(ReadOnlySpan<char> text, ITokenSink sink);
}
