using Microsoft.AspNetCore.Http.Metadata;

namespace Dateline.Web.Api;

/// <summary>
/// Refuses query parameters that an endpoint does not know, so that a typing error never silently widens a result.
/// </summary>
internal sealed class KnownParametersFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var known = context.HttpContext.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Select(parameter => parameter.Name).ToList() ?? [];
        foreach (var name in context.HttpContext.Request.Query.Keys)
        {
            if (known.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            var problem =
                ApiProblems.Bad($"Unknown parameter '{name}'. Known here: {string.Join(", ", known.Where(IsQuery))}.");
            return ValueTask.FromResult<object?>(problem);
        }

        return next(context);

        static bool IsQuery(string name) => name is not ("archive" or "context" or "id" or "cancellationToken");
    }
}
