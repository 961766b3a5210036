using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>
/// State bodies whose country another name tells: "al-Assad's government" by its head of state; "the Foreign Ministry",
/// "government forces" by the country the article is about.
/// </summary>
internal static class OwnedBodies
{
    // A country is the article's own when it has at least so many mentions, and half of all or half
    // as many again as the next one.
    private const int FewestMentions = 3;

    public static void Add(
        IReadOnlyList<NameText> fields, List<ActorGroup> groups, Dictionary<string, ActorGroup> byName, int? year,
        IReadOnlyList<ArticlePlace> places)
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

        if (Own(fields, places) is not { } own)
            return;
        foreach (var field in fields)
            AddUnowned(field, own, groups, byName);
    }

    // In a sentence that has named another country before, "the army" may be that one's.
    private static void AddUnowned(
        NameText text, Country country, List<ActorGroup> groups, Dictionary<string, ActorGroup> byName)
    {
        var foreign = false;
        for (var at = 0; at < text.Count; at++)
        {
            if (text.StartsSentence(at))
                foreign = false;
            foreign |= Countries.Shared.Match(text, at, out _) is { } named && named != country;
            if (foreign || text.IsTaken(at) || StateBodies.Unowned(text, at, country) is not { } body
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

    private static Country? Own(IReadOnlyList<NameText> fields, IReadOnlyList<ArticlePlace> places)
    {
        var counts = new Dictionary<Country, int>();
        foreach (var text in fields)
        {
            for (var at = 0; at < text.Count; at++)
            {
                // Names of countries come again among the places; adjectives do not.
                if ((places.Count > 0 && text.IsToponym(at))
                    || Countries.Shared.Match(text, at, out var next) is not { } country)
                    continue;
                counts[country] = counts.GetValueOrDefault(country) + 1;
                at = next - 1;
            }
        }

        foreach (var place in places)
        {
            if (Countries.Shared.ByName(place.Names[0]) is { } country)
                counts[country] = counts.GetValueOrDefault(country) + place.Mentions.Count;
        }

        return Leading(counts);
    }

    private static Country? Leading(Dictionary<Country, int> counts)
    {
        var all = counts.Values.Sum();
        var second = counts.Values.OrderDescending().Skip(1).FirstOrDefault();
        foreach (var (country, count) in counts)
        {
            if (count >= FewestMentions && (count * 2 >= all || count * 2 >= second * 3))
                return country;
        }

        return null;
    }
}
