namespace Dateline.Search.Actors;

/// <summary>How a shorter name of an organisation stands to a longer one.</summary>
internal enum NameRelation
{
    /// <summary>Nothing says they are one.</summary>
    None,

    /// <summary>Its beginning or its end: one where the article introduced the longer before.</summary>
    Part,

    /// <summary>Its acronym, or all but words such as "Group" and "International".</summary>
    Short,

    /// <summary>The same but for legal form, article and spelling.</summary>
    Same,
}

/// <summary>Compares names of organisations: legal forms, short forms, acronyms, spelling.</summary>
internal static class OrganisationNames
{
    private const int LongestAcronym = 8;
    private const int ShortestWithMore = 4;

    private static readonly WordSet LegalForms = new(
        ["Inc", "Incorporated", "Corp", "Corporation", "Co", "Company", "Cos", "Ltd", "Limited", "PLC", "Plc", "plc",
        "LLC", "Llc", "LLP", "LP", "AG", "SA", "S.A", "NV", "BV", "SE", "SpA", "Spa", "GmbH", "AB", "ASA", "AS", "Oyj",
        "KK", "Bhd", "Berhad", "Pte", "Pty", "SAB", "SARL", "Sarl", "OAO", "ZAO", "OJSC", "KGaA", "KG", "SAS", "Tbk"]);

    // What a company leaves out of its name when it is named again.
    private static readonly WordSet Descriptors = new(
        ["Group", "Holdings", "Holding", "International", "Industries", "Enterprises", "Technologies", "Technology",
        "Systems", "Worldwide", "Partners", "Financial", "Communications", "Pharmaceuticals", "Laboratories",
        "Motor", "Motors", "Airlines", "Airways", "Airline", "Electronics", "Electronic", "Stores", "Foods",
        "Computer", "Computers", "Software", "Semiconductor", "Entertainment", "Pictures", "Networks", "Network",
        "Energy", "Petroleum", "Oil", "Resources", "Mining", "Steel", "Chemical", "Chemicals", "Insurance",
        "Insurers", "Capital", "Management", "Securities", "Investments", "Advisors", "Advisers", "Research",
        "University", "College", "Institute", "Foundation", "Newspapers", "Media", "Telecom", "Mobile", "Wireless",
        "Brands", "Beverages", "Brewing", "Healthcare", "Health", "Medical", "Power", "Electric", "Gas", "Fuels"]);

    /// <summary>The words that count: no article in front, no legal form behind, no marks.</summary>
    public static string[] Words(string name)
    {
        var words = NameText.FoldedWords(name).Where(static word => char.IsLetterOrDigit(word[0]) && word is not "and")
            .ToList();
        if (words.Count > 1 && words[0] is "The" or "the")
            words.RemoveAt(0);
        while (words.Count > 1 && LegalForms.Contains(words[^1]))
            words.RemoveAt(words.Count - 1);
        return [.. words];
    }

    /// <summary>Under which equal names meet.</summary>
    public static string Key(string name) => string.Join(' ', Words(name).Select(Plain));

    /// <summary>The name without its legal form.</summary>
    public static string WithoutLegalForm(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var count = words.Length;
        while (count > 1 && LegalForms.Contains(words[count - 1].TrimEnd('.', ',')))
            count--;
        return count == words.Length || words[count - 1] is "&" or "and" or "of"
            ? name : string.Join(' ', words[..count]).TrimEnd(',');
    }

    /// <summary>True for "Vale Fisheries Inc" and the like.</summary>
    public static bool HasLegalForm(string name) => WithoutLegalForm(name).Length < name.Length;

    /// <summary>True for a word that companies add to their names and leave out again.</summary>
    public static bool IsDescriptor(string word) => Descriptors.Contains(word);

