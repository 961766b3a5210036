using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>
/// State bodies whose country another name tells: "al-Assad's government" by its head of state; "the Foreign Ministry",
/// "government forces" by the country the article is about.
/// </summary>
internal static class OwnedBodies
{
    // A country is the article's own when it has at least so many mentions and at least half of all.
    private const int FewestMentions = 4;

    public static void Add(
        IReadOnlyList<NameText> fields, List<ActorGroup> groups, Dictionary<string, ActorGroup> byName, int? year)
    {
        foreach (var group in groups.ToArray())
        {
            if (group.Listed is not { Kind: ActorKind.Person, CameoCode: [_, _, _, 'G', 'O', 'V'] } head
                || !head.InOffice(year)
                || Countries.Shared.ByCode(head.CameoCode.AsSpan(0, 3)) is not { } country)
                continue;
            foreach (var mention in group.Mentions.ToArray())
            {
                if (mention.Text.IsPossessive(mention.Next)
                    && StateBodies.Body(mention.Text, mention.First, mention.Next + 1, country) is { } body)
                    Attach(body, groups, byName);
            }
        }

        if (Own(fields) is not { } own)
            return;
        foreach (var field in fields)
            AddUnowned(field, own, groups, byName);
    }

    private static void AddUnowned(
        NameText text, Country country, List<ActorGroup> groups, Dictionary<string, ActorGroup> byName)
    {
        for (var at = 0; at < text.Count; at++)
        {
            if (text.IsTaken(at) || StateBodies.Unowned(text, at, country) is not { } body
                || text.AnyTaken(at, body.Next))
                continue;
            Attach(body, groups, byName);
            text.Take(at, body.Next);
        }
    }

    private static void Attach(NameMention body, List<ActorGroup> groups, Dictionary<string, ActorGroup> byName)
    {
        if (byName.TryGetValue(body.Name, out var group))
        {
            group.Add(body);
            return;
        }

        groups.Add(group = new ActorGroup(body));
        byName.Add(body.Name, group);
    }

    private static Country? Own(IReadOnlyList<NameText> fields)
    {
        var counts = new Dictionary<Country, int>();
        var all = 0;
        foreach (var text in fields)
        {
            for (var at = 0; at < text.Count; at++)
            {
                if (Countries.Shared.Match(text, at, out var next) is not { } country)
                    continue;
                counts[country] = counts.GetValueOrDefault(country) + 1;
                all++;
                at = next - 1;
            }
        }

        foreach (var (country, count) in counts)
        {
            if (count >= FewestMentions && count * 2 >= all)
                return country;
        }

        return null;
    }
}
