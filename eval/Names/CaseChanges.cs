using Dateline.Search.Text;

namespace Dateline.Eval.Names;

/// <summary>Ways to write a sentence that hide which words are names.</summary>
internal enum CaseChange
{
    /// <summary>As it is.</summary>
    None,

    /// <summary>In capitals.</summary>
    Upper,

    /// <summary>In small letters.</summary>
    Lower,

    /// <summary>Every word capitalised.</summary>
    Headline,
}

/// <summary>Changes the case of stretches of a text; lengths stay the same.</summary>
internal static class CaseChanges
{
    /// <summary>The text with some of its sentences changed.</summary>
    public static string Apply(string text, IReadOnlyList<TextSpan> sentences, IReadOnlyList<CaseChange> changes)
    {
        var units = text.ToCharArray();
        for (var i = 0; i < sentences.Count; i++)
        {
            for (var at = sentences[i].Start; at < sentences[i].End; at++)
                units[at] = Change(units, at, changes[i]);
        }

        return new string(units);
    }

    private static char Change(char[] units, int at, CaseChange change) => change switch
    {
        CaseChange.Upper => char.ToUpperInvariant(units[at]),
        CaseChange.Lower => char.ToLowerInvariant(units[at]),
        CaseChange.Headline when at == 0 || char.IsWhiteSpace(units[at - 1]) => char.ToUpperInvariant(units[at]),
        _ => units[at],
    };
}
