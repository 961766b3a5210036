namespace Dateline.Search.Places.Finding;

/// <summary>
/// Names that no gazetteer has, that the name tagger calls places, and that stand where places stand: "in San Luis de
/// la Reina", "near Pilmaiquen". What follows after a comma contains them ("in Sabaneta, Antioquia"), else the
/// article's country.
/// </summary>
internal sealed class TaggedPlaceFinder(TokenizedText text, FoundToponyms found, NameTags tags)
{
    /// <summary>Rule of names that only the tagger and their position make places.</summary>
    public const string Rule = "positioned";

    private const int MaxNameTokens = 5;

    private HashSet<ulong>? _others;

    /// <summary>Adds them to the names found.</summary>
    public void Find()
    {
        var tokens = text.Tokens;
        List<Toponym>? added = null;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (!NameReader.IsAfterLocative(tokens, i)
                || text.Folded(i - 1, i - 1) is not ("in" or "near" or "outside" or "around" or "into" or "toward"))
                continue;
            var last = tags.EndOf(i, Names.NameTag.Place);
            if (last < 0 || !IsPlausible(tokens[i..(last + 1)]) || IsTaken(i, last) || IsAlsoOther(i, last))
                continue;
            (added ??= []).Add(new Toponym(i, last, Rule)
            {
                Flags = ToponymFlags.Unlisted | ToponymFlags.Supported | ToponymFlags.TaggedPlace,
                Relation = Relation.Within,
                Container = Toponym.MainCountry,
            });
        }
        if (added is not null)
            Merge(added);
    }

    /// <summary>Roads and bodies are not places of the tree; nor is what begins with an ordinary word.</summary>
    private static bool IsPlausible(ReadOnlySpan<Token> name)
    {
        if (name.Length > MaxNameTokens || !name[0].Is(TokenFlags.Capital) || name[^1].Is(TokenFlags.Dotted)
            || (name[^1].End - name[0].Start) < 4)
            return false;
        var common = true;
        foreach (ref readonly var token in name)
        {
            if (token.Is(WordClass.OrganisationNoun | WordClass.PersonTitle | WordClass.TimeWord | WordClass.Role)
                || token.Is(TokenFlags.Digit))
                return false;
            common &= token.Is(TokenFlags.Common) || token.Is(WordClass.Direction | WordClass.TypeNoun);
        }
        return !common;
    }

    private bool IsTaken(int first, int last) =>
        found.Toponyms.Exists(toponym => toponym.FirstToken <= last && toponym.LastToken >= first);

    /// <summary>True when the tagger takes the same name for a person or an organisation elsewhere.</summary>
    private bool IsAlsoOther(int first, int last)
    {
        if (_others is null)
        {
            _others = [];
            for (var i = 0; i < text.Tokens.Length; i++)
            {
                foreach (var tag in (ReadOnlySpan<Names.NameTag>)[Names.NameTag.Person, Names.NameTag.Organisation])
                {
                    if (tags.EndOf(i, tag) is var end and >= 0)
                        _others.Add(text.HashOf(i, end));
                }
            }
        }
        return _others.Contains(text.HashOf(first, last)) || _others.Contains(text.HashOf(last, last));
    }

    /// <summary>Puts them between the others; containers follow to the new places.</summary>
    private void Merge(List<Toponym> added)
    {
        var all = found.Toponyms;
        var moved = new int[all.Count];
        for (var i = 0; i < moved.Length; i++)
            moved[i] = i + added.FindAll(name => name.FirstToken < all[i].FirstToken).Count;
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Container >= 0)
                all[i] = all[i] with { Container = moved[all[i].Container] };
        }
        all.AddRange(added);
        all.Sort((left, right) => left.FirstToken.CompareTo(right.FirstToken));
        for (var i = 0; i + 1 < all.Count; i++)
        {
            var next = text.Tokens[all[i + 1].FirstToken];
            if (all[i].Is(ToponymFlags.Unlisted) && all[i].Container == Toponym.MainCountry
                && all[i + 1].FirstToken == all[i].LastToken + 1 && next.Is(TokenFlags.CommaBefore)
                && !next.Is(TokenFlags.SentenceStart) && !all[i + 1].Is(ToponymFlags.Unlisted))
                all[i] = all[i] with { Container = i + 1 };
        }
    }
}
