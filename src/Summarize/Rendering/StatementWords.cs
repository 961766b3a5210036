using System.Globalization;
using Dateline.Summarize.Model;
using Dateline.Summarize.Speech;

namespace Dateline.Summarize.Rendering;

/// <summary>Wording of "Who said what" and of "Sides and silence", shared by all printed forms.</summary>
internal static class StatementWords
{
    /// <summary>The speaker, or that the text does not tell safely.</summary>
    public static string Speaker(SpokenStatement statement) => statement switch
    {
        { Knowledge: SpeakerKnowledge.Unresolved, Speaker: "" } => "speaker not named",
        { Knowledge: SpeakerKnowledge.Unresolved } => $"“{statement.Speaker}” (unresolved)",
        { Role: { } role } => $"{statement.Speaker}, {role}",
        _ => statement.Speaker,
    };

    /// <summary>"denied in Damascus, Syria, 16 July 2012; 3 independent origins".</summary>
    public static string Manner(SpokenStatement statement)
    {
        var place = statement.Place is { } where ? $" in {where}" : "";
        var date = statement.Date is { } day ? $", {BriefingWords.Date(day)}" : "";
        var origins = statement.Origins > 1
            ? string.Create(CultureInfo.InvariantCulture, $"; {statement.Origins} independent origins") : "";
        return statement.Verb + place + date + origins;
    }

    /// <summary>How a statement beside another stands to it.</summary>
    public static string Relation(RelatedStatement related) => related.Relation switch
    {
        StatementRelation.Denies => "denies" + Of(related),
        StatementRelation.DeniedBy => "denied" + By(related),
        StatementRelation.NotConfirmed => "not confirmed",
        _ => throw new InvalidOperationException($"Unknown relation {related.Relation}."),
    };

    /// <summary>"named in 7 articles, 4 statements" or "named in 7 articles, no words of its own".</summary>
    public static string Voice(BriefingSide side)
    {
        var articles = string.Create(CultureInfo.InvariantCulture,
            $"named in {side.Articles} {(side.Articles == 1 ? "article" : "articles")}");
        return side.Statements == 0 ? articles + ", never quoted" : string.Create(CultureInfo.InvariantCulture,
            $"{articles}, {side.Statements} {(side.Statements == 1 ? "statement" : "statements")}");
    }

    private static string Of(RelatedStatement related) => related.Speaker.Length > 0
        ? $" what {related.Speaker} said" : "";

    private static string By(RelatedStatement related) => related.Speaker.Length > 0 ? $" by {related.Speaker}" : "";
}
