using System.Runtime.InteropServices;
using Dateline.Search.Names;
using Dateline.Search.Text;
using Dateline.Search.Words;

namespace Dateline.Summarize.Speech;

/// <summary>A text read for speech: tokens with names and quotations, in units of sentences.</summary>
internal sealed class SpeechText
{
    /// <summary>Longer units are cut, which bounds the work for each token.</summary>
    public const int MaxUnit = 400;

    private static readonly uint OpenMark = Hash("<open>"), CloseMark = Hash("<close>"), Digits = Hash("<number>");

    private SpeechText(string text, SpeechToken[] tokens, List<SpeechUnit> units, List<Quotation> quotations) =>
        (Text, Tokens, Units, Quotations) = (text, tokens, units, quotations);

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>All tokens.</summary>
    public SpeechToken[] Tokens { get; }

    /// <summary>All units, in order.</summary>
    public IReadOnlyList<SpeechUnit> Units { get; }

    /// <summary>Quotations; a token's number less one is an index into them.</summary>
    public IReadOnlyList<Quotation> Quotations { get; }

    /// <summary>Hash of a word in lower case.</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = Fnv1a.Seed;
        foreach (var unit in word)
            hash = Fnv1a.Add(hash, char.ToLowerInvariant(unit));
        return hash;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">Paragraphs parted by blank lines.</param>
    /// <param name="tagger">Finds names and knows classes of words.</param>
    /// <param name="cues">Strength of each word that may announce speech, by hash.</param>
    public static SpeechText Read(string text, NameTagger tagger, IReadOnlyDictionary<uint, byte> cues)
    {
        var quotations = QuotationFinder.Find(text);
        var tokens = new List<SpeechToken>(text.Length / 5);
        var units = new List<SpeechUnit>();
        var sentences = SentenceSplitter.Split(text);
        int paragraph = 0, last = 0, quotation = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            var span = sentences[i];
            paragraph += i > 0 && IsBreak(text.AsSpan(sentences[i - 1].End, span.Start - sentences[i - 1].End)) ? 1 : 0;
            var from = tokens.Count;
            AddTokens(text, span, tagger, cues, tokens);
            if (tokens.Count == from)
                continue;
            while (quotation < quotations.Count && quotations[quotation].Span.End <= span.Start)
                quotation++;
            var inside = quotation < quotations.Count && quotations[quotation].Span.Start < span.Start;
            var announced = last > 0 && text[tokens[last - 1].Start] == ':' && quotation < quotations.Count
                && quotations[quotation].Span.Start == span.Start;
            var joined = last > 0 && (announced || (inside && units[^1].Paragraph == paragraph))
                && tokens.Count - units[^1].From <= MaxUnit;
            if (joined)
                units[^1] = units[^1] with { To = tokens.Count, Paragraph = paragraph };
            else
                AddUnits(units, from, tokens.Count, paragraph);
            last = tokens.Count;
        }

        var all = tokens.ToArray();
        MarkQuotations(all, quotations);
        MarkNames(all, tagger.Tag(text));
        MarkUnknownCues(all);
        return new SpeechText(text, all, units, quotations);
    }

    private static void AddUnits(List<SpeechUnit> units, int from, int to, int paragraph)
    {
        for (; to - from > MaxUnit; from += MaxUnit)
            units.Add(new SpeechUnit(from, from + MaxUnit, paragraph));
        units.Add(new SpeechUnit(from, to, paragraph));
    }

    private static bool IsBreak(ReadOnlySpan<char> gap)
    {
        var first = gap.IndexOf('\n');
        return first >= 0 && gap[(first + 1)..].Contains('\n');
    }

    private static void AddTokens(
        string text, TextSpan span, NameTagger tagger, IReadOnlyDictionary<uint, byte> cues, List<SpeechToken> tokens)
    {
        var sentence = new List<Token>();
        foreach (var token in new Tokenizer(span.Of(text)))
            sentence.Add(new Token(token.Start + span.Start, token.End + span.Start, token.Kind));
        var uses = new WordUse[sentence.Count];
        for (var at = 0; at < uses.Length; at++)
            uses[at] = sentence[at].Kind == TokenKind.Word ? tagger.UseOf(sentence[at].Of(text)) : default;
        var tags = new PartOfSpeech[uses.Length];
        PartOfSpeechTagger.Default.Tag(text, CollectionsMarshal.AsSpan(sentence), uses, tags);
        for (var at = 0; at < uses.Length; at++)
            tokens.Add(Read(text, sentence[at], uses[at], tags[at], cues));
    }

    private static SpeechToken Read(
        string text, Token token, WordUse use, PartOfSpeech tag, IReadOnlyDictionary<uint, byte> cues)
    {
        var word = token.Of(text);
        var hash = token.Kind == TokenKind.Number ? Digits : Hash(word);
        return new SpeechToken
        {
            Start = token.Start,
            End = token.End,
            Kind = token.Kind,
            Word = hash,
            Suffix = Hash(word[Math.Max(0, word.Length - 3)..]),
            Coarse = (ushort)use.Coarse,
            Fine = (ushort)use.Fine,
            Tag = tag,
            Cue = cues.GetValueOrDefault(hash),
            Capital = char.IsUpper(word[0]),
            Pronoun = SpeechValues.Pronouns.Contains(hash),
        };
    }

    private static void MarkQuotations(SpeechToken[] tokens, List<Quotation> quotations)
    {
        var next = 0;
        foreach (ref var token in tokens.AsSpan())
        {
            while (next < quotations.Count && quotations[next].Span.End <= token.Start)
                next++;
            if (next == quotations.Count || quotations[next].Span.Start > token.Start)
                continue;
            token.Quotation = next + 1;
            var (span, closed) = quotations[next];
            token.Opens = token.Start == span.Start;
            token.Closes = closed && token.End == span.End;
            if (token.Opens || token.Closes)
                token.Word = token.Opens ? OpenMark : CloseMark;
        }
    }

    // Beside a quotation any word may announce speech, though no list has it: "…," she deadpanned.
    private static void MarkUnknownCues(SpeechToken[] tokens)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            ref var token = ref tokens[at];
            if (token.Cue > 0 || token.Kind != TokenKind.Word || token.Quotation > 0 || token.Capital
                || token.End - token.Start < 4)
                continue;
            if (IsNear(tokens, at, 1, static token => token.Opens, 2)
                || IsNear(tokens, at, -1, static token => token.Closes, 4))
                token.Cue = 1;
        }
    }

    private static bool IsNear(SpeechToken[] tokens, int at, int step, Func<SpeechToken, bool> isMark, int reach)
    {
        for (var i = 1; i <= reach && (uint)(at + (step * i)) < (uint)tokens.Length; i++)
        {
            if (isMark(tokens[at + (step * i)]))
                return true;
        }

        return false;
    }

    private static void MarkNames(SpeechToken[] tokens, List<TaggedName> names)
    {
        var next = 0;
        foreach (ref var token in tokens.AsSpan())
        {
            while (next < names.Count && names[next].Span.End <= token.Start)
                next++;
            if (next == names.Count || names[next].Span.Start > token.Start)
                continue;
            token.Name = (byte)(1 + names[next].Tag);
            token.StartsName = names[next].Span.Start == token.Start;
        }
    }
}
