using Dateline.Index.Analysis;

namespace Dateline.Index.Tests.Indexing;

/// <summary>Words between spaces, lower-cased; "the" is left out; "x=y" gives y at the position of x.</summary>
internal sealed class WordAnalyzer : Analyzer
{
    public override void Analyze(ReadOnlySpan<char> text, ITokenSink sink)
    {
        var increment = 1;
        for (var at = 0; at < text.Length;)
        {
            var end = text[at..].IndexOf(' ') is var space and >= 0 ? at + space : text.Length;
            var word = text[at..end].ToString().ToLowerInvariant();
            if (word == "the") increment++;
            else if (word.Length > 0) increment = AddWord(sink, word, at, end, increment);
            at = end + 1;
        }

        sink.End(text.Length, increment - 1);
    }

    private static int AddWord(ITokenSink sink, string word, int start, int end, int increment)
    {
        if (word == "!fail") throw new InvalidOperationException("the analyzer fails on purpose");
        foreach (var part in word.Split('='))
        {
            sink.Add(part, start, end, increment);
            increment = 0;
        }

        return 1;
    }
}
