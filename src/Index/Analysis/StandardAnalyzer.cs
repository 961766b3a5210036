namespace Dateline.Index.Analysis;

/// <summary>Words of UAX #29 in lower case; no stop words, no stemming.</summary>
public sealed class StandardAnalyzer : Analyzer
{
    /// <inheritdoc/>
    public override void Analyze(ReadOnlySpan<char> text, ITokenSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        Span<char> term = stackalloc char[WordSplitter.MaxTokenLength];
        var words = new WordSplitter(text);
        while (words.Next())
        {
            var length = LowerCase.Fold(text[words.Start..words.End], term);
            sink.Add(term[..length], words.Start, words.End, 1);
        }

        sink.End(text.Length, 0);
    }
}
