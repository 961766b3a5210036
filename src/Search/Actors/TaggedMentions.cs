using Dateline.Search.Articles;

namespace Dateline.Search.Actors;

/// <summary>
/// Weighs mentions that only the tagger knows against the whole article: one-word names join the longer names they
/// stand for, and a lone word is a person only with a second sign.
/// </summary>
internal static class TaggedMentions
{
    private const int SureCount = 2;

    /// <summary>Drops mentions, or leaves their words to the joining of names.</summary>
    public static void Sift(List<NameMention> mentions)
    {
        if (!mentions.Exists(IsLoneWord))
            return;
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        var forms = new HashSet<string>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            if (mention is { Kind: ActorKind.Person, IsBare: false })
                surnames.Add(NameKeys.Surname(mention.Listed?.Name ?? mention.Name));
            else if (mention.Kind != ActorKind.Person && !IsLoneWord(mention))
                forms.UnionWith(ShortNames.Forms(mention));
            else if (mention.Kind == ActorKind.Person)
                counts[mention.Name] = counts.GetValueOrDefault(mention.Name) + 1;
        }

        for (var at = mentions.Count - 1; at >= 0; at--)
        {
            var mention = mentions[at];
            if (!IsLoneWord(mention))
                continue;
            var key = NameKeys.Surname(mention.Name);
            var keeps = mention.Kind == ActorKind.Person
                ? surnames.Contains(key) || counts[mention.Name] >= SureCount || HasSign(mention)
                : !surnames.Contains(key) && !forms.Contains(mention.Text.Folded(mention.First).ToString());
            if (keeps)
                continue;
            mention.Text.Release(mention.First, mention.Next);
            mentions.RemoveAt(at);
        }
    }

    private static bool IsLoneWord(NameMention mention) => mention.Rule == TaggedNames.Rule
        && PersonRules.CountWords(mention.Text, mention.First, mention.Next) <= 1;

    private static bool HasSign(NameMention person) => person.Role is not null
        || ActorLexicon.Speech.Contains(person.Text.Word(person.Next))
        || ActorLexicon.StrongTitles.Contains(person.Text.Word(person.First - 1));
}
