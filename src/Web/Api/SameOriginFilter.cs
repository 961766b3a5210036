using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Web.Api;

/// <summary>
/// Refuses what a page of another site makes a browser send: such a request says so in Sec-Fetch-Site, or in Origin.
/// Programs send neither and are let through; the server listens on the loopback address only.
/// </summary>
internal sealed class SameOriginFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsForeign(context.HttpContext.Request)
            ? ValueTask.FromResult<object?>(Refusal)
            : next(context);

    /// <summary>What such a request is answered.</summary>
    public static ProblemHttpResult Refusal => TypedResults.Problem(
        "The request comes from another site.", statusCode: StatusCodes.Status403Forbidden, title: "Forbidden");

    /// <summary>True for a request of a page of another site.</summary>
    public static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site is not ("same-origin" or "none")) return true;
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}";
    }
}
