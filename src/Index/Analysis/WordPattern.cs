namespace Dateline.Index.Analysis;

/// <summary>
/// A regular expression over word classes, as a set of fragments of a nondeterministic automaton (Thompson's
/// construction). Patterns are built once; <see cref="Compile"/> makes the table that <see cref="WordSplitter"/> runs
/// on.
/// </summary>
internal sealed class WordPattern
{
    private readonly Action<List<Node>, int, int> _emit;

    private WordPattern(Action<List<Node>, int, int> emit) => _emit = emit;

    private sealed record Node
    {
        public uint Classes; // bit per class that leads to Target
        public int Target = -1;
        public List<int> Free { get; } = []; // reached without reading
    }

    /// <summary>One code point of any of the classes.</summary>
    public static WordPattern Any(params ReadOnlySpan<WordClass> classes)
    {
        var bits = 0u;
        foreach (var wordClass in classes) bits |= 1u << (int)wordClass;
        return new WordPattern((nodes, from, to) =>
        {
            nodes.Add(new Node { Classes = bits, Target = to });
            nodes[from].Free.Add(nodes.Count - 1);
        });
    }

    /// <summary>One after the other.</summary>
    public static WordPattern operator +(WordPattern first, WordPattern second) => new((nodes, from, to) =>
    {
        nodes.Add(new Node());
        var middle = nodes.Count - 1;
        first._emit(nodes, from, middle);
        second._emit(nodes, middle, to);
    });

    /// <summary>Either.</summary>
    public static WordPattern operator |(WordPattern left, WordPattern right) => new((nodes, from, to) =>
    {
        left._emit(nodes, from, to);
        right._emit(nodes, from, to);
    });

    /// <summary>Once or not at all.</summary>
    public WordPattern Optional() => new((nodes, from, to) =>
    {
        _emit(nodes, from, to);
        nodes[from].Free.Add(to);
    });

    /// <summary>Once or more.</summary>
    public WordPattern Repeated() => new((nodes, from, to) =>
    {
        nodes.Add(new Node());
        var enter = nodes.Count - 1;
        nodes.Add(new Node());
        var leave = nodes.Count - 1;
        nodes[from].Free.Add(enter);
        _emit(nodes, enter, leave);
        nodes[leave].Free.Add(enter);
        nodes[leave].Free.Add(to);
    });

    /// <summary>Any number of times, also none.</summary>
    public WordPattern Many() => Repeated().Optional();

    /// <summary>
    /// The deterministic table: at state * <paramref name="classCount"/> + class stands next state * 2, plus 1 when a
    /// token may end there. State 0 is the dead end, state 1 the start.
    /// </summary>
    public ushort[] Compile(int classCount)
    {
        List<Node> nodes = [new(), new()];
        _emit(nodes, 0, 1);
        var known = new Dictionary<string, int> { [""] = 0 };
        List<int[]> states = [[], Closure(nodes, [0])];
        known[Key(states[1])] = 1;
        List<ushort> table = [.. new ushort[classCount]];
        for (var state = 1; state < states.Count; state++)
        {
            for (var wordClass = 0; wordClass < classCount; wordClass++)
            {
                var targets = states[state].Where(n => (nodes[n].Classes >> wordClass & 1) != 0)
                    .Select(n => nodes[n].Target);
                var next = Closure(nodes, targets);
                if (!known.TryGetValue(Key(next), out var number))
                {
                    known[Key(next)] = number = states.Count;
                    states.Add(next);
                }

                table.Add(checked((ushort)(number * 2 + (next.Contains(1) ? 1 : 0))));
            }
        }

        return [.. table];
    }

    private static string Key(int[] state) => string.Join(' ', state);

    private static int[] Closure(List<Node> nodes, IEnumerable<int> start)
    {
        var reached = new SortedSet<int>();
        var open = new Stack<int>(start);
        while (open.TryPop(out var node))
        {
            if (!reached.Add(node)) continue;
            foreach (var next in nodes[node].Free) open.Push(next);
        }

        return [.. reached];
    }
}
