namespace Dateline.Search.Places.Finding;

/// <summary>Which readings of a name the way it is written here allows.</summary>
internal readonly ref struct WrittenName
{
    private const WordClass NoPlaceAlone = WordClass.TimeWord | WordClass.Unplaceable | WordClass.TypeNoun
        | WordClass.OrganisationHead | WordClass.PersonTitle;

    private readonly ReadOnlySpan<Token> _name;
    private readonly bool _isCode;
    private readonly bool _followsToponym;

    /// <param name="name">Its words.</param>
    /// <param name="isCode">See <see cref="CapitalsName.IsCode"/>.</param>
    /// <param name="followsToponym">It stands behind another name and a comma.</param>
    public WrittenName(ReadOnlySpan<Token> name, bool isCode, bool followsToponym)
    {
        _name = name;
        _isCode = isCode;
        _followsToponym = followsToponym;
        IsOrdinary = (name.Length == 1 && IsOrdinaryWord(name[0])) || AllGeneric(name);
    }

    /// <summary>True when the words mean what they always mean, and no place.</summary>
    public bool IsOrdinary { get; }

    /// <summary>True when what is written so may be a name of this kind. Demonyms are no places.</summary>
    public bool Allows(NameKind kind) => !IsOrdinary && kind switch
    {
        NameKind.Abbreviation => _name[0].Is(TokenFlags.AllCaps)
            && (_name[0].Is(TokenFlags.Dotted) || !_name[0].Is(TokenFlags.CapsContext)
                || !_name[0].Is(TokenFlags.Common)),
        NameKind.AfterComma => _followsToponym,
        NameKind.Demonym => false,
        NameKind.Loose => false,
        NameKind.Alternate => !_isCode && !AllCommon(_name),
        _ => !_isCode,
    };

    private static bool IsOrdinaryWord(in Token word) =>
        word.Is(NoPlaceAlone) || (word.Is(TokenFlags.Common) && word.Is(TokenFlags.CapsContext));

    /// <summary>
    /// Another language's or time's spelling made of ordinary words ("White House") means those words.
    /// </summary>
    private static bool AllCommon(ReadOnlySpan<Token> name)
    {
        foreach (ref readonly var token in name)
        {
            if (!token.Is(TokenFlags.Common))
                return false;
        }
        return true;
    }

    /// <summary>"Central District", "East": words of direction and level alone name nothing.</summary>
    private static bool AllGeneric(ReadOnlySpan<Token> name)
    {
        foreach (ref readonly var token in name)
        {
            if (!token.Is(WordClass.Direction | WordClass.TypeNoun))
                return false;
        }
        return true;
    }
}
