namespace Dateline.Index.Querying;

/// <summary>A part of a pattern, which can add itself to an automaton any number of times.</summary>
internal abstract class PatternNode
{
    /// <summary>Any character there is.</summary>
    public static PatternNode AnyCharacter { get; } = new CharactersNode([(0, 0x10FFFF)]);

    /// <summary>Any text.</summary>
    public static PatternNode AnyText { get; } = new RepeatNode(AnyCharacter, 0, RepeatNode.Unlimited);

    /// <summary>Connects two states by every text of this part.</summary>
    public abstract void Build(Nfa nfa, int from, int to);

    /// <summary>The automaton of the whole pattern.</summary>
    public Nfa ToNfa()
    {
        var nfa = new Nfa();
        Build(nfa, nfa.Start, nfa.Accept);
        return nfa;
    }
}

/// <summary>One character of some ranges, both ends included.</summary>
internal sealed class CharactersNode(IReadOnlyList<(int Low, int High)> ranges) : PatternNode
{
    public override void Build(Nfa nfa, int from, int to)
    {
        foreach (var (low, high) in ranges) nfa.AddCharacters(from, low, high, to);
    }
}

/// <summary>Parts one after another; none at all is the empty text.</summary>
internal sealed class SequenceNode(IReadOnlyList<PatternNode> parts) : PatternNode
{
    public override void Build(Nfa nfa, int from, int to)
    {
        for (var k = 0; k + 1 < parts.Count; k++)
        {
            var next = nfa.AddState();
            parts[k].Build(nfa, from, next);
            from = next;
        }

        if (parts.Count == 0) nfa.AddEmpty(from, to);
        else parts[^1].Build(nfa, from, to);
    }
}

/// <summary>One of several parts.</summary>
internal sealed class ChoiceNode(IReadOnlyList<PatternNode> parts) : PatternNode
{
    public override void Build(Nfa nfa, int from, int to)
    {
        foreach (var part in parts)
        {
            var start = nfa.AddState(); // a part that loops back to its start must not reach the others
            nfa.AddEmpty(from, start);
            part.Build(nfa, start, to);
        }
    }
}

/// <summary>A part repeated.</summary>
internal sealed class RepeatNode(PatternNode part, int least, int most) : PatternNode
{
    /// <summary>No upper limit.</summary>
    public const int Unlimited = -1;

    public override void Build(Nfa nfa, int from, int to)
    {
        for (var k = 0; k < least; k++) from = After(nfa, from);
        if (most == Unlimited)
        {
            var loop = nfa.AddState();
            nfa.AddEmpty(from, loop);
            nfa.AddEmpty(After(nfa, loop), loop);
            nfa.AddEmpty(loop, to);
            return;
        }

        for (var k = least; k < most; k++)
        {
            nfa.AddEmpty(from, to);
            from = After(nfa, from);
        }

        nfa.AddEmpty(from, to);
    }

    private int After(Nfa nfa, int from)
    {
        var start = nfa.AddState();
        var end = nfa.AddState();
        nfa.AddEmpty(from, start);
        part.Build(nfa, start, end);
        return end;
    }
}
