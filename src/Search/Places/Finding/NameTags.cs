using Dateline.Search.Names;

namespace Dateline.Search.Places.Finding;

/// <summary>
/// What the name tagger says about the words of a text: evidence for and against places, never the last word.
/// </summary>
internal sealed class NameTags
{
    private readonly int[] _nameOf;
    private readonly List<NameTag> _tags = [];

    /// <param name="text">The words.</param>
    /// <param name="names">The names of the same title and body.</param>
    public NameTags(TokenizedText text, ArticleNames names)
    {
        _nameOf = new int[text.Tokens.Length];
        Array.Fill(_nameOf, -1);
        var next = Mark(text.Tokens, 0, names.Title, inTitle: true);
        Mark(text.Tokens, next, names.Body, inTitle: false);
    }

    /// <summary>Kind of the name that the words are, or lie in; null when they are in none, or in several.</summary>
    /// <param name="first">First word.</param>
    /// <param name="last">Last word.</param>
    /// <param name="exact">True when the name has no further words.</param>
    public NameTag? Covering(int first, int last, out bool exact)
    {
        exact = false;
        var name = _nameOf[first];
        if (name < 0 || _nameOf[last] != name)
            return null;
        exact = (first == 0 || _nameOf[first - 1] != name)
            && (last + 1 == _nameOf.Length || _nameOf[last + 1] != name);
        return _tags[name];
    }

    /// <summary>Last word of the name of this kind that begins here, or -1.</summary>
    public int EndOf(int first, NameTag tag)
    {
        var name = _nameOf[first];
        if (name < 0 || _tags[name] != tag || (first > 0 && _nameOf[first - 1] == name))
            return -1;
        var last = first;
        while (last + 1 < _nameOf.Length && _nameOf[last + 1] == name)
            last++;
        return last;
    }

    /// <summary>Marks the words of one field; both lists ascend.</summary>
    private int Mark(ReadOnlySpan<Token> tokens, int token, IReadOnlyList<TaggedName> names, bool inTitle)
    {
        for (var i = 0; i < names.Count; i++)
        {
            var span = names[i].Span;
            while (token < tokens.Length && tokens[token].Is(TokenFlags.InTitle) == inTitle
                && tokens[token].End <= span.Start)
                token++;
            _tags.Add(names[i].Tag);
            for (; token < tokens.Length && tokens[token].Is(TokenFlags.InTitle) == inTitle
                && tokens[token].Start < span.End; token++)
                _nameOf[token] = _tags.Count - 1;
        }
        while (token < tokens.Length && tokens[token].Is(TokenFlags.InTitle) == inTitle)
            token++;
        return token;
    }
}
