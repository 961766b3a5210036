using Dateline.Search.Text;

namespace Dateline.Search.Names;

/// <summary>How a token is written.</summary>
internal enum CasePattern : byte
{
    None,
    Lower,
    Capitalised,
    Upper,
    Mixed,
}

/// <summary>What the features of a token and of its neighbours are made from: hashes, classes and flags.</summary>
internal struct TokenFacts
{
    public uint Word, Lower, Shape, LongShape, Prefix2, Prefix3, Prefix4, Suffix1, Suffix2, Suffix3, Suffix4;
    public ushort Coarse, Fine;
    public NameLists Lists, ListsWithin;

    /// <summary>Where in the listed phrase: 0 none, else a role of <see cref="NameLabels"/> plus 1.</summary>
    public byte ListRole;
    public byte Capitals, Document;

    /// <summary>The run of capitalised words the token is in, as a range of its sentence; empty outside runs.</summary>
    public ushort RunStart, RunEnd;

    /// <summary>Place in a short quotation: 0 none, 5 if it is no title, else 1 + (first ? 1) + (last ? 2).</summary>
    public byte Quotation;

    /// <summary>The word by which the text says what the run is, 0 for none, its cluster and lists.</summary>
    public uint Definition;
    public ushort DefinitionClass;
    public NameLists DefinitionKinds;
    public CasePattern Case;
    public TokenKind Kind;

    /// <summary>Facts of the token's own characters.</summary>
    public static TokenFacts Of(ReadOnlySpan<char> word, TokenKind kind, bool touches)
    {
        var facts = new TokenFacts { Kind = kind, Word = Fnv1a.Seed, Lower = Fnv1a.Seed };
        uint shape = Fnv1a.Seed, longShape = Fnv1a.Seed;
        var previous = '\0';
        int uppers = 0, lowers = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var unit = char.IsAsciiDigit(word[i]) ? '0' : word[i];
            var folded = WordHash.Fold(unit);
            facts.Word = Fnv1a.Add(facts.Word, unit);
            facts.Lower = Fnv1a.Add(facts.Lower, folded);
            var group = Group(unit);
            uppers += group == 'X' ? 1 : 0;
            lowers += group == 'x' ? 1 : 0;
            if (group != previous)
                shape = Fnv1a.Add(shape, group);
            if (i < 6)
                longShape = Fnv1a.Add(longShape, group);
            previous = group;
            facts.KeepPrefix(i);
        }

        (facts.Shape, facts.LongShape) = (touches ? shape + 1 : shape, longShape + (uint)Math.Min(word.Length, 12));
        facts.Case = Pattern(word, uppers, lowers);
        facts.KeepSuffixes(word);
        return facts;
    }

    private void KeepPrefix(int at)
    {
        switch (at)
        {
            case 1: Prefix2 = Lower; break;
            case 2: Prefix3 = Lower; break;
            case 3: Prefix4 = Lower; break;
        }
    }

    private void KeepSuffixes(ReadOnlySpan<char> word)
    {
        var hash = Fnv1a.Seed;
        for (var i = 1; i <= 4 && i <= word.Length; i++)
        {
            hash = Fnv1a.Add(hash, WordHash.Fold(word[^i]));
            switch (i)
            {
                case 1: Suffix1 = hash; break;
                case 2: Suffix2 = hash; break;
                case 3: Suffix3 = hash; break;
                default: Suffix4 = hash; break;
            }
        }
    }

    private static CasePattern Pattern(ReadOnlySpan<char> word, int uppers, int lowers) => (uppers, lowers) switch
    {
        (0, 0) => CasePattern.None,
        (0, _) => CasePattern.Lower,
        (1, 0) => CasePattern.Capitalised,
        (_, 0) => CasePattern.Upper,
        (1, _) => char.IsUpper(word[0]) ? CasePattern.Capitalised : CasePattern.Mixed,
        _ => CasePattern.Mixed,
    };

    private static char Group(char unit)
    {
        if (char.IsAscii(unit))
            return char.IsAsciiLetterLower(unit) ? 'x' : char.IsAsciiLetterUpper(unit) ? 'X' : unit;
        return char.IsUpper(unit) ? 'X' : char.IsLetter(unit) ? 'x' : unit;
    }
}
