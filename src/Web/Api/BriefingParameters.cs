using System.Globalization;
using Dateline.Summarize;

namespace Dateline.Web.Api;

/// <summary>What a briefing's address may say.</summary>
/// <param name="Topic">Topic or query.</param>
/// <param name="Format">json, md, html or txt.</param>
/// <param name="Depth">Articles used at most.</param>
/// <param name="KeyPoints">Key points at most.</param>
/// <param name="AsOf">Only what was published by that day, as <c>2012-07-16</c>.</param>
/// <param name="Length">brief, normal or full.</param>
/// <param name="Sections">Sections wanted, comma-separated; all when left out.</param>
/// <param name="Since">Id of a saved briefing to compare with.</param>
/// <param name="Model">Whether a language model may shorten sentences.</param>
internal sealed record BriefingParameters(
    string? Topic, string? Format, int? Depth, int? KeyPoints, string? AsOf, string? Length, string? Sections,
    string? Since = null, bool? Model = null)
{
    /// <summary>True when it says what to brief on.</summary>
    internal bool HasTopic => !string.IsNullOrWhiteSpace(Topic);

    /// <summary>The request; null, with what to write instead, where a value is wrong.</summary>
    public BriefingRequest? Read(out string problem)
    {
        problem = "";
        DateOnly? asOf = null;
        if (!string.IsNullOrWhiteSpace(AsOf))
        {
            if (!DateOnly.TryParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day))
                return Fail($"asOf is '{AsOf}': write a day as 2012-07-16.", out problem);
            asOf = day;
        }

        var length = BriefingLength.Normal;
        if (!string.IsNullOrWhiteSpace(Length)
            && (!Enum.TryParse(Length, ignoreCase: true, out length) || !Enum.IsDefined(length)))
            return Fail($"length is '{Length}': give one of brief, normal, full.", out problem);
        if (SectionNames.Parse(Sections) is not { } sections)
            return Fail($"sections is '{Sections}': give any of {SectionNames.All}.", out problem);
        var request = new BriefingRequest { Topic = Topic ?? "", AsOf = asOf, Sections = sections }.OfLength(length);
        request = request with { Depth = Depth ?? request.Depth, KeyPoints = KeyPoints ?? request.KeyPoints };
        try
        {
            request.Validate();
            return request;
        }
        catch (ArgumentOutOfRangeException e)
        {
            return Fail(e.Message, out problem);
        }
    }

    private static BriefingRequest? Fail(string message, out string problem)
    {
        problem = message;
        return null;
    }
}
