using System.Text.Json.Nodes;
using Dateline.Search.Archive;
using Dateline.Web.Api;

namespace Dateline.Web.Mcp;

/// <summary>
/// Articles one by one: their text with the spans of everything read out of it, and what puts them under a value.
/// </summary>
internal static class ArticleTools
{
    /// <summary>Longest part of a body in one answer, in UTF-16 units.</summary>
    public const int LongestPart = 50_000;

    private const int StandardPart = 20_000;

    /// <summary>The tools.</summary>
    public static IEnumerable<ArchiveTool> Of(ArchiveSources sources) =>
    [
        new ArchiveTool(
            "article", "Read an article",
            "One article: headline, text, date, places, actors and dates spoken of, each with its mentions (start "
            + "and end in UTF-16 units "
            + "of title or body, and the rule that read it). Long texts come in parts: left says how much follows, "
            + "nextOffset where.",
            [
                new(ParameterKind.Text, "id", "Article id, as search gives it.") { Required = true },
                CommonParameters.Offset("UTF-16 units of the body"),
                new(ParameterKind.Whole, "length", "Most UTF-16 units of the body to give.")
                {
                    Least = 0, Most = LongestPart, Default = StandardPart,
                },
                new(ParameterKind.Flag, "evidence",
                    "Whether to list the mentions in the part given, and the evidence of single values.")
                {
                    Default = true,
                },
            ],
            (given, _) => Task.FromResult(Article(
                sources.Archive, given.Text("id")!, given.Whole("offset")!.Value, given.Whole("length")!.Value,
                given.Flag("evidence")))),
        new ArchiveTool(
            "why", "Why an article is there",
            "Why articles are found under a place or actor: for each article every mention in context, with the "
            + "rule that read it. "
            + "The query given back finds exactly these articles.",
            [
                new(ParameterKind.Text, "value", "A place or actor, such as actor:lavrov or place:=syria/homs.")
                {
                    Required = true,
                },
                CommonParameters.Query("Among which articles"),
                CommonParameters.Limit("articles", 1, 100, 10),
                CommonParameters.Offset("articles"),
            ],
            (given, stop) => Task.FromResult(Why(given, sources.Archive, stop))),
        new ArchiveTool(
            "together", "Who occurs with whom",
            "Who occurs with whom, where and when, in the articles of a query: actors, places and months beside one "
            + "place or actor, or "
            + "beside the most frequent actors. Every count comes with the query that finds exactly these articles.",
            [
                CommonParameters.Query("Among which articles"),
                new(ParameterKind.Text, "with",
                    "Whom or where to look at, such as actor:lavrov; the most frequent actors when left out."),
                CommonParameters.Limit("rows, and values of each", 1, TogetherRequest.MostValues, 8),
            ],
            (given, stop) => Task.FromResult(Together(given, sources.Archive, stop))),
    ];

    /// <summary>A part of an article's body with what was read out of it.</summary>
    public static ToolAnswer Article(IArticleArchive archive, string id, int offset, int length, bool evidence)
    {
        if (ToolAnswer.DataOf(ArticleApi.Get(id, archive), out var error) is not { } data) return error;
        var body = (string)data["body"]!;
        var start = Whole(body, Math.Min(offset, body.Length));
        var end = Whole(body, (int)Math.Min((long)start + length, body.Length));
        data["body"] = body[start..end];
        data["bodyStart"] = start;
        data["bodyLength"] = body.Length;
        data["left"] = body.Length - end;
        if (end < body.Length) data["nextOffset"] = end;
        if (!evidence) data.Remove("evidence");
        Keep(data["eventDates"]!.AsArray(), start, end, evidence: true);
        foreach (var value in data["places"]!.AsArray().Concat(data["actors"]!.AsArray()))
        {
            var mentions = value!["mentions"]!.AsArray();
            value["mentionCount"] = mentions.Count;
            Keep(mentions, start, end, evidence);
        }

        return ToolAnswer.Of(data);
    }

    // Never between the halves of a surrogate pair.
    private static int Whole(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;

    private static void Keep(JsonArray mentions, int start, int end, bool evidence) => mentions.RemoveAll(mention =>
        !evidence || ((string?)mention!["field"] == "body"
            && ((int)mention["start"]! >= end || (int)mention["end"]! <= start)));

    private static ToolAnswer Why(ToolArguments given, IArticleArchive archive, CancellationToken cancellationToken)
    {
        var offset = given.Whole("offset")!.Value;
        var answer = WhyApi.Why(
            given.Text("value"), given.Text("query"), offset, given.Whole("limit"), archive, cancellationToken);
        return ToolAnswer.DataOf(answer, out var error) is { } data
            ? ToolAnswer.Page(data, "articles", offset, (int)data["total"]!)
            : error;
    }

    private static ToolAnswer Together(
        ToolArguments given, IArticleArchive archive, CancellationToken cancellationToken)
    {
        var answer = WhyApi.Together(
            given.Text("query"), given.Text("with"), given.Whole("limit"), archive, cancellationToken);
        return ToolAnswer.DataOf(answer, out var error) is { } data ? ToolAnswer.Of(data) : error;
    }
}
