using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Search.Articles;

/// <summary>Writes a <see cref="DateRange"/> as its ISO text and reads it back.</summary>
public sealed class DateRangeJsonConverter : JsonConverter<DateRange>
{
    /// <inheritdoc/>
    public override DateRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateRange.TryParse(reader.GetString(), out var range)
            ? range
            : throw new JsonException("Expected a date such as 2012-07-16, 2012-07-14/2012-07-15, 2012-07 or 2012.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateRange value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
