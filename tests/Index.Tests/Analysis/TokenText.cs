using System.Globalization;
using Dateline.Index.Analysis;

namespace Dateline.Index.Tests.Analysis;

/// <summary>
/// Collects tokens as <c>term|start|end|increment</c>; the end state is <c>|final|final|trailing</c>.
/// </summary>
internal sealed class TokenText : ITokenSink
{
    public List<string> Tokens { get; } = [];

    public static List<string> Of(Analyzer analyzer, string text)
    {
        var sink = new TokenText();
        analyzer.Analyze(text, sink);
        return sink.Tokens;
    }

    public void Add(ReadOnlySpan<char> term, int startOffset, int endOffset, int positionIncrement) =>
        Tokens.Add(
            string.Create(CultureInfo.InvariantCulture, $"{term}|{startOffset}|{endOffset}|{positionIncrement}"));

    public void End(int finalOffset, int trailingPositionIncrement) =>
        Add("", finalOffset, finalOffset, trailingPositionIncrement);
}
