using Dateline.Search.Text;

namespace Dateline.Summarize.Rewriting;

/// <summary>One token of a sentence or a cited span, as support compares them.</summary>
/// <param name="Form">The word as written, apostrophes straightened.</param>
/// <param name="Key">The same in lower case.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="InQuotes">True between quotation marks: somebody's very words.</param>
internal readonly record struct SupportToken(string Form, string Key, TokenKind Kind, bool InQuotes)
{
    /// <summary>Comma, dash, bracket, colon: where a phrase ends.</summary>
    public bool IsBreak => Kind == TokenKind.Punctuation && Key is "," or "(" or ")" or ":" or "–" or "—" or "…";

    /// <summary>May be left out or put in.</summary>
    public bool IsFree => IsBreak || Key is "." || (!InQuotes && RewriteWords.Free.Contains(Key));

    /// <summary>Reads a text; hyphens between words are kept as tokens.</summary>
    /// <returns>The tokens without quotation marks, or null when a quotation is not closed.</returns>
    public static List<SupportToken>? Read(string text)
    {
        List<SupportToken> tokens = [];
        var quoted = false;
        foreach (var token in new Tokenizer(text))
        {
            var form = token.Of(text).ToString().Replace('’', '\'').Replace('‘', '\'');
            if (form is "\"" or "“" or "”" or "«" or "»")
            {
                if ((form is "“" or "«" && quoted) || (form is "”" or "»" && !quoted))
                    return null;
                quoted = !quoted;
                continue;
            }

            tokens.Add(new SupportToken(form, form.ToLowerInvariant(), token.Kind, quoted));
        }

        return quoted ? null : tokens;
    }

    /// <summary>
    /// True when one stands for the other: the same letters, and the case too unless it opens a sentence.
    /// </summary>
    public bool Matches(SupportToken other, bool opens) =>
        InQuotes == other.InQuotes && (opens ? Key == other.Key : Form == other.Form);
}
