using System.Text;

namespace Dateline.Index.Querying;

/// <summary>
/// Texts within an edit distance of another: insertions, deletions, substitutions and swaps of neighbours each count 1,
/// and no place is changed twice (optimal string alignment; Boytsov, "Indexing Methods for Approximate Dictionary
/// Searching", 2011).
/// </summary>
internal sealed class NearbyTexts
{
    private const int LastCharacter = 0x10FFFF;

    private readonly int[] _text;
    private readonly int _prefix;
    private readonly int _maxEdits;

    /// <param name="text">The text.</param>
    /// <param name="prefix">Characters at its start that must not change.</param>
    /// <param name="maxEdits">Largest distance.</param>
    public NearbyTexts(string text, int prefix, int maxEdits)
    {
        _text = Characters(text);
        _prefix = Math.Min(prefix, _text.Length);
        _maxEdits = maxEdits;
    }

    /// <summary>Characters of the text.</summary>
    public int Length => _text.Length;

    /// <summary>The code points of a text.</summary>
    public static int[] Characters(string text) => [.. text.EnumerateRunes().Select(rune => rune.Value)];

    /// <summary>
    /// An automaton over the texts: state (k, e) has seen the first k characters with e edits (Schulz and Mihov, "Fast
    /// String Correction with Levenshtein Automata", 2002).
    /// </summary>
    public Nfa ToNfa()
    {
        var nfa = new Nfa();
        var start = nfa.Start;
        for (var k = 0; k < _prefix; k++)
        {
            var next = nfa.AddState();
            nfa.AddCharacters(start, _text[k], _text[k], next);
            start = next;
        }

        var states = new int[_text.Length + 1, _maxEdits + 1];
        for (var k = _prefix; k <= _text.Length; k++)
            for (var edits = 0; edits <= _maxEdits; edits++) states[k, edits] = nfa.AddState();
        nfa.AddEmpty(start, states[_prefix, 0]);
        for (var k = _prefix; k <= _text.Length; k++)
            for (var edits = 0; edits <= _maxEdits; edits++) AddArcs(nfa, states, k, edits);
        return nfa;
    }

    private void AddArcs(Nfa nfa, int[,] states, int at, int edits)
    {
        var here = states[at, edits];
        var left = _text.Length - at;
        if (left == 0) nfa.AddEmpty(here, nfa.Accept);
        else nfa.AddCharacters(here, _text[at], _text[at], states[at + 1, edits]);
        if (edits == _maxEdits) return;
        nfa.AddCharacters(here, 0, LastCharacter, states[at, edits + 1]);
        if (left == 0) return;
        nfa.AddCharacters(here, 0, LastCharacter, states[at + 1, edits + 1]);
        nfa.AddEmpty(here, states[at + 1, edits + 1]);
        if (left < 2) return;
        var swapped = nfa.AddState();
        nfa.AddCharacters(here, _text[at + 1], _text[at + 1], swapped);
        nfa.AddCharacters(swapped, _text[at], _text[at], states[at + 2, edits + 1]);
    }

    /// <summary>The distance to another text.</summary>
    public int Distance(ReadOnlySpan<int> other)
    {
        var rows = new int[3][];
        for (var k = 0; k < rows.Length; k++) rows[k] = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) rows[0][j] = j;
        for (var i = 1; i <= _text.Length; i++)
        {
            var (row, above, aboveThat) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = _text[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + change);
                if (i > 1 && j > 1 && _text[i - 1] == other[j - 2] && _text[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], aboveThat[j - 2] + 1);
            }
        }

        return rows[_text.Length % 3][other.Length];
    }
}
