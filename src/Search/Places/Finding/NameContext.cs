namespace Dateline.Search.Places.Finding;

/// <summary>
/// Judges whether a matched name stands alone as a place, by the capitalised words it touches and the words around it.
/// </summary>
internal readonly ref struct NameContext(ReadOnlySpan<Token> tokens, int first, int last)
{
    private const int MaxBodyTokens = 4;

    private readonly ReadOnlySpan<Token> _tokens = tokens;

    /// <summary>True when no neighbour makes the match a part of another name.</summary>
    /// <param name="afterPlace">A place ends right before.</param>
    /// <param name="fixedName">An abbreviation such as "U.S.", which takes any noun after it.</param>
    /// <param name="beforeDemonym">The word after is a demonym.</param>
    /// <param name="personLike">Set when the larger name looks like a person's.</param>
    public bool StandsAlone(bool afterPlace, bool fixedName, bool beforeDemonym, out bool personLike)
    {
        personLike = false;
        if (IsOrganisationAhead() || IsOrganisationBefore())
            return false;
        if (!fixedName && !IsRightExplained(beforeDemonym))
        {
            personLike = !Next().Is(WordClass.OrganisationNoun);
            return false;
        }
        if (!afterPlace && !IsLeftExplained())
        {
            personLike = true;
            return false;
        }
        return true;
    }

    /// <summary>
    /// "Athens City Council", "Douglas County Sheriff's Office": the run goes on to the word of a body that belongs to
    /// the place, with no word in between that makes it another organisation's.
    /// </summary>
    public bool IsLocalBodyAhead()
    {
        if (!IsLeftExplained() || _tokens[first].Is(TokenFlags.CapsContext) || IsOrganisationBefore())
            return false;
        for (var i = last + 1; i < _tokens.Length && i <= last + MaxBodyTokens; i++)
        {
            if (!_tokens[i].Is(TokenFlags.SpaceBefore) || !_tokens[i].Is(TokenFlags.Capital))
                return false;
            if (_tokens[i].Is(WordClass.LocalBody))
                return true;
            if (_tokens[i].Is(TokenFlags.GivenName) && !_tokens[i].Is(TokenFlags.Common))
                return false;
        }
        return false;
    }

    /// <summary>What the neighbours say.</summary>
    public ToponymFlags Flags(bool dateline)
    {
        var flags = dateline ? ToponymFlags.Dateline | ToponymFlags.Supported : ToponymFlags.None;
        var single = first == last;
        if (single && (_tokens[first].Is(TokenFlags.Common | TokenFlags.GivenName)
            || _tokens[first].Is(WordClass.Direction | WordClass.OrganisationNoun | WordClass.Role)))
            flags |= ToponymFlags.Doubtful;
        if (_tokens[first].Is(TokenFlags.CapsContext))
            flags |= ToponymFlags.CapsContext;
        if (last + 1 < _tokens.Length && _tokens[last + 1].Is(TokenFlags.SpaceBefore)
            && !_tokens[last].Is(TokenFlags.Possessive))
        {
            var next = _tokens[last + 1];
            if (next.Is(WordClass.RegionNoun) && !next.Is(TokenFlags.Possessive))
                flags |= ToponymFlags.AsRegion | ToponymFlags.Supported;
            else if (next.Is(WordClass.TypeNoun))
                flags |= ToponymFlags.Supported;
            if (next.Is(WordClass.SpeechVerb) && !next.Is(TokenFlags.Capital))
                flags |= ToponymFlags.Speaks;
        }
        if (IsLocative(first - 1) || (IsWord(first - 1, WordClass.Article) && IsLocative(first - 2))
            || (IsWord(first - 1, WordClass.Direction) && (IsLocative(first - 2) || IsLocative(first - 3))))
            flags = (flags | ToponymFlags.Supported) & ~ToponymFlags.Speaks;
        return flags | TypeBefore();
    }

    private ToponymFlags TypeBefore()
    {
        if (first < 2 || !IsPhrase(first) || !IsPhrase(first - 1))
            return ToponymFlags.None;
        var of = _tokens[first - 1].FoldEnd - _tokens[first - 1].FoldStart == 2
            && _tokens[first - 1].Is(WordClass.Particle);
        if (!of || _tokens[first - 2].Is(TokenFlags.Possessive))
            return ToponymFlags.None;
        return _tokens[first - 2].Is(WordClass.RegionNoun) ? ToponymFlags.AsRegion | ToponymFlags.Supported
            : _tokens[first - 2].Is(WordClass.CityNoun) ? ToponymFlags.AsCity | ToponymFlags.Supported
            : _tokens[first - 2].Is(WordClass.DistrictNoun) || _tokens[first - 2].Is(WordClass.Direction)
                ? ToponymFlags.Supported : ToponymFlags.None;
    }

    /// <summary>"University of Damascus", "Bank of England".</summary>
    private bool IsOrganisationBefore() => first >= 2 && IsPhrase(first) && IsPhrase(first - 1)
        && _tokens[first - 1].Is(WordClass.Particle) && _tokens[first - 2].Is(WordClass.OrganisationHead)
        && _tokens[first - 2].Is(TokenFlags.Capital) && !_tokens[first].Is(TokenFlags.CapsContext);

    /// <summary>
    /// "Washington Post", "Bank of America Corp": an organisation's noun within the run that goes on.
    /// </summary>
    private bool IsOrganisationAhead()
    {
        for (var i = last + 1; i < _tokens.Length && i <= last + 3; i++)
        {
            if (!_tokens[i].Is(TokenFlags.SpaceBefore) || !_tokens[i].Is(TokenFlags.Capital)
                || _tokens[i - 1].Is(TokenFlags.Possessive))
                return false;
            if (_tokens[i].Is(WordClass.OrganisationNoun)
                && (i == last + 1 || !_tokens[first].Is(TokenFlags.CapsContext)))
                return true;
        }
        return false;
    }

    private bool IsRightExplained(bool beforeDemonym)
    {
        if (last + 1 >= _tokens.Length || _tokens[last].Is(TokenFlags.Possessive) || !IsPhrase(last + 1))
            return true;
        var next = _tokens[last + 1];
        if (next.Is(TokenFlags.Digit))
            return !next.Is(TokenFlags.HyphenBefore);
        if (!next.Is(TokenFlags.Capital))
            return !(next.Is(TokenFlags.HyphenBefore) && next.Is(WordClass.Particle));
        if (next.Is(TokenFlags.HyphenBefore))
            return beforeDemonym || next.Is(TokenFlags.AllCaps) || _tokens[last].Is(TokenFlags.AllCaps);
        return next.Is(WordClass.TypeNoun | WordClass.Role | WordClass.TimeWord | WordClass.PersonTitle)
            || beforeDemonym
            || (next.Is(TokenFlags.AllCaps) && !_tokens[last].Is(TokenFlags.AllCaps))
            || (next.Is(TokenFlags.CapsContext) && next.Is(TokenFlags.Common));
    }

    private bool IsLeftExplained()
    {
        if (first == 0 || !IsPhrase(first))
            return true;
        var previous = _tokens[first - 1];
        if (previous.Is(TokenFlags.Possessive))
            return true;
        if (!previous.Is(TokenFlags.Capital))
            return !IsFamilyParticle(first - 1);
        if (previous.Is(WordClass.PersonTitle) && !_tokens[first].Is(TokenFlags.CapsContext))
            return false;
        if (previous.Is(WordClass.Direction | WordClass.TimeWord | WordClass.TypeNoun | WordClass.Locative))
            return true;
        if (previous.Is(TokenFlags.AllCaps) && !_tokens[first].Is(TokenFlags.AllCaps))
            return !previous.Is(WordClass.OrganisationNoun);
        if (previous.Is(TokenFlags.HyphenBefore | TokenFlags.GivenName))
            return false;
        return previous.Is(TokenFlags.Common | TokenFlags.None)
            && previous.Is(TokenFlags.SentenceStart | TokenFlags.CapsContext)
            || previous.Is(WordClass.Article);
    }

    /// <summary>"Bashar al-Homsi": a particle that follows a capitalised word makes a family name.</summary>
    private bool IsFamilyParticle(int i) =>
        _tokens[i].Is(WordClass.Particle) && !_tokens[i].Is(WordClass.Article | WordClass.Locative)
        && _tokens[first].Is(TokenFlags.HyphenBefore) && i > 0 && IsPhrase(i) && _tokens[i - 1].Is(TokenFlags.Capital)
        && !_tokens[i - 1].Is(TokenFlags.Possessive);

    private bool IsPhrase(int i) => _tokens[i].Is(TokenFlags.Joined);

    private bool IsLocative(int i) =>
        i >= 0 && i + 1 < _tokens.Length && IsPhrase(i + 1) && _tokens[i].Is(WordClass.Locative)
        && (!_tokens[i].Is(TokenFlags.Capital) || _tokens[i].Is(TokenFlags.SentenceStart | TokenFlags.CapsContext));

    private bool IsWord(int i, WordClass kinds) => i >= 0 && _tokens[i].Is(kinds) && IsPhrase(i + 1);

    private Token Next() => last + 1 < _tokens.Length ? _tokens[last + 1] : default;
}
