using Dateline.Search.Archive;
using Dateline.Search.Curation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Web.Api;

/// <summary>The curation log: reading it, writing to it.</summary>
internal static class CurationApi
{
    /// <summary>Every record with what it does now, and the lines that are none.</summary>
    public static Results<Ok<CurationList>, ProblemHttpResult> List(IArticleArchive archive) =>
        archive.Desk is { } desk ? TypedResults.Ok(desk.List()) : None();

    /// <summary>Writes a record.</summary>
    public static Results<Created<CurationItem>, ProblemHttpResult> Write(CurationDraft draft, IArticleArchive archive)
    {
        if (archive.Desk is not { } desk) return None();
        try
        {
            var outcome = desk.Apply(draft);
            return outcome.Item is { } item ? TypedResults.Created("/api/curation", item)
                : ApiProblems.Bad(outcome.Problem!);
        }
        catch (IOException e)
        {
            return TypedResults.Problem(
                e.Message, statusCode: StatusCodes.Status500InternalServerError, title: "Not written");
        }
    }

    /// <summary>Undoes a record by a new one.</summary>
    public static Results<Created<CurationItem>,
        ProblemHttpResult> Undo(long id, string? note, IArticleArchive archive) =>
        Write(new CurationDraft { Operation = CurationOperation.Undo, Undoes = id, Note = note }, archive);

    private static ProblemHttpResult None() => TypedResults.Problem(
        "This archive keeps no curation log.", statusCode: StatusCodes.Status404NotFound, title: "Not found");
}
