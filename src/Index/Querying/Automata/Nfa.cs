using System.Text;

namespace Dateline.Index.Querying;

/// <summary>
/// A nondeterministic automaton over the bytes of UTF-8 text (Thompson, "Regular Expression Search Algorithm", 1968).
/// From every state the accepting one can be reached, as long as every state added is connected to it.
/// </summary>
internal sealed class Nfa
{
    /// <summary>Most states of one pattern.</summary>
    public const int MaxStates = 20_000;

    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;

    private readonly List<List<Arc>> _arcs = [];
    private readonly List<List<int>> _empty = [];

    public Nfa()
    {
        Start = AddState();
        Accept = AddState();
    }

    /// <summary>Where reading begins.</summary>
    public int Start { get; }

    /// <summary>Where text is accepted.</summary>
    public int Accept { get; }

    /// <summary>Number of states.</summary>
    public int Count => _arcs.Count;

    /// <summary>Arcs that read a byte.</summary>
    public List<Arc> ArcsOf(int state) => _arcs[state];

    /// <summary>States that are entered at once with this one.</summary>
    public List<int> EmptyOf(int state) => _empty[state];

    public int AddState()
    {
        if (_arcs.Count == MaxStates)
            throw new QueryTooComplexException(
                $"A pattern needs more than {MaxStates} states; use smaller repetitions.");
        _arcs.Add([]);
        _empty.Add([]);
        return _arcs.Count - 1;
    }

    /// <summary>Connects two states without reading anything.</summary>
    public void AddEmpty(int from, int to) => _empty[from].Add(to);

    /// <summary>
    /// Connects two states by any one character from <paramref name="low"/> to <paramref name="high"/>.
    /// </summary>
    public void AddCharacters(int from, int low, int high, int to)
    {
        AddValid(from, low, Math.Min(high, FirstSurrogate - 1), to);
        AddValid(from, Math.Max(low, LastSurrogate + 1), high, to);
    }

    private void AddValid(int from, int low, int high, int to)
    {
        ReadOnlySpan<int> lastOfLength = [0x7F, 0x7FF, 0xFFFF, 0x10FFFF];
        Span<byte> lowBytes = stackalloc byte[4], highBytes = stackalloc byte[4];
        foreach (var last in lastOfLength)
        {
            if (low > high) return;
            if (low > last) continue;
            var count = new Rune(low).EncodeToUtf8(lowBytes);
            new Rune(Math.Min(high, last)).EncodeToUtf8(highBytes);
            AddSequences(from, lowBytes[..count], highBytes[..count], to);
            low = last + 1;
            if (low == FirstSurrogate) low = LastSurrogate + 1;
        }
    }

    // All byte strings between two of one length whose bytes after the first run from 0x80 to 0xBF.
    private void AddSequences(int from, ReadOnlySpan<byte> low, ReadOnlySpan<byte> high, int to)
    {
        if (low.Length == 1)
        {
            _arcs[from].Add(new Arc(low[0], high[0], to));
            return;
        }

        Span<byte> edge = stackalloc byte[3];
        edge = edge[..(low.Length - 1)];
        if (low[0] == high[0])
        {
            AddSequences(Through(from, low[0], low[0]), low[1..], high[1..], to);
            return;
        }

        int first = low[0], last = high[0];
        if (low[1..].ContainsAnyExcept((byte)0x80))
        {
            edge.Fill(0xBF);
            AddSequences(Through(from, first, first), low[1..], edge, to);
            first++;
        }

        if (high[1..].ContainsAnyExcept((byte)0xBF))
        {
            edge.Fill(0x80);
            AddSequences(Through(from, last, last), edge, high[1..], to);
            last--;
        }

        if (first > last) return;
        var state = Through(from, first, last);
        Span<byte> lowest = stackalloc byte[edge.Length];
        lowest.Fill(0x80);
        edge.Fill(0xBF);
        AddSequences(state, lowest, edge, to);
    }

    private int Through(int from, int low, int high)
    {
        var state = AddState();
        _arcs[from].Add(new Arc((byte)low, (byte)high, state));
        return state;
    }

    /// <summary>Reads one byte from Low to High.</summary>
    internal readonly record struct Arc(byte Low, byte High, int To);
}
