namespace Dateline.Index.Analysis;

/// <summary>Receives the tokens of one text.</summary>
public interface ITokenSink
{
    /// <summary>
    /// One token. Offsets count UTF-16 units of the text and do not decrease from token to token; the first token of a
    /// text has a position increment of at least 1, later ones may have 0 (same position) or more than 1 (tokens were
    /// left out).
    /// </summary>
    void Add(ReadOnlySpan<char> term, int startOffset, int endOffset, int positionIncrement);

    /// <summary>
    /// The end of the text: <paramref name="finalOffset"/> is its length in UTF-16 units,
    /// <paramref name="trailingPositionIncrement"/> the number of positions left out after the last token.
    /// </summary>
    void End(int finalOffset, int trailingPositionIncrement);
}
