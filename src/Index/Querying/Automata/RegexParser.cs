using System.Text;

namespace Dateline.Index.Querying;

/// <summary>
/// Reads a regular expression that has to match a whole term: <c>|</c>, <c>( )</c>, <c>?</c>, <c>*</c>, <c>+</c>,
/// <c>{n}</c>, <c>{n,}</c>, <c>{n,m}</c>, <c>.</c>, <c>[a-z]</c>, <c>[^a-z]</c>, <c>"literal"</c> and <c>\</c> before a
/// character taken as it is (Lucene 8's syntax without its optional operators).
/// </summary>
internal sealed class RegexParser
{
    private const int MaxDepth = 100;
    private const int MaxRepeat = 1000;

    private readonly string _text;
    private int _at;
    private int _depth;

    private RegexParser(string text) => _text = text;

    /// <summary>The pattern; <see cref="FormatException"/> names what is wrong and where.</summary>
    public static PatternNode Parse(string text)
    {
        var parser = new RegexParser(text);
        if (text.Length == 0) return new SequenceNode([]);
        var node = parser.Choice();
        return parser._at == text.Length ? node : throw parser.Wrong("\")\" without \"(\"");
    }

    private PatternNode Choice()
    {
        if (++_depth > MaxDepth) throw Wrong($"groups are nested more than {MaxDepth} deep");
        var parts = new List<PatternNode> { Sequence() };
        while (TryRead('|')) parts.Add(Sequence());
        _depth--;
        return parts.Count == 1 ? parts[0] : new ChoiceNode(parts);
    }

    private PatternNode Sequence()
    {
        var parts = new List<PatternNode>();
        while (_at < _text.Length && _text[_at] is not ('|' or ')')) parts.Add(Repeated());
        if (parts.Count == 0) throw Wrong("an expression is missing; \"()\" stands for nothing");
        return parts.Count == 1 ? parts[0] : new SequenceNode(parts);
    }

    private PatternNode Repeated()
    {
        var node = Single();
        while (_at < _text.Length)
        {
            if (TryRead('?')) node = new RepeatNode(node, 0, 1);
            else if (TryRead('*')) node = new RepeatNode(node, 0, RepeatNode.Unlimited);
            else if (TryRead('+')) node = new RepeatNode(node, 1, RepeatNode.Unlimited);
            else if (TryRead('{')) node = Counted(node);
            else break;
        }

        return node;
    }

    private RepeatNode Counted(PatternNode node)
    {
        var least = Number();
        var most = least;
        if (TryRead(',')) most = _at < _text.Length && char.IsAsciiDigit(_text[_at]) ? Number() : RepeatNode.Unlimited;
        if (!TryRead('}')) throw Wrong("\"}\" is missing");
        if (most != RepeatNode.Unlimited && most < least) throw Wrong($"{{{least},{most}}} ends before it begins");
        return new RepeatNode(node, least, most);
    }

    private int Number()
    {
        var start = _at;
        var number = 0;
        for (; _at < _text.Length && char.IsAsciiDigit(_text[_at]); _at++)
        {
            number = (10 * number) + _text[_at] - '0';
            if (number > MaxRepeat) throw Wrong($"a repetition of more than {MaxRepeat}");
        }

        return _at > start ? number : throw Wrong("a number is missing");
    }

    private PatternNode Single()
    {
        if (TryRead('.')) return PatternNode.AnyCharacter;
        if (TryRead('[')) return Class();
        if (TryRead('"')) return Quoted();
        if (!TryRead('(')) return Character(ReadCharacter());
        if (TryRead(')')) return new SequenceNode([]);
        var inner = Choice();
        return TryRead(')') ? inner : throw Wrong("\")\" is missing");
    }

    private SequenceNode Quoted()
    {
        var parts = new List<PatternNode>();
        while (!TryRead('"')) parts.Add(Character(ReadRune("a closing quotation mark is missing")));
        return new SequenceNode(parts);
    }

    private CharactersNode Class()
    {
        var negated = TryRead('^');
        var ranges = new List<(int Low, int High)>();
        do
        {
            var low = ReadCharacter();
            var high = low;
            if (_at + 1 < _text.Length && _text[_at] == '-' && _text[_at + 1] != ']')
            {
                _at++;
                high = ReadCharacter();
                if (high < low) throw Wrong("a range of characters ends before it begins");
            }

            ranges.Add((low, high));
        }
        while (!TryRead(']'));
        return new CharactersNode(negated ? Others(ranges) : ranges);
    }

    private static List<(int Low, int High)> Others(List<(int Low, int High)> ranges)
    {
        const int Last = 0x10FFFF;
        var others = new List<(int, int)>();
        var next = 0;
        foreach (var (low, high) in ranges.Order())
        {
            if (low > next) others.Add((next, low - 1));
            next = Math.Max(next, high + 1);
        }

        if (next <= Last) others.Add((next, Last));
        return others;
    }

    private static CharactersNode Character(int character) => new([(character, character)]);

    private int ReadCharacter()
    {
        TryRead('\\');
        return ReadRune("the expression ends too early");
    }

    private int ReadRune(string missing)
    {
        if (_at >= _text.Length) throw Wrong(missing);
        if (!Rune.TryGetRuneAt(_text, _at, out var rune)) throw Wrong("half a surrogate pair");
        _at += rune.Utf16SequenceLength;
        return rune.Value;
    }

    private bool TryRead(char expected)
    {
        if (_at >= _text.Length || _text[_at] != expected) return false;
        _at++;
        return true;
    }

    private FormatException Wrong(string what) => new($"Regular expression /{_text}/ at character {_at}: {what}.");
}
