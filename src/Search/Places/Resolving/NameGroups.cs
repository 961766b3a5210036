using System.Runtime.InteropServices;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Resolving;

/// <summary>
/// The names of a text by what they are called, with what the text says of containment: "Aleppo, Syria".
/// </summary>
internal sealed class NameGroups
{
    private readonly Gazetteer _gazetteer;
    private readonly FoundToponyms _found;
    private readonly Dictionary<ulong, int> _groupOf = [];
    private readonly List<NameGroup> _groups = [];

    /// <summary>Groups the names that the gazetteer has candidates for, and marks those that contain another.</summary>
    public NameGroups(Gazetteer gazetteer, FoundToponyms found)
    {
        (_gazetteer, _found) = (gazetteer, found);
        var toponyms = CollectionsMarshal.AsSpan(found.Toponyms);
        for (var i = 0; i < toponyms.Length; i++)
        {
            if (toponyms[i].CandidateCount == 0)
                continue;
            var group = Join(toponyms, i);
            if (toponyms[i].Is(ToponymFlags.FollowsToponym) && i > 0)
                NoteContainment(ref toponyms[i - 1], ref toponyms[i], group);
        }
    }

    public int Count => _groups.Count;

    public NameGroup this[int group] => _groups[group];

    /// <summary>The group of a name that has candidates.</summary>
    public NameGroup Of(in Toponym toponym) => _groups[_groupOf[_found.HashOf(toponym)]];

    /// <summary>The mention with the most candidates; of equals the first.</summary>
    public Toponym FirstOf(int group) => _found.Toponyms[_groups[group].First];

    /// <summary>What the name of a group may mean.</summary>
    public ReadOnlySpan<GazetteerMatch> CandidatesOf(int group) => _found.CandidatesOf(FirstOf(group));

    private NameGroup Join(ReadOnlySpan<Toponym> toponyms, int i)
    {
        ref readonly var toponym = ref toponyms[i];
        var hash = _found.HashOf(toponym);
        if (!_groupOf.TryGetValue(hash, out var index))
        {
            _groupOf.Add(hash, index = _groups.Count);
            _groups.Add(new NameGroup { First = i });
        }
        var group = _groups[index];
        if (toponym.CandidateCount > toponyms[group.First].CandidateCount)
            group.First = i;
        group.Add(toponym.Flags);
        group.OnlyCaps &= toponym.Is(ToponymFlags.CapsContext);
        return group;
    }

    /// <summary>Candidates of the first that lie in a candidate of the second are what the text means.</summary>
    private void NoteContainment(ref Toponym inner, ref Toponym outer, NameGroup outerGroup)
    {
        if (inner.CandidateCount == 0)
            return;
        var innerGroup = Of(inner);
        foreach (var candidate in _found.CandidatesOf(inner))
        {
            foreach (var container in _found.CandidatesOf(outer))
            {
                if (candidate.Id == container.Id || !_gazetteer.IsWithin(candidate.Id, container.Id))
                    continue;
                inner.Flags |= ToponymFlags.Contained;
                outer.Flags |= ToponymFlags.Contained;
                innerGroup.Contained.Add(candidate.Id);
                outerGroup.Contained.Add(container.Id);
            }
        }
    }
}
