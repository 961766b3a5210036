namespace Dateline.Search.Names;

/// <summary>Fills in what the lexicon knows of a sentence's tokens.</summary>
internal static class WordLookup
{
    private static readonly uint In = WordHash.Lower("in"), At = WordHash.Lower("at"), From = WordHash.Lower("from"),
        Near = WordHash.Lower("near");

    /// <summary>True for the prepositions that most often stand before places.</summary>
    public static bool IsPlaceWord(uint lower) => lower == In || lower == At || lower == From || lower == Near;

    /// <summary>Sets clusters, capitals and lists of every token.</summary>
    public static void Fill(Span<TokenFacts> sentence, SentenceManner manner, NameLexicon lexicon)
    {
        foreach (ref var token in sentence)
        {
            var folded = lexicon.Words.Find(WordHash.FoldedKey(token.Lower));
            var exact = manner.Case == SentenceCase.Ordinary ? lexicon.Words.Find(token.Word) : 0;
            var known = WordClass.Unpack(exact != 0 ? exact : folded);
            (token.Coarse, token.Fine) = ((ushort)known.Coarse, (ushort)known.Fine);
            token.Capitals = folded == 0 ? (byte)8 : (byte)WordClass.Unpack(folded).Capitals;
        }

        for (var at = 0; at < sentence.Length; at++)
            FillLists(sentence, at, lexicon.Lists);
    }

    // Every phrase counts for its first token's own flags; the longest also marks the tokens inside it.
    private static void FillLists(Span<TokenFacts> sentence, int at, HashTable32 lists)
    {
        var key = 0u;
        var length = 0;
        var found = NameLists.None;
        for (var i = 0; i < NameLexicon.MaxPhrase && at + i < sentence.Length; i++)
        {
            key = WordHash.Phrase(key, sentence[at + i].Lower);
            if (lists.Find(key) is not 0 and var flags)
            {
                if (i == 0)
                    sentence[at].Lists = (NameLists)flags;
                (length, found) = (i + 1, (NameLists)flags);
            }
        }

        if (length == 0 || (sentence[at].ListRole != 0 && length == 1))
            return;
        for (var i = 0; i < length; i++)
        {
            sentence[at + i].ListsWithin = found;
            var role = length == 1 ? NameLabels.Unit
                : i == 0 ? NameLabels.Begin : i == length - 1 ? NameLabels.Last : NameLabels.Inside;
            sentence[at + i].ListRole = (byte)(role + 1);
        }
    }
}
