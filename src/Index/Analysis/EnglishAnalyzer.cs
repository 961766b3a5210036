using System.Collections.Frozen;

namespace Dateline.Index.Analysis;

/// <summary>
/// English words as Apache Lucene 8's analyzer of the same name yields them: words of UAX #29, possessive 's removed,
/// lower case, 33 stop words left out (their positions stay counted), Porter stems.
/// </summary>
public sealed class EnglishAnalyzer : Analyzer
{
    private const int LongestStopWord = 5;

    private static readonly FrozenSet<string> StopWords = FrozenSet.ToFrozenSet(
    [
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not",
        "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will",
        "with",
    ]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StopWordLookup =
        StopWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public override void Analyze(ReadOnlySpan<char> text, ITokenSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        Span<char> term = stackalloc char[WordSplitter.MaxTokenLength];
        var skipped = 0;
        var words = new WordSplitter(text);
        while (words.Next())
        {
            var length = LowerCase.Fold(WithoutPossessive(text[words.Start..words.End]), term);
            if (length <= LongestStopWord && StopWordLookup.Contains(term[..length]))
            {
                skipped++;
                continue;
            }

            length = PorterStemmer.Stem(term[..length]);
            sink.Add(term[..length], words.Start, words.End, skipped + 1);
            skipped = 0;
        }

        sink.End(text.Length, skipped);
    }

    private static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> word) =>
        word.Length >= 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '\u2019' or '\uFF07' ? word[..^2] : word;
}
