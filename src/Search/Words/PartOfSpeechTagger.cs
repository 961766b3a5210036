using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Dateline.Search.Names;
using Dateline.Search.Text;

namespace Dateline.Search.Words;

/// <summary>
/// Tells the part of speech of every token of a sentence, from left to right: a linear model over the words, their
/// endings, classes of words used alike, and the two tags before (averaged perceptron, Collins 2002). The same
/// sentence always gets the same tags. Thread-safe.
/// </summary>
public sealed class PartOfSpeechTagger
{
    /// <summary>Name of the model file, in the folder of the program.</summary>
    public const string ModelFile = "tags.model";

    private static readonly Lazy<PartOfSpeechTagger> Shared =
        new(() => new(TagModelFile.Read(Path.Combine(AppContext.BaseDirectory, ModelFile))));

    private readonly TagModel _model;
    private readonly ConcurrentBag<List<TokenFacts>> _free = [];

    internal PartOfSpeechTagger(TagModel model) => _model = model;

    /// <summary>The tagger with the model that ships; loaded when first asked for.</summary>
    /// <exception cref="FileNotFoundException">The model is missing.</exception>
    /// <exception cref="InvalidDataException">The model is damaged or of another version.</exception>
    public static PartOfSpeechTagger Default => Shared.Value;

    /// <summary>Tags one sentence.</summary>
    /// <param name="text">The text the tokens point into.</param>
    /// <param name="tokens">The sentence's tokens.</param>
    /// <param name="uses">Class of each token, from <see cref="NameTagger.UseOf"/>; as many.</param>
    /// <param name="tags">Receives as many tags.</param>
    public void Tag(
        ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<WordUse> uses, Span<PartOfSpeech> tags)
    {
        if (!_free.TryTake(out var scratch))
            scratch = [];
        Read(text, tokens, uses, scratch);
        Tag(CollectionsMarshal.AsSpan(scratch), tags[..tokens.Length]);
        _free.Add(scratch);
    }

    /// <summary>What the model looks at of each token.</summary>
    internal static void Read(
        ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<WordUse> uses, List<TokenFacts> sentence)
    {
        sentence.Clear();
        for (var at = 0; at < tokens.Length; at++)
        {
            var facts = TokenFacts.Of(tokens[at].Of(text), tokens[at].Kind, false);
            (facts.Coarse, facts.Fine) = ((ushort)uses[at].Coarse, (ushort)uses[at].Fine);
            sentence.Add(facts);
        }
    }

    /// <summary>The tag of a token that needs no weighing; null for all others.</summary>
    internal static PartOfSpeech? SureTag(in TokenFacts token, HashTable32 sure) => token.Kind switch
    {
        TokenKind.Punctuation => PartOfSpeech.Mark,
        TokenKind.Possessive => PartOfSpeech.PossessiveEnding,
        _ => sure.Find(token.Lower) is not 0 and var tag ? (PartOfSpeech)(tag - 1) : null,
    };

    private void Tag(ReadOnlySpan<TokenFacts> sentence, Span<PartOfSpeech> tags)
    {
        Span<int> rows = stackalloc int[TagFeatures.Count];
        Span<short> scores = stackalloc short[TagModel.Lanes];
        for (var at = 0; at < sentence.Length; at++)
        {
            if (SureTag(sentence[at], _model.Sure) is { } sure)
            {
                tags[at] = sure;
                continue;
            }

            TagFeatures.Extract(sentence, at, tags, rows, _model.Rows);
            _model.Score(rows, scores);
            tags[at] = (PartOfSpeech)TagModel.Best(scores);
        }
    }
}
