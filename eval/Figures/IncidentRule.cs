using Dateline.Search.Articles;
using Dateline.Summarize.Model;
using Figure = Dateline.Summarize.Figures.Figure;

namespace Dateline.Eval.Figures;

/// <summary>
/// The MUC-3/4 guidelines' idea of what a key answers for, put to our figures: one incident, no older than two months,
/// no statistics over a period, and no fight between armed forces.
/// </summary>
internal static class IncidentRule
{
    private const int OldestDays = 61;

    private static readonly HashSet<string> Combatants = new(StringComparer.OrdinalIgnoreCase)
    {
        "soldier", "soldiers", "troops", "guerrilla", "guerrillas", "rebel", "rebels", "terrorist", "terrorists",
        "subversive", "subversives", "insurgent", "insurgents", "extremist", "extremists", "fighters", "militiamen",
        "contras", "sergeant", "sergeants", "lieutenant", "lieutenants", "officer", "officers",
    };

    private static readonly string[] Combat =
        ["clash", "combat", "battle", "fighting", "skirmish", "confrontation"];

    /// <summary>True when by its own scope and date the figure is of one incident of the last two months.</summary>
    public static bool IsRecentIncident(Article article, Figure figure) =>
        figure.Scope == FigureScope.Event && !IsOld(article, figure);

    /// <summary>True where fighters were hurt or the sentence tells of a fight.</summary>
    public static bool IsCombat(Article article, Figure figure)
    {
        var sentence = article.Body[figure.Sentence.Start..figure.Sentence.End];
        return Combatants.Contains(figure.What)
            || Array.Exists(Combat, word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsOld(Article article, Figure figure) => figure.Date is { } date
        && article.Published is { } published
        && published.Date.First.DayNumber - date.Date.Last.DayNumber > OldestDays;
}
