namespace Dateline.Index.Analysis;

/// <summary>
/// What a code point can do in a word: the word-break properties of UAX #29 (Unicode 9.0), with scripts,
/// Complex_Context (line-break property SA) and emoji properties folded in, so that one class decides. Letters that
/// need no distinction are one class (Hangul letters are <see cref="Letter"/>).
/// </summary>
internal enum WordClass : byte
{
    Other,
    Letter,
    HebrewLetter,
    Digit,
    Katakana,
    Connector, // ExtendNumLet
    MidLetter,
    MidNumberLetter,
    MidNumber,
    SingleQuote,
    DoubleQuote,
    Extend, // Extend and Format
    Joiner, // U+200D
    Ideograph, // also hiragana
    ComplexContext,
    ComplexExtend, // Complex_Context and Extend at once
    RegionalIndicator,
    Emoji,
    EmojiBase, // may carry a skin tone
    EmojiModifier,
    EmojiLetter, // both Emoji and Letter
    KeycapBase, // # and *
    Keycap, // U+20E3
    TextSelector, // U+FE0E
    EmojiSelector, // U+FE0F
}
