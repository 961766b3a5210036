using Dateline.Search.Extraction.Records;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>
/// A table with an article a row: separated by comma, semicolon, tab or bar, which of them is counted in the first
/// record. The first row names the columns unless it reads like data. A row's origin has its line behind it.
/// </summary>
internal sealed class CsvFormat : FileFormat
{
    private const int LongestName = 60;

    public override FormatMatch Match(FormatProbe probe)
    {
        var named = probe.Named([".csv", ".tsv", ".tab"], ["text/csv", "text/tab-separated-values"]);
        if (named is not FormatMatch.None)
            return named;
        var line = probe.Text[..Math.Max(0, probe.Text.IndexOf((byte)'\n'))];
        if (line.IsEmpty || line.Length > 1000)
            return FormatMatch.None;
        var first = System.Text.Encoding.UTF8.GetString(line);
        var names = CsvRecords.Fields(first.TrimEnd('\r'), Separator(first));
        return names.Count > 1 && names.Count(RecordFields.IsKnown) > 1 ? FormatMatch.Content : FormatMatch.None;
    }

    public override IEnumerable<InputResult> Read(InputSource source, SourceReading reading)
    {
        var table = new Table(source, reading);
        var rows = 0;
        foreach (var record in new CsvRecords(Utf8Stream.Of(source), reading.Limits.DocumentBytes).Read())
        {
            foreach (var row in table.Take(record))
            {
                rows++;
                yield return row;
            }
        }

        foreach (var row in table.Rest())
        {
            rows++;
            yield return row;
        }

        if (rows == 0)
            yield return SourceFailures.NoRecords(source.Origin);
    }

    internal static char Separator(string record)
    {
        var (best, most) = (',', 0);
        foreach (var candidate in ",;\t|")
        {
            var quoted = false;
            var count = 0;
            foreach (var c in record)
            {
                quoted ^= c == '"';
                count += !quoted && c == candidate ? 1 : 0;
            }

            if (count > most)
                (best, most) = (candidate, count);
        }

        return best;
    }

    /// <summary>The rows of one file. The first wait until the columns are known.</summary>
    private sealed class Table(InputSource source, SourceReading reading)
    {
        private readonly List<(long Line, List<string> Fields, string? Warning)> _waiting = [];
        private List<string>? _names;
        private char _separator;
        private FieldMap? _map;
        private bool _known;

        public List<InputResult> Take(CsvRecord record)
        {
            var origin = $"{source.Origin}#{record.Line}";
            if (record.Problem is not null)
            {
                return [new InputFailure(origin, InputFailureReason.MalformedRecord,
                    $"{source.Origin} line {record.Line} {record.Problem}.",
                        "Correct the line; the next ones were read.")
                    { Line = record.Line }];
            }

            var decoded = TextDecoder.Decode(record.Bytes.Span, source.Charset, markup: false);
            if (decoded.Text is null)
            {
                return [new InputFailure(origin, decoded.Reason,
                    $"{source.Origin} line {record.Line} is not text (byte {decoded.BadByte}).",
                        "Save the file as UTF-8.")
                    { Line = record.Line, Position = decoded.BadByte }];
            }

            return [.. Take(record.Line, decoded.Text, decoded.Warning)];
        }

        private List<InputItem> Take(long line, string text, string? warning)
        {
            if (_names is null)
                _separator = source.Name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : Separator(text);
            var fields = CsvRecords.Fields(text, _separator);
            if (_names is null)
            {
                var isHeader = IsHeader(fields);
                _names = isHeader ? Unique(fields) : [.. fields.Select(static (_, index) => $"column{index + 1}")];
                _map = reading.Fields;
                _known = _map is not null || _names.Any(RecordFields.IsText);
                if (isHeader)
                    return [];
            }

            _waiting.Add((line, fields, warning));
            return _known || _waiting.Count >= FieldGuess.Records ? Rest() : [];
        }

        public List<InputItem> Rest()
        {
            if (!_known && _names is not null)
                _map = FieldGuess.Of(_names, [.. _waiting.Select(static row => row.Fields)]);
            _known = true;
            var rows = _waiting.Select(Item).ToList();
            _waiting.Clear();
            return rows;
        }

        private InputItem Item((long Line, List<string> Fields, string? Warning) row)
        {
            var fields = _names!.Zip(row.Fields, static (name, value) => (name, (string?)value)).ToArray();
            List<string> warnings = [];
            if (row.Warning is not null)
                warnings.Add(row.Warning);
            if (_map is { Rule: "content" })
                warnings.Add($"The columns' names do not tell what they hold; read by their content as {_map}.");
            if (row.Fields.Count > _names!.Count)
                warnings.Add($"{row.Fields.Count - _names.Count} values have no column.");
            return new InputItem($"{source.Origin}#{row.Line}", InputFormat.Json, JsonRecords.Write(fields))
            {
                Warnings = warnings,
                Fields = _map,
            };
        }

        private static bool IsHeader(List<string> fields) =>
            fields.Any(RecordFields.IsKnown)
            || fields.All(static field => field.Length is > 0 and <= LongestName && char.IsLetter(field[0])
                && !field.Contains("://", StringComparison.Ordinal));

        private static List<string> Unique(List<string> names)
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            return [.. names.Select((name, index) =>
                name.Length > 0 && seen.Add(name) ? name : $"{name}{(name.Length > 0 ? "-" : "column")}{index + 1}")];
        }
    }
}
