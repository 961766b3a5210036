using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>One unit of a text with what is asked of it often. Reused from unit to unit; not thread-safe.</summary>
internal sealed class SpeechUnitView
{
    private readonly byte[] _before = new byte[(2 * SpeechText.MaxUnit) + 2];
    private readonly byte[] _after = new byte[(2 * SpeechText.MaxUnit) + 2];
    private SpeechText? _text;

    /// <summary>Verbs and clauses of the unit.</summary>
    public SpeechClauses Clauses { get; } = new();

    /// <summary>Tokens of the unit.</summary>
    public ReadOnlySpan<SpeechToken> Tokens => _text!.Tokens.AsSpan(Unit.From, Count);

    /// <summary>The unit.</summary>
    public SpeechUnit Unit { get; private set; }

    /// <summary>Number of tokens, at most twice <see cref="SpeechText.MaxUnit"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Looks at another unit.</summary>
    public void Load(SpeechText text, SpeechUnit unit)
    {
        (_text, Unit, Count) = (text, unit, Math.Min(unit.To - unit.From, 2 * SpeechText.MaxUnit));
        var tokens = Tokens;
        for (var at = 0; at < Count; at++)
            _before[at + 1] = Math.Max(at == 0 ? (byte)0 : _before[at], Strength(tokens[at]));
        _before[0] = 0;
        _after[Count] = 0;
        for (var at = Count - 1; at >= 0; at--)
            _after[at] = Math.Max(_after[at + 1], Strength(tokens[at]));
        Clauses.Read(this);
    }

    /// <summary>Strongest cue outside quotations among the tokens before a position.</summary>
    public byte CueBefore(int at) => _before[at];

    /// <summary>Strongest cue outside quotations among the tokens from a position on.</summary>
    public byte CueFrom(int at) => _after[at];

    /// <summary>The unit's characters of a token.</summary>
    public ReadOnlySpan<char> Word(int at) =>
        _text!.Text.AsSpan(Tokens[at].Start, Tokens[at].End - Tokens[at].Start);

    /// <summary>True for a hyphen or apostrophe that joins two words.</summary>
    public bool Joins(int at) => at > 0 && at + 1 < Count && Tokens[at].Kind == TokenKind.Punctuation
        && Tokens[at - 1].End == Tokens[at].Start && Tokens[at].End == Tokens[at + 1].Start
        && Word(at)[0] is '-' or '/' or '&' or '\'' or '’';

    private static byte Strength(in SpeechToken token) => token.Quotation == 0 ? token.Cue : (byte)0;
}