    /// <summary>How a name of as many or fewer words stands to another.</summary>
    public static NameRelation Relate(string shorter, string longer)
    {
        var (few, many) = (Words(shorter), Words(longer));
        if (few.Length == 0 || many.Length < few.Length)
            return NameRelation.None;
        var (a, b) = (Array.ConvertAll(few, Plain), Array.ConvertAll(many, Plain));
        if (a.AsSpan().SequenceEqual(b))
            return NameRelation.Same;
        if (few.Length == 1 && (IsAcronymOf(few[0], many) || IsFirstPart(few[0], many[0])))
            return NameRelation.Short;
        if (few.Length == 1 && (Descriptors.Contains(few[0]) || ActorLexicon.NotNames.Contains(few[0])))
            return NameRelation.None;
        if (b.AsSpan().StartsWith(a) && !IsGeneric(few[^1]) && Array.TrueForAll(many[few.Length..], IsDescriptor))
            return NameRelation.Short;
        return b.AsSpan().StartsWith(a) || (b.AsSpan().EndsWith(a) && !IsAllCapitals(few[0]))
            ? NameRelation.Part : NameRelation.None;
    }

    /// <summary>True for a kind of body rather than a name: "Ministry", "Association", "Group".</summary>
    public static bool IsGeneric(string word) =>
        ActorLexicon.HeadKind(word) is not null || Descriptors.Contains(word) || ActorLexicon.NotNames.Contains(word);

    /// <summary>
    /// True when a word is made of the first letters of a name's words, in order, with small letters between and, in a
    /// word of four or more, the letters that follow the first: "SEC" of "U.S. Securities and Exchange Commission",
    /// "BofA" of "Bank of America", "FINRA" of "Financial Industry Regulatory Authority", "PwC" of
    /// "PricewaterhouseCoopers".
    /// </summary>
    public static bool IsAcronymOf(string word, ReadOnlySpan<string> name)
    {
        var capitals = word.Count(char.IsUpper);
        if (capitals < 2 || word.Length > LongestAcronym || word.Length - capitals > 2)
            return false;
        var parts = new List<string>();
        foreach (var part in name)
            AddParts(part, parts);
        return parts.Count > 1 && (Spells(word, parts, 0, 0)
            || (parts.Count > 2 && name[0].Length <= 3 && IsAllCapitals(name[0]) && Spells(word, parts, 0, 1)));
    }

    // From a letter and a part on; every part gives its first letter, and may give later ones.
    private static bool Spells(string word, List<string> parts, int at, int part)
    {
        if (part == parts.Count)
            return at == word.Length;
        if (at == word.Length || parts[part][0] != word[at])
            return false;
        for (int last = at, unit = 0; last < word.Length; last++)
        {
            if (last > at)
            {
                var next = parts[part].IndexOf(char.ToLowerInvariant(word[last]), unit + 1);
                if (next < 0 || (char.IsUpper(word[last]) && (next != unit + 1 || word.Length < ShortestWithMore)))
                    return false;
                unit = next;
            }

            if (Spells(word, parts, last + 1, part + 1))
                return true;
        }

        return false;
    }

    // "PricewaterhouseCoopers" has two parts; small words add to what stands before them.
    private static void AddParts(string word, List<string> parts)
    {
        if (!char.IsUpper(word[0]))
        {
            if (parts.Count > 0)
                parts[^1] += word;
            return;
        }

        var start = 0;
        for (var at = 1; at < word.Length && !IsAllCapitals(word); at++)
        {
            if (!char.IsUpper(word[at]))
                continue;
            parts.Add(word[start..at]);
            start = at;
        }

        parts.Add(word[start..]);
    }

    // "Pricewaterhouse" of "PricewaterhouseCoopers".
    private static bool IsFirstPart(string word, string whole) => word.Length >= 6 && whole.Length > word.Length
        && whole.StartsWith(word, StringComparison.Ordinal) && char.IsUpper(whole[word.Length]);

    private static bool IsAllCapitals(string word) => word.All(char.IsUpper);

    // British and American spelling are one, singular and plural too.
    private static string Plain(string word) => (word.Length > 4 ? word.TrimEnd('s') : word).ToLowerInvariant()
        .Replace("isation", "ization", StringComparison.Ordinal)
        .Replace("programme", "program", StringComparison.Ordinal)
        .Replace("centre", "center", StringComparison.Ordinal).Replace("defence", "defense", StringComparison.Ordinal)
        .Replace("labour", "labor", StringComparison.Ordinal);
}
