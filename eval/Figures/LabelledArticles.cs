using System.Text.RegularExpressions;
using Dateline.Eval.Joining;

namespace Dateline.Eval.Figures;

/// <summary>
/// The texts that figures are labelled in: of the news stream those of 100 to 800 words with three of the words of
/// harm, of the dated updates of <c>background_summaries</c> (first annotator) those of 60 to 800 words with two.
/// </summary>
internal static partial class LabelledArticles
{
    private static readonly HashSet<string> Harm =
    [
        "killed", "killing", "dead", "died", "deaths", "wounded", "injured", "injuries", "missing", "arrested",
            "arrests", "detained",
        "kidnapped", "hostages", "refugees", "displaced", "evacuated", "fled", "troops", "soldiers", "casualties",
            "toll", "ransom", "damage",
    ];

    /// <summary>All of them, in the order of a lot drawn from seed and id.</summary>
    /// <param name="streamFolder">Folder of the news stream; <c>background_summaries</c> lies beside it.</param>
    public static List<LabelText> Draw(string streamFolder) =>
    [
        .. LabelTexts.Updates(streamFolder).Where(static text =>
            Fits(text.Body, 60, 2)).OrderBy(Lot, StringComparer.Ordinal),
        .. LabelTexts.Stream(streamFolder).Where(static text =>
            Fits(text.Body, 100, 3)).OrderBy(Lot, StringComparer.Ordinal),
    ];

    private static string Lot(LabelText text) => DrawCommand.Lot("figures", text.Id);

    private static bool Fits(string body, int fewest, int harms) =>
        body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is var words && words >= fewest
            && words <= 800
        && Letters().Matches(body.ToLowerInvariant()).Select(static match =>
            match.Value).Where(Harm.Contains).Distinct().Count() >= harms;

    [GeneratedRegex("[a-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Letters();
}
