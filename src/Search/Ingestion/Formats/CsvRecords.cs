using System.Text;

namespace Dateline.Search.Ingestion.Formats;

/// <summary>One record of a table.</summary>
/// <param name="Line">1-based line it begins in.</param>
/// <param name="Bytes">Its bytes without the line end; valid until the next record is asked for.</param>
/// <param name="Problem">Why it is no record; null when it is one.</param>
internal readonly record struct CsvRecord(long Line, ReadOnlyMemory<byte> Bytes, string? Problem);

/// <summary>
/// Splits a table of comma-separated values (RFC 4180, also with other separators) into records, holding one at a time.
/// A quote that is never closed costs the record it is in, not the rest of the file: splitting goes on at the next
/// line. A record over the limit is left out.
/// </summary>
internal sealed class CsvRecords(Stream stream, int maxRecordBytes)
{
    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;
    private bool _atEnd;
    private long _line = 1;

    public IEnumerable<CsvRecord> Read()
    {
        while (true)
        {
            var (length, found) = Find(quoted: true);
            if (length == 0 && !found)
                yield break;
            string? problem = null;
            if (length < 0)
            {
                (length, found) = Find(quoted: false);
                problem = length < 0 ? $"is over {maxRecordBytes >> 20} MiB" : "opens a quote that is never closed";
            }

            var line = _line;
            if (length < 0)
                SkipLine();
            else
                _line += _buffer.AsSpan(_start, length).Count((byte)'\n') + (found ? 1 : 0);
            var bytes = length < 0 ? default : _buffer.AsMemory(_start, length);
            _start += Math.Max(length, 0) + (found ? 1 : 0);
            if (problem is not null || !bytes.Span.Trim(" \r\n"u8).IsEmpty)
                yield return new CsvRecord(line, bytes.TrimEnd((byte)'\r'), problem);
        }
    }

    /// <summary>The fields of a record.</summary>
    public static List<string> Fields(string record, char separator)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < record.Length; at++)
        {
            var c = record[at];
            if (quoted && c == '"' && at + 1 < record.Length && record[at + 1] == '"')
                field.Append(record[at++]);
            else if (c == '"' && (quoted || field.Length == 0))
                quoted = !quoted;
            else if (c == separator && !quoted)
                Finish();
            else
                field.Append(c);
        }

        Finish();
        return fields;

        void Finish()
        {
            fields.Add(field.ToString().Trim());
            field.Clear();
        }
    }

    // Length up to the line end that ends the record, and whether there is one; -1 when the limit or the end of the
    // file
    // comes first, the latter inside quotes.
    private (int Length, bool Found) Find(bool quoted)
    {
        var inQuotes = false;
        for (var at = 0; ; at++)
        {
            if (_start + at == _end && (at >= maxRecordBytes || !Fill()))
                return inQuotes || at >= maxRecordBytes ? (-1, false) : (at, false);
            var b = _buffer[_start + at];
            inQuotes ^= quoted && b == (byte)'"';
            if (b == (byte)'\n' && !inQuotes)
                return (at, true);
        }
    }

    private void SkipLine()
    {
        while (true)
        {
            var end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            _start = end < 0 ? _end : _start + end + 1;
            if (end >= 0 || !Fill())
                break;
        }

        _line++;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, maxRecordBytes + 1));
        var read = _atEnd || _end == _buffer.Length ? 0 : stream.Read(_buffer.AsSpan(_end));
        _atEnd |= read == 0;
        _end += read;
        return read > 0;
    }
}
