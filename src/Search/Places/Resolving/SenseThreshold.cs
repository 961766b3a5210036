using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Resolving;

/// <summary>The score that a candidate needs for a name to mean it, by what speaks for a place at all.</summary>
internal static class SenseThreshold
{
    private const double Usual = 5.0;
    private const double PersonPenalty = 3;
    private const double OrganisationPenalty = 1.2;
    private const double PlaceRelief = 1.5;
    private const double DatelineRelief = 1.5;

    public static double Of(NameGroup group)
    {
        var flags = group.Flags;
        var supported = (flags & ToponymFlags.Supported) != 0 || group.Contained.Count > 0;
        var threshold = Usual - (supported ? 0.5 : 0);
        var tagged = 2 * group.TaggedPlaces >= group.Count;
        if ((flags & ToponymFlags.Doubtful) != 0)
            threshold += supported || tagged ? 0.3 : 2.5;
        if ((flags & ToponymFlags.NamePart) != 0)
            threshold += supported ? 1 : tagged ? 2 : 6;
        if (tagged)
            threshold -= PlaceRelief;
        else if (group.TaggedPersons > group.TaggedPlaces && group.Contained.Count == 0)
            threshold += PersonPenalty;
        else if (2 * group.TaggedOrganisations > group.Count && !supported)
            threshold += OrganisationPenalty;
        if ((flags & ToponymFlags.Dateline) != 0)
            threshold -= DatelineRelief;
        return threshold + (group.OnlyCaps ? 0.7 : 0);
    }
}
