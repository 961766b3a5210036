using Dateline.Search.Text;

namespace Dateline.Search.Names;

/// <summary>
/// The tokens of one text with their facts, sentence by sentence. Reused from text to text so that a token costs no
/// allocation; not thread-safe.
/// </summary>
internal sealed class DocumentTokens
{
    /// <summary>Longer sentences are read in stretches of this many tokens, which bounds memory.</summary>
    public const int MaxSentence = 512;

    private readonly DocumentEvidence _evidence = new();
    private readonly List<Range> _sentences = [];
    private readonly List<SentenceManner> _manners = [];
    private Token[] _tokens = new Token[256];
    private TokenFacts[] _facts = new TokenFacts[256];
    private byte[] _own = new byte[256];

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>Tokens in order.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, Count);

    /// <summary>Facts, one for each token.</summary>
    public Span<TokenFacts> Facts => _facts.AsSpan(0, Count);

    /// <summary>Sentences as ranges of tokens.</summary>
    public IReadOnlyList<Range> Sentences => _sentences;

    /// <summary>How each sentence is written.</summary>
    public IReadOnlyList<SentenceManner> Manners => _manners;

    /// <summary>Reads a text.</summary>
    public void Read(ReadOnlySpan<char> text, NameLexicon lexicon)
    {
        Count = 0;
        _sentences.Clear();
        _manners.Clear();
        foreach (var sentence in SentenceSplitter.Split(text))
            ReadSentence(text, sentence);
        for (var i = 0; i < _sentences.Count; i++)
        {
            var facts = Facts[_sentences[i]];
            _manners.Add(SentenceManner.Of(facts));
            WordLookup.Fill(facts, _manners[i], lexicon);
            CapitalRuns.Fill(facts, _manners[i]);
        }

        GatherEvidence();
    }

    private void ReadSentence(ReadOnlySpan<char> text, TextSpan sentence)
    {
        var start = Count;
        var end = -1;
        foreach (var local in new Tokenizer(sentence.Of(text)))
        {
            if (Count - start == MaxSentence)
            {
                _sentences.Add(start..Count);
                start = Count;
            }

            Grow();
            var token = new Token(local.Start + sentence.Start, local.End + sentence.Start, local.Kind);
            _tokens[Count] = token;
            _facts[Count++] = TokenFacts.Of(token.Of(text), token.Kind,
                token.Start == end && token.Kind == TokenKind.Punctuation && text[token.Start] is '-' or '/' or '&');
            end = token.End;
        }

        if (Count > start)
            _sentences.Add(start..Count);
    }

    private void Grow()
    {
        if (Count < _tokens.Length)
            return;
        Array.Resize(ref _tokens, Count * 2);
        Array.Resize(ref _facts, Count * 2);
        Array.Resize(ref _own, Count * 2);
    }

    private void GatherEvidence()
    {
        _evidence.Reset(Count);
        for (var i = 0; i < _sentences.Count; i++)
        {
            var (from, length) = _sentences[i].GetOffsetAndLength(Count);
            for (var at = from; at < from + length; at++)
            {
                _own[at] = _manners[i].Case == SentenceCase.Ordinary
                    ? EvidenceOf(Facts.Slice(from, length), at - from) : (byte)0;
                if (_own[at] != 0)
                    _evidence.Add(_facts[at].Lower, _own[at]);
                if (_facts[at].Definition != 0 && at == from + _facts[at].RunEnd - 1)
                    _evidence.Define(_facts[at]);
            }
        }

        for (var at = 0; at < Count; at++)
        {
            ref var token = ref _facts[at];
            if (token.Case == CasePattern.None)
                continue;
            token.Document = _evidence.Others(token.Lower, _own[at]);
            if (token.Definition == 0 && token.Case != CasePattern.Lower)
            {
                (token.Definition, token.DefinitionClass, token.DefinitionKinds) =
                    _evidence.DefinitionOf(token.Lower);
            }
        }
    }

    private static byte EvidenceOf(ReadOnlySpan<TokenFacts> sentence, int at)
    {
        ref readonly var token = ref sentence[at];
        if (token.Case == CasePattern.Lower)
            return DocumentEvidence.Small;
        if (token.Case == CasePattern.None)
            return 0;
        var flags = at > 0 && token.Case != CasePattern.Upper ? DocumentEvidence.Capitalised : 0;
        flags |= token.Case == CasePattern.Upper ? DocumentEvidence.Upper : 0;
        if (at > 0)
        {
            ref readonly var before = ref sentence[at - 1];
            var named = (before.Lists & (NameLists.GivenName | NameLists.Title)) != 0;
            flags |= named ? DocumentEvidence.AfterGivenName : 0;
            flags |= WordLookup.IsPlaceWord(before.Lower) ? DocumentEvidence.AfterPlaceWord : 0;
            flags |= before.Case is CasePattern.Capitalised ? DocumentEvidence.AfterCapital : 0;
        }

        if (at + 1 < sentence.Length)
        {
            ref readonly var after = ref sentence[at + 1];
            flags |= (after.Lists & NameLists.OrganisationWord) != 0 ? DocumentEvidence.BeforeOrganisationWord : 0;
            flags |= after.Case is CasePattern.Capitalised ? DocumentEvidence.BeforeCapital : 0;
        }

        return (byte)flags;
    }
}
