using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Bench.Corpus;

/// <summary>One generated article, a line of the corpus file.</summary>
/// <param name="Id">Number of the line, from 0.</param>
/// <param name="Title">Title.</param>
/// <param name="Body">Body.</param>
/// <param name="Date">Day of publication.</param>
/// <param name="Source">Outlet.</param>
/// <param name="Places">Places, parts of a path separated by slashes.</param>
/// <param name="Actors">Actors, "type/name".</param>
internal sealed record CorpusDocument(
    long Id, string Title, string Body, DateOnly Date, string Source, string[] Places, string[] Actors);

/// <summary>Reads corpus lines without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CorpusDocument))]
internal sealed partial class CorpusJson : JsonSerializerContext
{
    /// <summary>The documents of a file with one JSON object a line.</summary>
    public static IEnumerable<CorpusDocument> ReadLines(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            yield return JsonSerializer.Deserialize(line, Default.CorpusDocument)
                ?? throw new InvalidDataException($"{path} has a line that is no document: {line}");
        }
    }
}
