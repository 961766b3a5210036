using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Search.Archive.Json;

/// <summary>Enum values as kebab-case text: <c>ArmedGroup</c> is <c>armed-group</c>.</summary>
internal sealed class KebabCaseEnum<T>()
    : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>The same text for people who have the value at hand.</summary>
public static class EnumNames
{
    /// <summary>Kebab-case name of an enum value.</summary>
    public static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
