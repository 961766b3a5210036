using Dateline.Search.Text;
using Dateline.Search.Words;

namespace Dateline.Summarize.Speech;

/// <summary>
/// What can be told of a unit's clauses from parts of speech alone: where its finite verbs are, and what kind of clause
/// or phrase would begin at each position. Reused from unit to unit; not thread-safe.
/// </summary>
internal sealed class SpeechClauses
{
    /// <summary>Least strength of a word that mostly announces speech.</summary>
    public const int StrongCue = 4;

    // A clause whose verb does not come within so many tokens is not recognised.
    private const int Reach = 14;
    private const int Most = (2 * SpeechText.MaxUnit) + 1;

    private static readonly uint That = SpeechText.Hash("that");

    private static readonly HashSet<uint> Being =
        [.. "is are was were be been being am get gets got getting has have had".Split(' ')
            .Select(word => SpeechText.Hash(word))];

    private readonly Counts[] _counts = new Counts[Most + 1];
    private readonly ushort[] _follows = new ushort[Most + 1];

    /// <summary>How many tokens of each kind there are in a stretch.</summary>
    internal struct Counts
    {
        /// <summary>Finite verbs; words outside quotations; commas; "that"; opening marks; dashes, colons and the like;
        /// colons before a quotation; words outside quotations that often or mostly announce speech.</summary>
        public ushort Finite, Unquoted, Commas, That, Opens, Marks, Colons, Cues, StrongCues;
    }

    /// <summary>Looks at another unit.</summary>
    public void Read(SpeechUnitView unit)
    {
        var tokens = unit.Tokens;
        for (var at = 0; at < tokens.Length; at++)
            _counts[at + 1] = Add(_counts[at], tokens, at, unit.Word(at)[0]);
        for (var at = 0; at <= tokens.Length; at++)
            _follows[at] = Follow(tokens, at);
    }

    /// <summary>What lies between two positions; both inside the unit.</summary>
    public Counts Between(int one, int other)
    {
        ref readonly var from = ref _counts[Math.Min(one, other)];
        ref readonly var to = ref _counts[Math.Max(one, other)];
        return new Counts
        {
            Finite = (ushort)(to.Finite - from.Finite),
            Unquoted = (ushort)(to.Unquoted - from.Unquoted),
            Commas = (ushort)(to.Commas - from.Commas),
            That = (ushort)(to.That - from.That),
            Opens = (ushort)(to.Opens - from.Opens),
            Marks = (ushort)(to.Marks - from.Marks),
            Colons = (ushort)(to.Colons - from.Colons),
            Cues = (ushort)(to.Cues - from.Cues),
            StrongCues = (ushort)(to.StrongCues - from.StrongCues),
        };
    }

    /// <summary>
    /// What begins at a position, past marks: kind of the first word (4 bits), whether a finite verb comes at once,
    /// after a subject or not at all (2 bits), that verb's form (3 bits), and whether a mark stood first (1 bit).
    /// </summary>
    public uint Follows(int at) => _follows[Math.Max(at, 0)];

    /// <summary>True for a participle after a form of "to be".</summary>
    public static bool IsPassive(ReadOnlySpan<SpeechToken> tokens, int verb)
    {
        if (tokens[verb].Tag is not (PartOfSpeech.Participle or PartOfSpeech.PastVerb))
            return false;
        for (var at = verb - 1; at >= 0 && verb - at <= 4; at--)
        {
            if (Being.Contains(tokens[at].Word))
                return true;
            if (tokens[at].Tag is not (PartOfSpeech.Adverb or PartOfSpeech.Participle))
                return false;
        }

        return false;
    }

