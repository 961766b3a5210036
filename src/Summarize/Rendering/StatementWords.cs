using System.Collections.Frozen;
using System.Globalization;
using Dateline.Summarize.Model;
using Dateline.Summarize.Speech;

namespace Dateline.Summarize.Rendering;

/// <summary>Wording of "Who said what" and of "Sides and silence", shared by all printed forms.</summary>
internal static class StatementWords
{
    private static readonly FrozenDictionary<string, string> Participles =
        ("saying said telling told adding added warning warned calling called urging urged suggesting "
        + "suggested claiming claimed declaring declared announcing announced insisting insisted arguing argued "
        + "noting noted stating stated accusing accused describing described predicting predicted promising "
        + "promised threatening threatened demanding demanded denying denied rejecting rejected stressing "
        + "stressed explaining explained reporting reported confirming confirmed writing wrote acknowledging "
        + "acknowledged admitting admitted criticising criticised criticizing criticized condemning condemned "
        + "pledging pledged proposing proposed")
            .Split(' ').Chunk(2).ToFrozenDictionary(static pair => pair[0], static pair => pair[1],
                StringComparer.Ordinal);

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
        return Told(statement.Verb) + place + date + origins;
    }

    // "…, saying that" stands here without its clause.
    private static string Told(string verb) => Participles.GetValueOrDefault(verb, verb);

    /// <summary>How a statement beside another stands to it.</summary>
    public static string Relation(RelatedStatement related) => related.Relation switch
    {
        StatementRelation.Denies => "denies" + Of(related),
        StatementRelation.DeniedBy => "denied" + By(related),
        StatementRelation.NotConfirmed => "not confirmed",
        StatementRelation.OtherNumber => related.Speaker.Length > 0
        ? $"another number from {related.Speaker}" : "another number",
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
