using System.Text.Json;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Codecs.Postings;

/// <summary>
/// The inverted part of an index dump of Oracle.java, one model a segment, in the order of the commit.
/// </summary>
internal static class LuceneDump
{
    public static List<PostingsModel> Parse(IEnumerable<string> lines)
    {
        var segments = new List<PostingsModel>();
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            var item = json.RootElement;
            if (item.TryGetProperty("maxDoc", out var maxDoc))
                segments.Add(new PostingsModel { MaxDoc = maxDoc.GetInt32() });
            else if (item.TryGetProperty("number", out _))
                segments[^1].Fields.Add((ReadField(item), new(ByteOrder.Instance)));
            else if (item.TryGetProperty("term", out var name)) AddTerm(segments[^1], name.GetString()!, item);
            else if (item.TryGetProperty("norms", out var field)) AddNorms(segments[^1], field.GetString()!, item);
        }

        return segments;
    }

    private static FieldInfo ReadField(JsonElement item) => new()
    {
        Name = item.GetProperty("field").GetString()!,
        Number = item.GetProperty("number").GetInt32(),
        OmitsNorms = !item.GetProperty("norms").GetBoolean(),
        IndexOptions = item.GetProperty("index").GetString() switch
        {
            "NONE" => IndexOptions.None,
            "DOCS" => IndexOptions.Docs,
            "DOCS_AND_FREQS" => IndexOptions.DocsAndFreqs,
            "DOCS_AND_FREQS_AND_POSITIONS" => IndexOptions.DocsFreqsAndPositions,
            "DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS" => IndexOptions.DocsFreqsPositionsAndOffsets,
            var other => throw new InvalidDataException($"index option {other}"),
        },
    };

    private static void AddTerm(PostingsModel model, string name, JsonElement item)
    {
        var (field, terms) = model.Fields.Single(pair => pair.Field.Name == name);
        var width = field.HasOffsets ? 3 : field.HasPositions ? 1 : 0;
        terms[Convert.FromHexString(item.GetProperty("text").GetString()!)] =
        [
            .. item.GetProperty("postings").EnumerateArray().Select(row => ReadPosting(
                [.. row.EnumerateArray().Select(number => number.GetInt32())], width)),
        ];
    }

    private static Posting ReadPosting(int[] row, int width)
    {
        var occurrences = new Occurrence[row[1]];
        for (var k = 0; k < occurrences.Length; k++)
        {
            var at = 2 + k * width;
            occurrences[k] = width switch
            {
                0 => new Occurrence(0, 0, 0),
                1 => new Occurrence(row[at], -1, -1),
                _ => new Occurrence(row[at], row[at + 1], row[at + 2]),
            };
        }

        return new Posting(row[0], occurrences);
    }

    private static void AddNorms(PostingsModel model, string name, JsonElement item)
    {
        var norms = new byte[model.MaxDoc];
        foreach (var pair in item.GetProperty("values").EnumerateArray())
            norms[pair[0].GetInt32()] = (byte)pair[1].GetInt64();
        model.Norms[name] = norms;
    }

    /// <summary>Segment names of a folder, in the order of the commit (ascending here).</summary>
    public static List<string> Segments(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.si").Select(path => Path.GetFileNameWithoutExtension(path)!)
            .OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>The 16 id bytes in the header of the segment's <c>.si</c>.</summary>
    public static byte[] ReadId(IndexDirectory directory, string segment)
    {
        var input = directory.Open($"{segment}.si");
        input.ReadInt32();
        input.ReadString();
        input.ReadInt32();
        return input.ReadSpan(16).ToArray();
    }
}
