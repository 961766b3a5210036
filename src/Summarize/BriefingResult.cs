using Dateline.Search.Querying;
using Dateline.Summarize.Model;

namespace Dateline.Summarize;

/// <summary>A briefing, or why the topic could not be read as a query.</summary>
/// <param name="Briefing">Null when there are errors.</param>
/// <param name="Errors">Errors with positions in the topic.</param>
public sealed record BriefingResult(Briefing? Briefing, IReadOnlyList<QueryError> Errors);