    private static Counts Add(Counts before, ReadOnlySpan<SpeechToken> tokens, int at, char first)
    {
        ref readonly var token = ref tokens[at];
        var isMark = token.Kind == TokenKind.Punctuation;
        before.Finite += IsFinite(token.Tag) ? (ushort)1 : (ushort)0;
        before.Unquoted += token.Quotation == 0 && !isMark ? (ushort)1 : (ushort)0;
        before.Commas += isMark && first == ',' ? (ushort)1 : (ushort)0;
        before.That += token.Word == That ? (ushort)1 : (ushort)0;
        before.Opens += token.Opens ? (ushort)1 : (ushort)0;
        before.Marks += isMark && first is ';' or ':' or '—' or '–' or '(' ? (ushort)1 : (ushort)0;
        before.Colons += first == ':' && at + 1 < tokens.Length && tokens[at + 1].Opens ? (ushort)1 : (ushort)0;
        before.Cues += token.Quotation == 0 && token.Cue > 0 ? (ushort)1 : (ushort)0;
        before.StrongCues += token.Quotation == 0 && token.Cue >= StrongCue ? (ushort)1 : (ushort)0;
        return before;
    }

    private static bool IsFinite(PartOfSpeech tag) => tag is PartOfSpeech.PastVerb or PartOfSpeech.PresentVerb
        or PartOfSpeech.ThirdPersonVerb or PartOfSpeech.Modal;

    private static ushort Follow(ReadOnlySpan<SpeechToken> tokens, int at)
    {
        var first = at;
        while (first < tokens.Length && tokens[first].Kind == TokenKind.Punctuation)
            first++;
        if (first == tokens.Length)
            return 0;
        var opener = Opener(tokens[first].Tag);
        var next = opener is >= 2 and <= 6 ? first + 1 : first;
        var subject = 1;
        for (var i = next; i < tokens.Length && i - next < Reach; i++)
        {
            var tag = tokens[i].Tag;
            if (IsFinite(tag))
                return Pack(opener, subject, Form(tag), first > at);
            if (EndsClause(tokens, i, next))
                break;
            if (tag != PartOfSpeech.Adverb && tokens[i].Kind != TokenKind.Punctuation)
                subject = 2;
        }

        var isBase = tokens[next < tokens.Length ? next : first].Tag == PartOfSpeech.BaseVerb;
        return Pack(opener, 3, isBase ? 5 : 0, first > at);
    }

    private static bool EndsClause(ReadOnlySpan<SpeechToken> tokens, int at, int from) =>
        (tokens[at].Kind == TokenKind.Punctuation && at > from && !tokens[at].Opens && !tokens[at].Closes
            && (at + 1 == tokens.Length || tokens[at].End < tokens[at + 1].Start))
        || (at > from && tokens[at].Tag is PartOfSpeech.RelativePronoun or PartOfSpeech.RelativeDeterminer
            or PartOfSpeech.RelativeAdverb);

    private static ushort Pack(int opener, int subject, int form, bool marked) =>
        (ushort)(opener | (subject << 4) | (form << 6) | (marked ? 1 << 9 : 0));

    private static int Form(PartOfSpeech tag) => tag switch
    {
        PartOfSpeech.PastVerb => 1,
        PartOfSpeech.Modal => 2,
        PartOfSpeech.ThirdPersonVerb => 3,
        _ => 4,
    };

    private static int Opener(PartOfSpeech tag) => tag switch
    {
        PartOfSpeech.Conjunction => 2,
        PartOfSpeech.Preposition => 3,
        PartOfSpeech.RelativeAdverb => 4,
        PartOfSpeech.RelativePronoun or PartOfSpeech.RelativeDeterminer => 5,
        PartOfSpeech.To => 6,
        PartOfSpeech.Gerund => 7,
        PartOfSpeech.Participle => 8,
        PartOfSpeech.PastVerb or PartOfSpeech.PresentVerb or PartOfSpeech.ThirdPersonVerb => 9,
        PartOfSpeech.Modal => 10,
        PartOfSpeech.Pronoun or PartOfSpeech.ExistentialThere => 11,
        PartOfSpeech.Name or PartOfSpeech.PluralName => 12,
        PartOfSpeech.Adverb => 13,
        PartOfSpeech.BaseVerb => 14,
        PartOfSpeech.PossessiveEnding or PartOfSpeech.Particle or PartOfSpeech.Interjection => 15,
        _ => 1,
    };
}
