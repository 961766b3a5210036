using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Search.Archive.Json;

namespace Dateline.Web.Api;

/// <summary>How the API writes JSON: as the command line does, see <see cref="ArchiveJson"/>.</summary>
internal static class ApiJson
{
    /// <summary>Options for those who write without a request at hand.</summary>
    public static JsonSerializerOptions Options { get; } = Made();

    /// <summary>Sets options so.</summary>
    public static void Configure(JsonSerializerOptions json)
    {
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Encoder = ArchiveJson.Compact.Options.Encoder;
        json.TypeInfoResolverChain.Insert(0, ArchiveJson.Compact);
    }

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        options.TypeInfoResolverChain.Add(new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver());
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
