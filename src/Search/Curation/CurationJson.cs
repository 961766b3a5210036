using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Json;

namespace Dateline.Search.Curation;

/// <summary>
/// How the log writes its records. Strict when reading: a member that is not known may change what a record means, so
/// such a record is not applied.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    Converters = [typeof(KebabCaseEnum<CurationOperation>), typeof(KebabCaseEnum<FacetDimension>)])]
[JsonSerializable(typeof(CurationRecord))]
internal sealed partial class CurationJson : JsonSerializerContext;
