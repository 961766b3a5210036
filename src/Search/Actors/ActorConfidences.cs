using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>Says how well an actor is founded, by the rules that found its mentions.</summary>
internal static class ActorConfidences
{
    private const int ManyMentions = 3;

    private static readonly string[] Strong = ["list", "government", "title", "apposition"];

    private static readonly string[] Weak =
        ["organisation-head", "speech", "first-name", "government-context", TaggedNames.Rule];

    /// <summary>The level and, in words, the rule that founds it and the number of mentions.</summary>
    public static (ActorConfidence Level, string Reason) Of(IReadOnlyList<NameMention> mentions)
    {
        var found = mentions.Select(static mention => mention.Rule).ToHashSet(StringComparer.Ordinal);
        var founding = Array.Find(Strong, found.Contains) ?? Array.Find(Weak, found.Contains) ?? mentions[0].Rule;
        var isTaggedToo = mentions.Any(static mention => mention.Text.Tags.At(mention.First) is not null);
        var level = Array.IndexOf(Strong, founding) >= 0 ? ActorConfidence.High
            : founding == TaggedNames.Rule
                ? mentions.Count >= ManyMentions ? ActorConfidence.High
                : mentions.Count > 1 ? ActorConfidence.Medium : ActorConfidence.Low
            : isTaggedToo && mentions.Count > 1 ? ActorConfidence.High : ActorConfidence.Medium;
        var reason = founding == TaggedNames.Rule || !isTaggedToo ? founding : founding + " and " + TaggedNames.Rule;
        return (level, mentions.Count == 1 ? reason : $"{reason}, {mentions.Count} mentions");
    }
}
