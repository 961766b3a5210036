using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>What features are made of: values of the tokens of a unit by place, with values of their own past its
/// ends.</summary>
internal static class SpeechValues
{
    public static readonly HashSet<uint> Pronouns =
        [.. "he she they it we i you who which that".Split(' ').Select(word => SpeechText.Hash(word))];

    public static uint Bucket(int count) => count switch
    {
        < 0 => 15,
        <= 6 => (uint)count,
        <= 8 => 7,
        <= 11 => 8,
        <= 15 => 9,
        <= 22 => 10,
        <= 35 => 11,
        <= 60 => 12,
        _ => 13,
    };

    public static uint Word(ReadOnlySpan<SpeechToken> tokens, int at) =>
        (uint)at < (uint)tokens.Length ? tokens[at].Word : at < 0 ? 1u : 2u;

    public static uint Fine(ReadOnlySpan<SpeechToken> tokens, int at) =>
        (uint)at < (uint)tokens.Length ? tokens[at].Fine != 0 ? tokens[at].Fine : 5000u + (uint)tokens[at].Kind : 5010u;

    public static uint Coarse(ReadOnlySpan<SpeechToken> tokens, int at)
    {
        if ((uint)at >= (uint)tokens.Length)
            return 5010;
        ref readonly var token = ref tokens[at];
        return token.Coarse != 0 ? token.Coarse
            : token.Kind == TokenKind.Punctuation ? token.Word : 5000u + (uint)token.Kind + (token.Capital ? 8u : 0);
    }

    public static uint Name(ReadOnlySpan<SpeechToken> tokens, int at) =>
        (uint)at < (uint)tokens.Length
            ? tokens[at].Name + (tokens[at].Pronoun ? 8u : 0) + (tokens[at].Capital ? 16u : 0)
            : 99u;

    /// <summary>Number of the part of speech.</summary>
    public static uint Tag(ReadOnlySpan<SpeechToken> tokens, int at) =>
        (uint)at < (uint)tokens.Length ? (uint)tokens[at].Tag : at < 0 ? 40u : 41u;

    /// <summary>The parts of speech of two neighbours; punctuation counts by what it is.</summary>
    public static uint TagPair(ReadOnlySpan<SpeechToken> tokens, int at) =>
        MarkedTag(tokens, at) ^ (MarkedTag(tokens, at + 1) * 0x9E3779B1u);

    /// <summary>The part of speech; punctuation counts by what it is.</summary>
    public static uint MarkedTag(ReadOnlySpan<SpeechToken> tokens, int at) =>
        (uint)at < (uint)tokens.Length && tokens[at].Kind == TokenKind.Punctuation ? tokens[at].Word : Tag(tokens, at);

    /// <summary>The parts of speech before and after a position.</summary>
    public static uint TagsAround(ReadOnlySpan<SpeechToken> tokens, int at) =>
        MarkedTag(tokens, at - 1) ^ (MarkedTag(tokens, at) * 0x85EBCA6Bu);

    /// <summary>Layout, and on which side of the cue.</summary>
    public static uint Shape(SpeechLayout layout, int cue, int at) => (uint)layout | (at > cue ? 8u : 0);

    /// <summary>Tokens left on the far side from the cue, in steps; 20 where only a mark follows.</summary>
    public static uint Rest(ReadOnlySpan<SpeechToken> tokens, int cue, int at)
    {
        if (at <= cue)
            return Bucket(at);
        var rest = tokens.Length - at;
        return rest == 1 && tokens[at].Kind == TokenKind.Punctuation ? 20u : Bucket(rest);
    }

    /// <summary>The word after a position; 0 past the end.</summary>
    public static uint Next(ReadOnlySpan<SpeechToken> tokens, int at) => at < tokens.Length ? tokens[at].Word : 0;
}
