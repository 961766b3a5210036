using System.Text;

namespace Dateline.Eval.Timelines;

/// <summary>
/// Makes ordinary text of sentences cut into tokens as the Penn Treebank does (<c>-LRB- CNN -RRB-</c>, <c>did n't</c>).
/// </summary>
internal static class TreebankText
{
    private static readonly (string Token, string Text)[] Escapes =
    [
        ("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["), ("-RSB-", "]"), ("-LCB-", "{"), ("-RCB-", "}"), ("``", "\""),
            ("''", "\""),
        ("\\/", "/"), ("\\*", "*"), ("&amp;", "&"),
    ];

    private static readonly string[] Clitics = ["'s", "'re", "'ve", "'ll", "'d", "'m", "n't", "’s", "'"];

    public static string Join(string line)
    {
        foreach (var (token, text) in Escapes) line = line.Replace(token, text, StringComparison.Ordinal);
        var joined = new StringBuilder(line.Length);
        var open = false;
        var glue = true;
        foreach (var token in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var opens = token is "(" or "[" or "{" or "$" || (token == "\"" && !open);
            if (!glue && !ClosesUp(token, open)) joined.Append(' ');
            joined.Append(token);
            if (token == "\"") open = !open;
            glue = opens;
        }

        return joined.ToString();
    }

    private static bool ClosesUp(string token, bool quoted) =>
        token is "," or "." or ";" or ":" or "?" or "!" or ")" or "]" or "}" or "%" or "..."
            || (token == "\"" && quoted)
        || Clitics.Contains(token, StringComparer.OrdinalIgnoreCase);
}
