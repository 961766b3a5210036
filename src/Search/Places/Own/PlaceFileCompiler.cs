using Dateline.Search.Places.Building;

namespace Dateline.Search.Places.Own;

/// <summary>Turns a file of places into the bytes of a gazetteer file that hangs below the ones that ship.</summary>
internal sealed class PlaceFileCompiler
{
    private const int MaxLineLength = 100_000;
    private const int ReportedLines = 20;

    private readonly Gazetteer _gazetteer;
    private readonly KnownPlaces _known;
    private readonly GeoNamesDump _dump;
    private readonly PlaceList _list;
    private readonly List<PlaceEntry> _places = [];
    private readonly List<(string Name, string Path)> _spellings = [];
    private readonly List<string> _badLines = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly GazetteerMatch[] _buffer = new GazetteerMatch[128];
    private int _leftOut, _badLineCount;
    private bool _begun;

    public PlaceFileCompiler(Gazetteer gazetteer)
    {
        _gazetteer = gazetteer;
        _known = new KnownPlaces(gazetteer);
        _dump = new GeoNamesDump(gazetteer, _known);
        _list = new PlaceList(gazetteer, _known);
    }

    /// <summary>Compiles a file.</summary>
    /// <exception cref="PlaceFileException">Nothing in it could be read.</exception>
    public (byte[] Bytes, PlaceFileReport Report) Compile(string file, string name, CancellationToken cancellationToken)
    {
        foreach (var line in File.ReadLines(file))
        {
            if (line.Split('\t') is { Length: GeoNamesDump.Columns } columns)
                _dump.NoteDivision(columns);
        }

        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Take(line, ++number);
        }

        if (_places.Count == 0 && _spellings.Count == 0 && _badLineCount > 0)
            throw new PlaceFileException(
                $"{file} has no line that could be read. {string.Join(" ", _badLines.Take(3))}");
        using var writer = new GazetteerLayerWriter(_places);
        foreach (var (spelling, path) in _spellings)
            writer.AddExternalName(spelling, NameKind.Alternate, path);
        var report =
            new PlaceFileReport(name, _places.Count, _spellings.Count, _leftOut, _badLines, _badLineCount);
        return (writer.Write(), report);
    }

    private void Take(string line, int number)
    {
        if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            return;
        var isFirst = !_begun;
        _begun = true;
        if (isFirst && line.StartsWith("name", StringComparison.OrdinalIgnoreCase))
            return;
        if (line.Length > MaxLineLength)
        {
            Complain(number, $"it is longer than {MaxLineLength} characters");
            return;
        }

        var columns = line.Split('\t');
        var isDump = columns.Length == GeoNamesDump.Columns;
        string? problem;
        var row = isDump
            ? _dump.Read(columns, number, out problem) : _list.Read(PlaceList.Split(line), number, out problem);
        if (problem is not null)
            Complain(number, problem);
        else if (row is null)
            _leftOut++;
        else
            Add(row);
    }

    private void Complain(int line, string problem)
    {
        _badLineCount++;
        if (_badLines.Count < ReportedLines)
            _badLines.Add($"line {line}: {problem}.");
    }

    private void Add(PlaceRow row)
    {
        var same = row.GeoNamesId != 0 ? _known.ById(row.GeoNamesId) : -1;
        if (same < 0)
            same = _known.Same(row.Name, row.Latitude, row.Longitude, _buffer);
        if (same >= 0)
        {
            AddSpellings(same, row);
            return;
        }

        var container = _gazetteer[row.Container];
        var place = new PlaceEntry
        {
            Name = DisplayNameOf(row),
            Kind = row.Kind,
            ExternalParent = container.Path,
            GeoNamesId = row.GeoNamesId,
            Latitude = row.Latitude,
            Longitude = row.Longitude,
            Population = row.Population,
            Flags = (row.IsCounty ? GazetteerFormat.CountyFlag : 0)
                | (_gazetteer.HasFlag(row.Container, GazetteerFormat.LooseFlag) ? GazetteerFormat.LooseFlag : 0),
        };
        DisplayName.AddOtherSpellings(place, [row.Name, .. row.Names]);
        var plain = place.EffectiveSlug;
        for (var number = 2; _gazetteer.FindId(place.Path) >= 0 || !_paths.Add(place.Path); number++)
            place.Slug = $"{plain}-{number}";
        _places.Add(place);
    }

    private static string DisplayNameOf(PlaceRow row) =>
        row.GeoNamesId != 0 && row.Names.Count > 0
            && row.Name.Any(c => c > '\u017F' || "āēīōūĀĒĪŌŪ‘ʻ".Contains(c)) ? row.Names[0] : row.Name;

    private void AddSpellings(int id, PlaceRow row)
    {
        var path = _gazetteer.PathOf(id);
        foreach (var name in row.Names.Append(row.Name).DistinctBy(DisplayName.Folded))
        {
            var folded = DisplayName.Folded(name);
            if (folded.Length > 2 && folded.All(c => c == ' ' || char.IsAsciiLetterOrDigit(c)) && !IsKnownAs(id, name))
                _spellings.Add((name, path));
        }
    }

    private bool IsKnownAs(int id, string name)
    {
        foreach (var match in _buffer.AsSpan(0, _gazetteer.FindByName(name, _buffer)))
        {
            if (match.Id == id)
                return true;
        }

        return false;
    }
}
