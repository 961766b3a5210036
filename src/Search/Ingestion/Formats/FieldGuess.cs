using Dateline.Search.Extraction.PublicationDates;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// Tells from the first records of a file which fields hold what, where their names say nothing: dates are what reads
/// as dates throughout, the body is what is longest, the headline is the field of short phrases that differ.
/// </summary>
internal static class FieldGuess
{
    /// <summary>Records that are looked at.</summary>
    public const int Records = 50;

    private const int BodyUnits = 200;

    /// <summary>A map, or null when no field is long enough to be a body.</summary>
    /// <param name="names">The fields.</param>
    /// <param name="rows">Values of the first records, in the order of the names; shorter ones lack the rest.</param>
    public static FieldMap? Of(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = Enumerable.Range(0, names.Count).Select(index => new Column(index, rows)).ToList();
        var body = columns.MaxBy(static column => column.MeanUnits);
        if (body is null || body.MeanUnits < BodyUnits)
            return null;
        var fields = new Dictionary<FieldRole, string> { [FieldRole.Body] = names[body.Index] };
        columns.Remove(body);
        Take(FieldRole.Url, columns.Find(static column => column.Share(IsAddress) > 0.9));
        Take(FieldRole.Published, columns.Find(static column => column.Share(IsDate) > 0.9));
        Take(FieldRole.Title, columns.Where(static column => column.MeanUnits is > 15 and < 200
            && column.Distinct > 0.8)
            .MaxBy(static column => column.MeanUnits));
        return FieldMap.Guessed(fields);

        void Take(FieldRole role, Column? column)
        {
            if (column is null)
                return;
            fields[role] = names[column.Index];
            columns.Remove(column);
        }
    }

    private static bool IsAddress(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool IsDate(string value) => PublicationDateParser.TryValue(value, out _, out _);

    private sealed class Column
    {
        private readonly List<string> _values;

        public Column(int index, IReadOnlyList<IReadOnlyList<string>> rows)
        {
            Index = index;
            _values = [.. rows.Where(row => row.Count > index && row[index].Length > 0).Select(row => row[index])];
            MeanUnits = rows.Count == 0 ? 0 : _values.Sum(static value => (double)value.Length) / rows.Count;
            Distinct = Portion(_values.Distinct(StringComparer.Ordinal).Count());
        }

        public int Index { get; }

        public double MeanUnits { get; }

        public double Distinct { get; }

        public double Share(Func<string, bool> test) => Portion(_values.Count(test));

        private double Portion(int count) => _values.Count == 0 ? 0 : (double)count / _values.Count;
    }
}
