namespace Dateline.Index.Analysis;

/// <summary>The whole value is one token, unchanged.</summary>
public sealed class KeywordAnalyzer : Analyzer
{
    /// <inheritdoc/>
    public override void Analyze(ReadOnlySpan<char> text, ITokenSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        sink.Add(text, 0, text.Length, 1);
        sink.End(text.Length, 0);
    }
}
