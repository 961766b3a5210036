using System.Globalization;
using Dateline.Search.Articles;

namespace Dateline.Search.Places.Building;

/// <summary>Reads this project's own list of places and names; the format is told at the top of the file.</summary>
internal static class OwnPlacesSource
{
    /// <summary>Adds the list to the places given.</summary>
    /// <exception cref="InvalidDataException">A line is malformed or names a path that does not exist.</exception>
    public static void Read(string file, List<PlaceEntry> places)
    {
        PlaceSlugs.MakeUnique(places);
        var before = places.Count;
        var byPath = places.ToDictionary(place => place.Path, StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            var columns = line.Split('\t');
            switch (columns[0])
            {
                case "names" when columns.Length == 3:
                    AddNames(Lookup(byPath, columns[1], file, number), columns[2]);
                    break;
                case "after-comma" when columns.Length == 3:
                    Lookup(byPath, columns[1], file, number).Names
                        .AddRange(columns[2].Split(';').Select(name => (name, NameKind.AfterComma)));
                    break;
                case "position" when columns.Length == 4:
                    var moved = Lookup(byPath, columns[1], file, number);
                    (moved.Latitude, moved.Longitude) = (Degrees(columns[2]), Degrees(columns[3]));
                    break;
                case "place" or "site" when columns.Length == 8:
                    var parent = columns[1] == "-" ? null : Lookup(byPath, columns[1], file, number);
                    places.Add(Place(columns, parent));
                    break;
                default:
                    throw new InvalidDataException(
                        $"{file}, line {number}: '{columns[0]}' with {columns.Length} columns is not understood.");
            }
        }
        DropOtherMeanings(places, before);
    }

    /// <summary>
    /// A place listed here by name is what the name means: others lose it as a by-name ("White House", Casablanca).
    /// </summary>
    private static void DropOtherMeanings(List<PlaceEntry> places, int before)
    {
        var own = places.Skip(before).Select(place => DisplayName.Folded(place.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var place in places.Take(before))
            place.Names.RemoveAll(pair =>
                pair.Kind is NameKind.English or NameKind.Alternate && own.Contains(DisplayName.Folded(pair.Name)));
    }

    private static PlaceEntry Place(string[] columns, PlaceEntry? parent)
    {
        var place = new PlaceEntry
        {
            Name = columns[3],
            Kind = Enum.Parse<PlaceKind>(columns[2]),
            Parent = parent,
            Latitude = Degrees(columns[4]),
            Longitude = Degrees(columns[5]),
            Population = int.Parse(columns[6], CultureInfo.InvariantCulture),
            Flags = (columns[0] == "site" ? GazetteerFormat.SiteFlag : 0)
                | ((parent?.Flags ?? 0) & GazetteerFormat.LooseFlag),
        };
        AddNames(place, columns[7]);
        return place;
    }

    private static float Degrees(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private static void AddNames(PlaceEntry place, string names)
    {
        foreach (var name in names.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            place.Names.Insert(0, name[0] switch
            {
                '!' => (name[1..], NameKind.Abbreviation),
                '~' => (name[1..], NameKind.Demonym),
                _ => (name, NameKind.English),
            });
        }
    }

    private static PlaceEntry Lookup(Dictionary<string, PlaceEntry> byPath, string path, string file, int number) =>
        byPath.TryGetValue(path, out var place) ? place
        : throw new InvalidDataException($"{file}, line {number}: there is no place '{path}'. Near it: "
            + string.Join(", ",
            byPath.Keys.Where(key => key.StartsWith(path[..Math.Min(path.Length, 4)], StringComparison.Ordinal)
                && key.Count(c => c == '/') == path.Count(c => c == '/')).Take(8)));
}
