using System.Globalization;
using System.Text;
using Dateline.Index.Analysis;
using Dateline.Index.Indexing;

namespace Dateline.Index.Tests.Oracle;

/// <summary>
/// What an index holds about each live document, as sorted lines of text under the document's id, so that three views
/// can be compared: the documents that were added, Lucene's dump, and our reader.
/// </summary>
internal static class DocumentFacts
{
    /// <summary>The facts a document must leave behind, worked out here without the indexing code.</summary>
    public static List<string> Of(IndexDocument document, Analyzer analyzer)
    {
        var facts = new List<string>();
        var stored = document.Fields.Where(field => field.StoredValue is not null)
            .Select(field => Stored(field.Name, field.StoredValue!));
        facts.Add("stored " + string.Join(' ', stored));
        foreach (var group in document.Fields.GroupBy(field => field.Name))
        {
            AddTerms(facts, group.Key, [.. group], analyzer);
            AddColumns(facts, group.Key, [.. group]);
        }

        return Sorted(facts);
    }

    public static string Stored(string name, object value) => $"{name}={value switch
    {
        string text => text,
        byte[] bytes => Hex(bytes),
        _ => Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
    }}";

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    public static string Term(string field, string hex, IEnumerable<int> occurrences) =>
        $"term {field} {hex} {string.Join(',', occurrences)}";

    public static string Column(string field, IEnumerable<string> values) =>
        $"column {field} {string.Join(',', values)}";

    public static List<string> Sorted(List<string> facts)
    {
        facts.Sort(StringComparer.Ordinal);
        return facts;
    }

    private static string Hex(string text) => Hex(Encoding.UTF8.GetBytes(text));

    private static void AddTerms(List<string> facts, string name, IndexField[] fields, Analyzer analyzer)
    {
        var texts = fields.Where(field => field.Kind is IndexFieldKind.Text or IndexFieldKind.TextWithoutOffsets)
            .ToList();
        if (texts.Count > 0)
        {
            var withOffsets = texts[0].Kind == IndexFieldKind.Text;
            var tokens = new TokenList();
            foreach (var field in texts) tokens.AddText(analyzer, field.Characters);
            foreach (var term in tokens.Items.GroupBy(token => token.Term))
                facts.Add(Term(
                    name,
                    Hex(term.Key),
                    term.SelectMany<(string Term, int Position, int Start, int End), int>(
                        t => withOffsets ? [t.Position, t.Start, t.End] : [t.Position])));
            if (tokens.Length > 0) facts.Add($"norm {name} {NormByte.Encode(tokens.Length)}");
        }

        var terms = fields.Where(field => field.Kind == IndexFieldKind.Keyword).Select(field => field.Characters)
            .Concat(fields.Where(field => field.Kind == IndexFieldKind.Facet)
                .SelectMany(field => new[] { field.Dimension, $"{field.Dimension}\u001F{field.Characters}" }));
        facts.AddRange(terms.Distinct().Select(term => Term(name, Hex(term), [])));
    }

    private static void AddColumns(List<string> facts, string name, IndexField[] fields)
    {
        foreach (var kind in fields.GroupBy(field => field.Kind))
        {
            switch (kind.Key)
            {
                case IndexFieldKind.Numeric: facts.Add(Column(name, kind.Select(field => $"{field.Number}"))); break;
                case IndexFieldKind.SortedNumeric:
                    facts.Add(Column(name, kind.Select(field => field.Number).Order().Select(n => $"{n}")));
                    break;
                case IndexFieldKind.Binary or IndexFieldKind.Sorted:
                    facts.Add(Column(name, kind.Select(field => Hex(field.Bytes))));
                    break;
                case IndexFieldKind.SortedSet:
                    facts.Add(
                        Column(name, kind.Select(field => Hex(field.Bytes)).Distinct().Order(StringComparer.Ordinal)));
                    break;
                case IndexFieldKind.Facet:
                    facts.Add(Column(
                        name,
                        kind.Select(field => Hex($"{field.Dimension}\u001F{field.Characters}"))
                            .Distinct().Order(StringComparer.Ordinal)));
                    break;
                case IndexFieldKind.LongPoint:
                    facts.AddRange(kind.Select(field => $"point {name} {(ulong)field.Number ^ (1UL << 63):x16}"));
                    break;
                default: break;
            }
        }
    }

    private sealed class TokenList : ITokenSink
    {
        private int _position = -1;
        private int _offset;

        public List<(string Term, int Position, int Start, int End)> Items { get; } = [];

        public int Length { get; private set; }

        public void AddText(Analyzer analyzer, string text)
        {
            analyzer.Analyze(text, this);
            _offset++;
        }

        public void Add(ReadOnlySpan<char> term, int startOffset, int endOffset, int positionIncrement)
        {
            _position += positionIncrement;
            if (positionIncrement > 0) Length++;
            Items.Add((term.ToString(), _position, _offset + startOffset, _offset + endOffset));
        }

        public void End(int finalOffset, int trailingPositionIncrement)
        {
            _offset += finalOffset;
            _position += trailingPositionIncrement;
        }
    }
}
