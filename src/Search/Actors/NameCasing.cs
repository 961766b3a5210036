using System.Buffers;
using Dateline.Search.Extraction;
using Dateline.Search.Names;
using Dateline.Search.Text;
using Token = Dateline.Search.Text.Token;
using TokenKind = Dateline.Search.Text.TokenKind;

namespace Dateline.Search.Actors;

/// <summary>
/// Gives a text in capitals, or a headline in small letters, the case that prose has, so that the rules for names can
/// read it: names of the tagger, of the lists and of the gazetteer begin with a capital, acronyms keep theirs, the rest
/// is small. Offsets stay.
/// </summary>
internal ref struct NameCasing
{
    private const int LongestAcronym = 8;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUYaeiouy");

    private readonly string _text;
    private readonly List<Token> _tokens;
    private readonly char[] _cased;

    private NameCasing(string text, List<Token> tokens)
    {
        (_text, _tokens) = (text, tokens);
        _cased = text.ToCharArray();
    }

    /// <summary>The text recased; of the same length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="tags">The tagger's names in it.</param>
    /// <param name="isToponym">By token: true for a place.</param>
    /// <param name="surnames">Words, in capitals, that are persons' names elsewhere in the article.</param>
    public static string Recase(
        string text, List<Token> tokens, TagSpans tags, bool[] isToponym, IReadOnlySet<string> surnames)
    {
        var casing = new NameCasing(text, tokens);
        for (var at = 0; at < text.Length; at++)
            casing._cased[at] = char.ToLowerInvariant(text[at]);
        casing.RaiseWords(isToponym, surnames);
        casing.RaiseListed();
        foreach (var tag in tags.All)
            casing.Raise(tag);
        casing.RaiseBracketed();
        return new string(casing._cased);
    }

    /// <summary>Words of the persons' names but the given ones, in capitals.</summary>
    public static IReadOnlySet<string> Surnames(ExtractedText text, ArticleNames names)
    {
        var surnames = new HashSet<string>(StringComparer.Ordinal);
        AddSurnames(text.Title, names.Title, surnames);
        AddSurnames(text.Body, names.Body, surnames);
        return surnames;
    }

    private static void AddSurnames(string text, IReadOnlyList<TaggedName> names, HashSet<string> surnames)
    {
        foreach (var name in names)
        {
            if (name.Tag != NameTag.Person)
                continue;
            var words = NameText.FoldedWords(text[name.Span.Start..name.Span.End]);
            foreach (var word in words.AsSpan(words.Length > 1 ? 1 : 0))
            {
                if (word.Length > 3 && char.IsUpper(word[0]) && !ActorLexicon.NotNames.Contains(Titled(word)))
                    surnames.Add(word.ToUpperInvariant());
            }
        }
    }

    private static string Titled(string word) => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant();

    private readonly void RaiseWords(bool[] isToponym, IReadOnlySet<string> surnames)
    {
        for (var at = 0; at < _tokens.Count; at++)
        {
            var word = _tokens[at].Of(_text);
            if (_tokens[at].Kind == TokenKind.Word && (isToponym[at] || IsDotted(word)
                || (word.Length > 2 && Countries.Shared.HasWord(word))
                || (word.Length > 3 && surnames.Contains(word.ToString().ToUpperInvariant()))))
                Title(at);
        }
    }

    private readonly void RaiseListed()
    {
        for (var at = 0; at < _tokens.Count; at++)
        {
            if (WorldActors.Shared.MatchAnyCase(_text, _tokens, at) is not { } words)
                continue;
            foreach (var word in words)
            {
                if (word.Length == _tokens[at].Length)
                    word.CopyTo(_cased.AsSpan(_tokens[at].Start));
                else
                    Title(at);
                at++;
            }

            at--;
        }
    }

    private readonly void Raise(TagSpan tag)
    {
        var isAlone = tag.Length == 1 && tag.Tag is NameTag.Organisation or NameTag.Other;
        for (var at = tag.First; at < tag.Next; at++)
        {
            var word = _tokens[at].Of(_text);
            if (_tokens[at].Kind != TokenKind.Word || char.IsUpper(_cased[_tokens[at].Start]))
                continue;
            if (isAlone && (word.Length <= 4 || !HasVowel(word)))
                Capitals(at);
            else if (at == tag.First || !IsSmall(word))
                Title(at);
        }
    }

    // "the National Liberation Front [FMLN]"
    private readonly void RaiseBracketed()
    {
        for (var at = 1; at + 1 < _tokens.Count; at++)
        {
            var word = _tokens[at].Of(_text);
            if (_tokens[at].Kind == TokenKind.Word && word.Length is >= 2 and <= LongestAcronym
                && _tokens[at - 1].Of(_text) is "[" or "(" && _tokens[at + 1].Of(_text) is "]" or ")"
                && char.IsUpper(_cased[Math.Max(0, _tokens[Math.Max(0, at - 2)].Start)])
                && !Countries.Shared.HasWord(word))
                Capitals(at);
        }
    }

    private readonly void Title(int at)
    {
        var (start, end) = (_tokens[at].Start, _tokens[at].End);
        if (IsDotted(_tokens[at].Of(_text)))
        {
            Capitals(at);
            return;
        }

        _cased[start] = char.ToUpperInvariant(_cased[start]);
        // D'Aubuisson, O'Brien.
        if (end - start > 3 && _text[start + 1] is '\'' or '’')
            _cased[start + 2] = char.ToUpperInvariant(_cased[start + 2]);
    }

    private readonly void Capitals(int at)
    {
        for (var unit = _tokens[at].Start; unit < _tokens[at].End; unit++)
            _cased[unit] = char.ToUpperInvariant(_text[unit]);
    }

    private static bool IsDotted(ReadOnlySpan<char> word) => word.Length > 2 && word[1] == '.';

    private static bool IsSmall(ReadOnlySpan<char> word) =>
        word.Length <= 3 && (ActorLexicon.Particles.Contains(word.ToString().ToLowerInvariant())
        || word.Equals("FOR", StringComparison.OrdinalIgnoreCase)
        || word.Equals("AND", StringComparison.OrdinalIgnoreCase)
        || word.Equals("ON", StringComparison.OrdinalIgnoreCase));

    private static bool HasVowel(ReadOnlySpan<char> word) => word.IndexOfAny(Vowels) >= 0;
}
