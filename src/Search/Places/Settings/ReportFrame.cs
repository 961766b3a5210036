using Dateline.Search.Articles;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Settings;

/// <summary>From where and when an article was written, by which its sentences are understood.</summary>
/// <param name="text">The words.</param>
/// <param name="dateline">The dateline, or null.</param>
/// <param name="year">Year of publication, or null.</param>
internal sealed class ReportFrame(TokenizedText text, Evidence? dateline, int? year)
{
    /// <summary>True of a place that the article was sent from.</summary>
    public bool IsDateline(in Toponym toponym)
    {
        var (first, last) = (text.Tokens[toponym.FirstToken], text.Tokens[toponym.LastToken]);
        return toponym.Is(ToponymFlags.Dateline) || (dateline is { Field: EvidenceField.Body } line
            && !first.Is(TokenFlags.InTitle) && first.Start >= line.Start && last.End <= line.End);
    }

    /// <summary>True when the sentence of a word names a year other than the article's.</summary>
    public bool IsBackground(int token)
    {
        var tokens = text.Tokens;
        var sentence = tokens[token].Sentence;
        var first = token;
        while (first > 0 && tokens[first - 1].Sentence == sentence)
            first--;
        for (var i = first; i < tokens.Length && tokens[i].Sentence == sentence; i++)
        {
            if (tokens[i].Is(TokenFlags.Digit) && tokens[i].End - tokens[i].Start == 4
                && int.TryParse(text.Folded(i, i), out var told) && told is > 1700 and < 2100 && told != year
                && year is not null)
                return true;
        }
        return false;
    }
}
