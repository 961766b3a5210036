namespace Dateline.Index.Querying;

/// <summary>
/// Places of one document where the parts of a phrase stand near each other. The part that would start the phrase
/// earliest moves on until it is no longer the earliest; the smallest distance between it and the latest part until
/// then is one place, which counts 1 / (1 + distance). Parts with the same term at different positions of the phrase
/// never use the same occurrence: of two that do, the earlier moves on.
/// </summary>
internal sealed class SloppyPositions
{
    private readonly PhrasePart[] _parts;
    private readonly int _slop;
    private readonly int[][] _groups; // for each part the parts, itself included, that need an occurrence of their own
    private int _end; // start that the latest part allows

    /// <param name="parts">The parts by position in the phrase.</param>
    /// <param name="terms">Their terms.</param>
    /// <param name="slop">Largest distance.</param>
    public SloppyPositions(PhrasePart[] parts, IReadOnlyList<PhraseTerm> terms, int slop)
    {
        (_parts, _slop) = (parts, slop);
        _groups = Groups(terms);
    }

    /// <summary>
    /// The sum over the places in the current document, in which all parts occur; 0 when there is none.
    /// </summary>
    public float Frequency()
    {
        if (!Begin()) return 0;
        var total = 0f;
        while (true)
        {
            var more = NextPlace(out var distance);
            if (distance <= _slop) total = (float)(total + (float)(1f / (1f + distance)));
            if (!more) return total;
        }
    }

    // As in Lucene 8 a part joins the first part of its term that stands at another position of the phrase.
    private static int[][] Groups(IReadOnlyList<PhraseTerm> terms)
    {
        var groups = new int[terms.Count][];
        for (var first = 0; first < groups.Length; first++)
        {
            if (groups[first] is not null) continue;
            var (term, position) = terms[first];
            var group = new List<int> { first };
            for (var k = first + 1; k < groups.Length; k++)
            {
                if (groups[k] is null && terms[k].Term == term && terms[k].Position != position) group.Add(k);
            }

            foreach (var part in group) groups[part] = [.. group];
        }

        return groups;
    }

    private bool Begin()
    {
        _end = int.MinValue;
        foreach (var part in _parts) part.First();
        for (var k = 0; k < _parts.Length; k++)
        {
            for (var left = Array.IndexOf(_groups[k], k); left > 0; left--)
            {
                if (_parts[k].NextStart() == PhrasePart.NoMoreStarts) return false;
            }

            _end = Math.Max(_end, _parts[k].Start);
        }

        return true;
    }

    // False when a part has no further occurrence; the distance is then that of the last place.
    private bool NextPlace(out int distance)
    {
        var first = Earliest(-1);
        var next = _parts[Earliest(first)].Start;
        distance = _end - _parts[first].Start;
        while (Move(first) && (_groups[first].Length == 1 || Separate(first)))
        {
            if (_parts[first].Start > next) return true;
            distance = Math.Min(distance, _end - _parts[first].Start);
        }

        return false;
    }

    // Parts are in order of their offsets, so of equal starts the first comes first.
    private int Earliest(int except)
    {
        var earliest = -1;
        for (var k = 0; k < _parts.Length; k++)
        {
            if (k != except && (earliest < 0 || _parts[k].Start < _parts[earliest].Start)) earliest = k;
        }

        return earliest;
    }

    private bool Move(int part)
    {
        if (_parts[part].NextStart() == PhrasePart.NoMoreStarts) return false;
        _end = Math.Max(_end, _parts[part].Start);
        return true;
    }

    private bool Separate(int part)
    {
        while (SameOccurrence(part) is var other and >= 0)
        {
            if (_parts[other].Start <= _parts[part].Start) part = other;
            if (!Move(part)) return false;
        }

        return true;
    }

    private int SameOccurrence(int part)
    {
        foreach (var other in _groups[part])
        {
            if (other != part && _parts[other].Position == _parts[part].Position) return other;
        }

        return -1;
    }
}
