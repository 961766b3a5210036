using static Dateline.Index.Analysis.WordClass;
using static Dateline.Index.Analysis.WordPattern;

namespace Dateline.Index.Analysis;

/// <summary>
/// What a token is: the word-break rules of UAX #29 without dictionary scripts, where a run of Southeast Asian text is
/// one token, an ideograph or hiragana sign is a token of its own and an emoji sequence of UTS #51 is one token.
/// Everything else separates tokens. Equal in effect to the tokenizer of Apache Lucene 8, which the tests compare with.
/// </summary>
internal static class WordRules
{
    /// <summary>Number of classes a table row has.</summary>
    public const int ClassCount = (int)EmojiSelector + 1;

    private static readonly WordPattern Ignored =
        Any(Extend, Joiner, ComplexExtend, Keycap, TextSelector, EmojiSelector).Many(); // WB4

    private static readonly WordPattern IgnoredInEmoji = Any(Extend, Joiner, ComplexExtend, Keycap).Many();

    /// <summary>All tokens.</summary>
    public static WordPattern Token { get; } = Word() | SingleSigns() | EmojiSequence() | Keycaps() | Flag();

    private static WordPattern Unit(params ReadOnlySpan<WordClass> classes) => Any(classes) + Ignored;

    private static WordPattern Word()
    {
        var letter = Unit(Letter, HebrewLetter, EmojiLetter);
        var hebrew = Unit(HebrewLetter);
        var digit = Unit(Digit);
        var katakana = Unit(Katakana);
        var connectors = Unit(Connector).Many();
        var midLetter = Unit(MidLetter, MidNumberLetter, SingleQuote);
        var midNumber = Unit(MidNumber, MidNumberLetter, SingleQuote);

        var letters = letter + ((connectors | midLetter) + letter).Many(); // WB5-7, 13a, 13b
        var hebrewQuote = hebrew + (Unit(SingleQuote) | (Unit(DoubleQuote) + hebrew)); // WB7a-7c
        var number = digit + ((connectors | midNumber) + digit).Many(); // WB8, 11, 12
        var kana = katakana + (connectors + katakana).Many(); // WB13
        var part = kana | (letters | hebrewQuote | number).Repeated(); // WB9, 10
        return connectors + part + (Unit(Connector).Repeated() + part).Many() + connectors;
    }

    private static WordPattern SingleSigns() =>
        Unit(ComplexContext, ComplexExtend).Repeated() | Unit(Ideograph);

    private static WordPattern EmojiSequence()
    {
        var sign = Any(Emoji, EmojiBase, EmojiLetter) + IgnoredInEmoji + Any(EmojiSelector).Optional();
        var tone = Any(EmojiModifier) + IgnoredInEmoji;
        var element = sign | (Any(EmojiBase) + IgnoredInEmoji + tone);
        var joiners = Any(Joiner).Repeated();
        return ((joiners.Optional() + element) | tone) + (joiners + (element | tone)).Many();
    }

    private static WordPattern Keycaps() =>
        Any(KeycapBase) + IgnoredInEmoji + Any(EmojiSelector).Optional() + Any(Keycap) + IgnoredInEmoji;

    private static WordPattern Flag() => Unit(RegionalIndicator) + Unit(RegionalIndicator);
}
