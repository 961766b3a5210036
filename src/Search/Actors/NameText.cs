using Dateline.Search.Articles;
using Dateline.Search.Names;
using Dateline.Search.Querying;
using Dateline.Search.Text;
using TokenKind = Dateline.Search.Text.TokenKind;

namespace Dateline.Search.Actors;

/// <summary>
/// One field of an article as the name rules see it: tokens, folded forms, sentence starts, what is taken.
/// </summary>
internal sealed class NameText
{
    private readonly List<Token> _tokens = [];
    private readonly string _cased;
    private readonly string?[] _folded;
    private readonly bool[] _sentenceStart;
    private readonly bool[] _toponym;
    private readonly bool[] _taken;

    /// <param name="field">Title or body.</param>
    /// <param name="text">Its text.</param>
    /// <param name="toponyms">Its places, in order.</param>
    /// <param name="names">Its names by the tagger, in order.</param>
    /// <param name="surnames">Words of persons' names in the whole article, in capitals.</param>
    public NameText(
        EvidenceField field, string text, IReadOnlyList<TextSpan> toponyms, IReadOnlyList<TaggedName> names,
        Lazy<IReadOnlySet<string>> surnames)
    {
        Field = field;
        Text = _cased = text;
        Tokenizer.Tokenize(text, _tokens);
        Tags = new TagSpans(text, _tokens, names);
        _folded = new string?[_tokens.Count];
        _sentenceStart = new bool[_tokens.Count];
        _toponym = new bool[_tokens.Count];
        _taken = new bool[_tokens.Count];
        Mark(SentenceSplitter.Split(text), toponyms);
        var isCaseless = ReadCase(out var isTitleCase);
        TitleCase = isTitleCase && !isCaseless;
        if (isCaseless)
            _cased = NameCasing.Recase(text, _tokens, Tags, _toponym, surnames.Value);
    }

    public EvidenceField Field { get; }

    /// <summary>As printed; a text in capitals is read in the case of prose, see <see cref="NameCasing"/>.</summary>
    public string Text { get; }

    /// <summary>Names by the statistical tagger.</summary>
    public TagSpans Tags { get; }

    public int Count => _tokens.Count;

    /// <summary>True when nearly every long word has a capital, as in many headlines.</summary>
    public bool TitleCase { get; }

    /// <summary>Splits a name into the forms that <see cref="Folded"/> gives.</summary>
    public static string[] FoldedWords(string name)
    {
        var words = new List<string>();
        foreach (var token in new Tokenizer(name))
            words.Add(Fold(token.Of(name)));
        return [.. words];
    }

    public Token Token(int at) => _tokens[at];

    public ReadOnlySpan<char> Word(int at) => (uint)at < (uint)_tokens.Count ? _tokens[at].Of(_cased) : default;

    /// <summary>The word without accents, straight apostrophes, dots of acronyms.</summary>
    public ReadOnlySpan<char> Folded(int at)
    {
        if ((uint)at >= (uint)_tokens.Count)
            return default;
        var word = Word(at);
        return NeedsFolding(word) ? _folded[at] ??= Fold(word) : word;
    }

    public bool Is(int at, string word) => Word(at).SequenceEqual(word);

    public bool IsWord(int at) => (uint)at < (uint)_tokens.Count && _tokens[at].Kind == TokenKind.Word;

    public bool IsCapital(int at) => IsWord(at) && char.IsUpper(Word(at)[0]);

    public bool IsDash(int at) => Word(at) is "-" or "–" or "—" or "‑";

    public bool IsMark(int at, char mark) => Word(at) is [var only] && only == mark;

    public bool IsPossessive(int at) => (uint)at < (uint)_tokens.Count && _tokens[at].Kind == TokenKind.Possessive;

    public bool StartsSentence(int at) => (uint)at < (uint)_tokens.Count && _sentenceStart[at];

    public bool IsToponym(int at) => (uint)at < (uint)_tokens.Count && _toponym[at];

    public bool IsTaken(int at) => (uint)at < (uint)_tokens.Count && _taken[at];

    public bool AnyTaken(int first, int next)
    {
        for (var at = first; at < next; at++)
        {
            if (_taken[at])
                return true;
        }

        return false;
    }

    public void Take(int first, int next)
    {
        for (var at = first; at < next; at++)
            _taken[at] = true;
    }

    /// <summary>Takes back <see cref="Take"/>.</summary>
    public void Release(int first, int next) => _taken.AsSpan(first, next - first).Clear();

    public bool Touches(int at) => at >= 0 && at + 1 < Count && _tokens[at].Touches(_tokens[at + 1]);

    /// <summary>True when a line break stands between the token and the next.</summary>
    public bool EndsParagraph(int at) => at + 1 >= Count
        || Text.AsSpan(_tokens[at].End, _tokens[at + 1].Start - _tokens[at].End).Contains('\n');

    public int Start(int at) => _tokens[at].Start;

    /// <summary>The text as printed.</summary>
    public string Quote(int first, int next) => Text[_tokens[first].Start.._tokens[next - 1].End];

    /// <summary>The text as a name is shown: in the case of prose, on one line.</summary>
    public string Name(int first, int next)
    {
        var name = _cased[_tokens[first].Start.._tokens[next - 1].End];
        return name.AsSpan().IndexOfAny('\n', '\r', '\t') < 0
            ? name
            : string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool NeedsFolding(ReadOnlySpan<char> word)
    {
        foreach (var unit in word)
        {
            if (unit > 127 || unit == '.')
                return true;
        }

        return false;
    }

    private static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new System.Text.StringBuilder(word.Length);
        foreach (var unit in word)
        {
            if (unit == '.' && word.Length > 1)
                continue;
            if (unit is '’' or 'ʼ' or '‘')
                folded.Append('\'');
            else if (unit > 127 && LatinFolding.Fold(unit) is { Length: > 0 } plain)
                folded.Append(char.IsUpper(unit) ? char.ToUpperInvariant(plain[0]) : plain[0]).Append(plain[1..]);
            else
                folded.Append(unit);
        }

        return folded.ToString();
    }

    private void Mark(List<TextSpan> sentences, IReadOnlyList<TextSpan> toponyms)
    {
        var (sentence, place) = (0, 0);
        for (var at = 0; at < _tokens.Count; at++)
        {
            var token = _tokens[at];
            while (sentence < sentences.Count && sentences[sentence].Start <= token.Start)
            {
                var first = at;
                while (first < _tokens.Count && _tokens[first].Kind == TokenKind.Punctuation)
                    first++;
                if (first < _tokens.Count)
                    _sentenceStart[first] = true;
                sentence++;
            }

            if (at > 0 && Word(at - 1) is "“" or "\"" or ":")
                _sentenceStart[at] = true;
            while (place < toponyms.Count && toponyms[place].End <= token.Start)
                place++;
            _toponym[at] = place < toponyms.Count && toponyms[place].Start < token.End;
        }
    }

    /// <summary>True when nearly all is of one case, which then tells nothing.</summary>
    private bool ReadCase(out bool isTitleCase)
    {
        var (words, upper, capital) = (0, 0, 0);
        foreach (var token in _tokens)
        {
            if (token.Kind != TokenKind.Word || token.Length < 4)
                continue;
            var word = token.Of(Text);
            words++;
            if (char.IsUpper(word[0]))
                capital++;
            if (char.IsUpper(word[0]) && char.IsUpper(word[^1]))
                upper++;
        }

        isTitleCase = Field == EvidenceField.Title && words > 2 && capital * 10 >= words * 8;
        return words > 2 && (upper * 10 >= words * 8 || (Field == EvidenceField.Title && capital == 0));
    }
}
