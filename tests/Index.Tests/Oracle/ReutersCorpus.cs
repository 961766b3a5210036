using System.Globalization;
using System.Net;
using System.Text;

namespace Dateline.Index.Tests.Oracle;

/// <summary>A story of Reuters-21578; people and organisations together are its actors. Dates are ISO days.</summary>
internal sealed record Story(string Id, string Title, string Body, string? Date, string[] Places, string[] Actors)
{
    /// <summary>A number to sort by and to find by range.</summary>
    public long? Number { get; init; }

    /// <summary>Several numbers to find by range.</summary>
    public long[] Points { get; init; } = [];
}

/// <summary>
/// Reads Reuters-21578 from <c>$DATELINE_DATA/reuters21578</c>; nothing is read where that is missing.
/// </summary>
internal static class ReutersCorpus
{
    public const string Reason = "Reuters-21578 is not here: set DATELINE_DATA to the folder that has reuters21578/";

    public static string? Folder { get; } = new[]
    {
        Environment.GetEnvironmentVariable("DATELINE_DATA"),
        Path.Combine(Path.GetTempPath(), "dateline-data"),
    }
        .OfType<string>().Select(root => Path.Combine(root, "reuters21578")).FirstOrDefault(Directory.Exists);

    /// <summary>The first stories that have a body, in file order.</summary>
    public static IEnumerable<Story> Read(int count) =>
        ReadAll(Folder!).Where(story => story.Body.Length > 0).Take(count);

    /// <summary>All 21,578 stories in file order, also those that have a title only, or nothing.</summary>
    public static IEnumerable<Story> ReadAll(string folder) =>
        Directory.GetFiles(folder, "*.sgm").Order(StringComparer.Ordinal)
        .SelectMany(file => File.ReadAllText(file, Encoding.Latin1).Split("<REUTERS ").Skip(1)).Select(Parse);

    private static Story Parse(string record)
    {
        var id = Between(record, "NEWID=\"", "\"");
        var date = DateTime.TryParseExact(Between(record, "<DATE>", "</DATE>").Trim(), "d-MMM-yyyy HH:mm:ss.ff",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var when)
            ? when.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        return new Story(id, Text(record, "TITLE"), Text(record, "BODY"), date, Tags(record, "PLACES"),
            [.. Tags(record, "PEOPLE").Concat(Tags(record, "ORGS")).Distinct()]);
    }

    private static string Text(string record, string tag) =>
        WebUtility.HtmlDecode(Between(record, $"<{tag}>", $"</{tag}>")).Replace('\u0003', ' ').Trim();

    private static string[] Tags(string record, string tag) => [.. Between(record, $"<{tag}>", $"</{tag}>")
        .Split("<D>").Skip(1).Select(part => part.Split("</D>")[0]).Distinct()];

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal);
        if (from < 0) return "";
        from += start.Length;
        var to = text.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0 ? "" : text[from..to];
    }
}
