namespace Dateline.Web.Api;

/// <summary>Routes of the JSON API; the handlers stand beside, one file a resource.</summary>
internal static class ArchiveApi
{
    /// <summary>Maps everything below <c>/api</c>.</summary>
    public static void MapArchiveApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").AddEndpointFilter<KnownParametersFilter>();
        api.MapGet("/archive", SearchApi.Info).WithSummary("Size and version of the archive");
        api.MapGet("/search", SearchApi.Search).WithSummary("Search: hits, facets, histogram");
        api.MapGet("/facets/{dimension}", SearchApi.Facets)
            .WithSummary("Values of one facet, or those whose name contains a text");
        api.MapGet("/suggest", SearchApi.Suggest).WithSummary("Ways to go on with a query that is being typed");
        api.MapGet("/export", SearchApi.Export).WithSummary("Every article found, one JSON record a line")
            .Produces(200, contentType: "application/x-ndjson");
        api.MapGet("/articles/{id}", ArticleApi.Get)
            .WithSummary("One article with all derived values and their evidence");
        api.MapGet("/why", WhyApi.Why)
            .WithSummary("Why articles are found under a place or actor: the mentions in context");
        api.MapGet("/together", WhyApi.Together)
            .WithSummary("Who occurs with whom, where and when; every count with its query");
        api.MapGet("/curation", CurationApi.List).WithSummary("The curation log: every record with what it does now");
        api.MapPost("/curation", CurationApi.Write).AddEndpointFilter<SameOriginFilter>()
            .WithSummary("Merges, splits, renames, retypes, hides or pins a value");
        api.MapPost("/curation/{id:long}/undo", CurationApi.Undo).AddEndpointFilter<SameOriginFilter>()
            .WithSummary("Undoes a record of the curation log, by a new record");
        api.MapGet("/briefing", BriefingApi.Brief)
            .WithSummary("A cited briefing on a topic as JSON, Markdown, HTML or plain text");
        api.MapGet("/briefings", SavedBriefingsApi.List).WithSummary("Saved briefings, newest first");
        api.MapPost("/briefings", SavedBriefingsApi.Save).AddEndpointFilter<SameOriginFilter>()
            .WithSummary("Writes a briefing and saves it");
        api.MapGet("/briefings/{id}", SavedBriefingsApi.Get).WithSummary("A saved briefing as it was saved");
        api.MapGet("/briefings/{id}/verify", SavedBriefingsApi.Verify)
            .WithSummary("Checks every citation of a saved briefing");
        api.MapGet("/briefings/{id}/compare", SavedBriefingsApi.Compare)
            .WithSummary("A later saved briefing with what changed since this one");
        api.MapDelete("/briefings/{id}", SavedBriefingsApi.Remove).AddEndpointFilter<SameOriginFilter>()
            .WithSummary("Deletes a saved briefing");
        api.MapPost("/verify", BriefingApi.Verify).WithSummary("Checks a saved briefing against the archive");
    }
}
