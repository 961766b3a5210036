namespace Dateline.Search.Places.Building;

/// <summary>Turns the raw files of the gazetteer's sources into the files that ship.</summary>
public static class GazetteerBuilder
{
    /// <summary>
    /// Builds both files. Raw folder: <c>geonames/{countryInfo,admin1CodesASCII,admin2Codes,cities15000}.txt</c>,
    /// <c>natural_earth/10m/cultural/ne_10m_{populated_places,admin_1_label_points}.json</c>,
    /// <c>natural_earth/50m/cultural/ne_50m_admin_{0_countries,1_states_provinces}.json</c>,
    /// <c>mledoze/countries.json</c>, <c>country_state_city.tsv</c>. Same input, same bytes.
    /// </summary>
    /// <param name="rawFolder">Where the raw files are.</param>
    /// <param name="ownPlacesFile">This project's own list, <c>own-places.tsv</c>.</param>
    /// <param name="outputFolder">Receives <see cref="GazetteerFiles.BaseFile"/> and
    /// <see cref="GazetteerFiles.OdblFile"/>.</param>
    /// <returns>One line for each file: name, places, bytes.</returns>
    public static IReadOnlyList<string> Build(string rawFolder, string ownPlacesFile, string outputFolder)
    {
        var geoNames = new GeoNamesSource();
        geoNames.Read(Path.Combine(rawFolder, "geonames"));
        NaturalEarthSource.Read(
            Path.Combine(rawFolder, "natural_earth", "10m", "cultural", "ne_10m_populated_places.json"), geoNames);
        var cultural = Path.Combine(rawFolder, "natural_earth", "50m", "cultural");
        NaturalEarthPositions.LocateCountries(Path.Combine(cultural, "ne_50m_admin_0_countries.json"), geoNames);
        NaturalEarthPositions.LocateRegions(
            Path.Combine(cultural, "ne_50m_admin_1_states_provinces.json"),
            Path.Combine(rawFolder, "natural_earth", "10m", "cultural", "ne_10m_admin_1_label_points.json"), geoNames);
        OwnPlacesSource.Read(ownPlacesFile, geoNames.Places);
        using var baseWriter = new GazetteerLayerWriter(geoNames.Places);
        var report =
            new List<string> { Save(outputFolder, GazetteerFiles.BaseFile, baseWriter.Write(), geoNames.Places.Count) };

        var odbl = new OdblSource(geoNames);
        var smaller = odbl.ReadCities(Path.Combine(rawFolder, "country_state_city.tsv"));
        AvoidSlugs(smaller, geoNames.Places);
        using var odblWriter = new GazetteerLayerWriter(smaller);
        foreach (var (demonym, path) in odbl.ReadDemonyms(Path.Combine(rawFolder, "mledoze", "countries.json")))
            odblWriter.AddExternalName(demonym, NameKind.Demonym, path);
        report.Add(Save(outputFolder, GazetteerFiles.OdblFile, odblWriter.Write(), smaller.Count));
        return report;
    }

    /// <summary>Paths stay unique across files: a later file's place gives way.</summary>
    private static void AvoidSlugs(List<PlaceEntry> later, List<PlaceEntry> earlier)
    {
        var taken = earlier.Select(place => place.Path).ToHashSet(StringComparer.Ordinal);
        PlaceSlugs.MakeUnique(later);
        foreach (var place in later)
        {
            var plain = place.EffectiveSlug;
            for (var number = 2; !taken.Add(place.Path); number++)
                place.Slug = $"{plain}-{number}";
        }
    }

    private static string Save(string folder, string file, byte[] bytes, int places)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, file), bytes);
        return $"{file}: {places} places, {bytes.Length} bytes";
    }
}
