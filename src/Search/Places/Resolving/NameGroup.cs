using Dateline.Search.Articles;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Resolving;

/// <summary>All mentions of one name.</summary>
internal sealed class NameGroup
{
    public int First;
    public int Count, TaggedPlaces, TaggedPersons, TaggedOrganisations;
    public ToponymFlags Flags;
    public bool OnlyCaps = true;
    public int Node = -1;
    public bool Sure;
    public PlaceConfidence Confidence;
    public HashSet<int> Contained { get; } = [];

    public void Add(ToponymFlags flags)
    {
        Flags |= flags;
        Count++;
        TaggedPlaces += (flags & ToponymFlags.TaggedPlace) != 0 ? 1 : 0;
        TaggedPersons += (flags & ToponymFlags.TaggedPerson) != 0 ? 1 : 0;
        TaggedOrganisations += (flags & ToponymFlags.TaggedOrganisation) != 0 ? 1 : 0;
    }
}
