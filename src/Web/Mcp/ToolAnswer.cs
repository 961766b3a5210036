using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Web.Api;
using Microsoft.AspNetCore.Http.HttpResults;
using ModelContextProtocol.Protocol;

namespace Dateline.Web.Mcp;

/// <summary>What a tool answers: text for whoever reads, and the same as data. Bounded in size.</summary>
internal sealed record ToolAnswer
{
    /// <summary>Longest text of a list, in UTF-16 units; its end is left off, which is said.</summary>
    public const int LongestList = 100_000;

    /// <summary>
    /// Longest text of any answer, in UTF-16 units; a longer one is an error that says how to ask for less.
    /// </summary>
    public const int Longest = 1_000_000;

    /// <summary>For whoever reads; JSON unless asked for otherwise.</summary>
    public required string Text { get; init; }

    /// <summary>The data; null when there is nothing but text.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>True when the call asked for what cannot be given.</summary>
    public bool IsError { get; init; }

    /// <summary>An error, with what to do instead.</summary>
    public static ToolAnswer Error(string message, JsonObject? data = null) =>
        new() { Text = message, Data = data, IsError = true };

    /// <summary>An answer that is all data.</summary>
    public static ToolAnswer Of(JsonObject data)
    {
        var text = data.ToJsonString(ApiJson.Options);
        return text.Length <= Longest ? new ToolAnswer { Text = text, Data = data } : TooLong(text.Length);
    }

    /// <summary>
    /// Data with a list in it: a list too long is cut, and the answer says how many are left and where they begin.
    /// </summary>
    /// <param name="data">The data.</param>
    /// <param name="list">Name of the list in it.</param>
    /// <param name="offset">How many went before the list's first.</param>
    /// <param name="total">How many there are in all.</param>
    public static ToolAnswer Page(JsonObject data, string list, int offset, int total)
    {
        var items = data[list]!.AsArray();
        while (true)
        {
            var left = Math.Max(0, total - offset - items.Count);
            data["left"] = left;
            if (left > 0) data["nextOffset"] = offset + items.Count;
            var text = data.ToJsonString(ApiJson.Options);
            if (text.Length <= LongestList) return new ToolAnswer { Text = text, Data = data };
            if (items.Count <= 1) return Of(data);
            var half = items.Count / 2;
            items.RemoveRange(half, items.Count - half);
        }
    }

    /// <summary>
    /// The data of what a handler of the JSON API answers, for a tool to go on with; else the error it is.
    /// </summary>
    public static JsonObject? DataOf(IResult result, out ToolAnswer error)
    {
        error = Error("");
        switch (result is INestedHttpResult nested ? nested.Result : result)
        {
            case ProblemHttpResult problem:
                error = Error(problem);
                return null;
            case IValueHttpResult { Value: { } value }:
                return DataOf(value);
            case ContentHttpResult content:
                return JsonNode.Parse(content.ResponseContent!)!.AsObject();
            case var other:
                throw new InvalidOperationException($"A handler answers with {other?.GetType()}.");
        }
    }

    /// <summary>A value as the JSON API writes it.</summary>
    public static JsonObject DataOf(object value) => NodeOf(value).AsObject();

    /// <summary>A value of any shape as the JSON API writes it.</summary>
    public static JsonNode NodeOf(object value) =>
        JsonSerializer.SerializeToNode(value, value.GetType(), ApiJson.Options)!;

    /// <summary>The answer as the protocol carries it.</summary>
    public CallToolResult ToResult() => new()
    {
        Content = [new TextContentBlock { Text = Text }],
        StructuredContent = Data is null ? null : JsonSerializer.SerializeToElement(Data),
        IsError = IsError,
    };

    // The same sentence as the API's, and where it is about a query, every error with its place and what to write
    // there.
    private static ToolAnswer Error(ProblemHttpResult problem)
    {
        var details = problem.ProblemDetails;
        if (!details.Extensions.TryGetValue("errors", out var errors) || errors is null)
            return Error(details.Detail!);
        return Error(
            $"{details.Title}: {details.Detail}",
            new JsonObject { ["query"] = (string?)details.Extensions["query"], ["errors"] = NodeOf(errors) });
    }

    private static ToolAnswer TooLong(int length) => Error(string.Create(
        CultureInfo.InvariantCulture,
        $"The answer has {length} characters, more than {Longest}: ask for less, with limit, length or sections."));
}
