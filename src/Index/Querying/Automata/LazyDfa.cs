namespace Dateline.Index.Querying;

/// <summary>
/// The deterministic form of an <see cref="Nfa"/>, made as far as it is walked (subset construction) and no further
/// than a bound.
/// </summary>
internal sealed class LazyDfa
{
    /// <summary>Most states; a state takes about a kilobyte.</summary>
    public const int MaxStates = 10_000;

    /// <summary>No text that goes on from here is accepted.</summary>
    public const int Dead = -1;

    private const int Bytes = 256;

    private readonly Nfa _nfa;
    private readonly Dictionary<StateSet, int> _numbers = [];
    private readonly List<StateSet> _sets = [];
    private readonly List<int[]?> _rows = [];
    private readonly int[] _mark;
    private int _stamp;

    public LazyDfa(Nfa nfa)
    {
        _nfa = nfa;
        _mark = new int[nfa.Count];
        Start = Number([nfa.Start]);
    }

    public int Start { get; }

    public bool IsAccepting(int state) => _sets[state].Accepts;

    /// <summary>The state after one more byte, or <see cref="Dead"/>.</summary>
    public int Step(int state, byte next) => Row(state)[next];

    /// <summary>The smallest byte not below <paramref name="from"/> that leads on; 256 when there is none.</summary>
    public int FirstByte(int state, int from)
    {
        var row = Row(state);
        while (from < Bytes && row[from] == Dead) from++;
        return from;
    }

    private int[] Row(int state) => _rows[state] ??= MakeRow(_sets[state].States);

    private int[] MakeRow(int[] states)
    {
        var row = new int[Bytes];
        Array.Fill(row, Dead);
        var cuts = new SortedSet<int>();
        foreach (var state in states)
        {
            foreach (var arc in _nfa.ArcsOf(state))
            {
                cuts.Add(arc.Low);
                cuts.Add(arc.High + 1);
            }
        }

        int[] edges = [.. cuts];
        for (var k = 0; k + 1 < edges.Length; k++)
        {
            var targets = Targets(states, edges[k]);
            if (targets.Count > 0) row.AsSpan(edges[k], edges[k + 1] - edges[k]).Fill(Number(targets));
        }

        return row;
    }

    private List<int> Targets(int[] states, int next)
    {
        var targets = new List<int>();
        foreach (var state in states)
        {
            foreach (var arc in _nfa.ArcsOf(state))
            {
                if (arc.Low <= next && next <= arc.High) targets.Add(arc.To);
            }
        }

        return targets;
    }

    private int Number(List<int> states)
    {
        var set = Close(states);
        if (_numbers.TryGetValue(set, out var number)) return number;
        if (_sets.Count == MaxStates)
            throw new QueryTooComplexException(
                $"A pattern needs more than {MaxStates} states on this index; make it more specific.");
        _numbers.Add(set, _sets.Count);
        _sets.Add(set);
        _rows.Add(null);
        return _sets.Count - 1;
    }

    // With all states that are entered without reading; only those that read or accept are kept.
    private StateSet Close(List<int> states)
    {
        _stamp++;
        var open = new Stack<int>(states);
        var kept = new List<int>();
        while (open.TryPop(out var state))
        {
            if (_mark[state] == _stamp) continue;
            _mark[state] = _stamp;
            if (_nfa.ArcsOf(state).Count > 0 || state == _nfa.Accept) kept.Add(state);
            foreach (var next in _nfa.EmptyOf(state)) open.Push(next);
        }

        kept.Sort();
        return new StateSet([.. kept], _mark[_nfa.Accept] == _stamp);
    }

    private sealed class StateSet : IEquatable<StateSet>
    {
        private readonly int _hash;

        public StateSet(int[] states, bool accepts)
        {
            (States, Accepts) = (states, accepts);
            var hash = default(HashCode);
            foreach (var state in states) hash.Add(state);
            _hash = hash.ToHashCode();
        }

        public int[] States { get; }

        public bool Accepts { get; }

        public bool Equals(StateSet? other) => other is not null && States.AsSpan().SequenceEqual(other.States);

        public override bool Equals(object? obj) => Equals(obj as StateSet);

        public override int GetHashCode() => _hash;
    }
}
