using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>
/// The features by which the model decides: each is a template and one to three values, hashed to a row of a weight
/// table. Their order and hashes are part of the model's format.
/// </summary>
internal static class SpeechFeatures
{
    /// <summary>Most features of a decision.</summary>
    public const int Most = 80;

    private static readonly uint That = SpeechText.Hash("that"), To = SpeechText.Hash("to");

    private static readonly HashSet<uint> Pronouns =
        [.. "he she they it we i you who which that".Split(' ').Select(word => SpeechText.Hash(word))];

    /// <summary>Writes the features of a word that may be a cue.</summary>
    /// <returns>How many.</returns>
    public static int Cue(SpeechUnitView unit, int cue, Span<uint> rows)
    {
        var tokens = unit.Tokens;
        var writer = new Writer(rows, 100);
        var here = tokens[cue];
        Words(ref writer, tokens, cue, here);
        Classes(ref writer, tokens, cue, here);
        Surroundings(ref writer, unit, cue, here);
        return writer.Count;
    }

    private static void Words(ref Writer writer, ReadOnlySpan<SpeechToken> tokens, int cue, in SpeechToken here)
    {
        uint w1 = Word(tokens, cue + 1), w2 = Word(tokens, cue + 2), l1 = Word(tokens, cue - 1),
            l2 = Word(tokens, cue - 2);
        writer.Add(0);
        writer.Add(here.Word);
        writer.Add(w1);
        writer.Add(w2);
        writer.Add(Word(tokens, cue + 3));
        writer.Add(l1);
        writer.Add(l2);
        writer.Add(Word(tokens, cue - 3));
        writer.Add(here.Word, w1);
        writer.Add(here.Word, l1);
        writer.Add(here.Word, w1, w2);
        writer.Add(here.Word, l1, w1);
        writer.Add(here.Word, l1, l2);
        writer.Add(here.Word, w2);
        writer.Add(here.Word, l2);
        writer.Add(w1, w2);
        writer.Add(l1, l2);
        writer.Add(l1, w1);
        writer.Add(here.Suffix);
        writer.Add(here.Suffix, l1);
        writer.Add(here.Suffix, w1);
        writer.Add(here.Cue);
        writer.Add(here.Cue, l1);
        writer.Add(here.Cue, w1);
    }

    private static void Classes(ref Writer writer, ReadOnlySpan<SpeechToken> tokens, int cue, in SpeechToken here)
    {
        for (var at = -3; at <= 3; at++)
        {
            writer.Add(Fine(tokens, cue + at));
            writer.Add(Coarse(tokens, cue + at));
        }

        writer.Add(here.Word, Coarse(tokens, cue + 1));
        writer.Add(here.Word, Coarse(tokens, cue - 1));
        writer.Add(here.Word, Coarse(tokens, cue + 2));
        writer.Add(here.Word, Fine(tokens, cue + 1));
        writer.Add(here.Fine, Coarse(tokens, cue + 1), Coarse(tokens, cue - 1));
        writer.Add(here.Coarse, Coarse(tokens, cue + 1), Coarse(tokens, cue + 2));
        writer.Add(here.Coarse, Coarse(tokens, cue - 1), Coarse(tokens, cue - 2));
        writer.Add(here.Coarse, Word(tokens, cue - 1), Word(tokens, cue + 1));
        writer.Add(here.Word, Name(tokens, cue + 1), Name(tokens, cue - 1));
        writer.Add(here.Cue, Name(tokens, cue + 1), Name(tokens, cue - 1));
        writer.Add(here.Fine, Word(tokens, cue + 1));
        writer.Add(here.Fine, Word(tokens, cue - 1));
        writer.Add(here.Capital ? 1u : 0, here.Name, (uint)here.Kind);
    }

    private static void Surroundings(ref Writer writer, SpeechUnitView unit, int cue, in SpeechToken here)
    {
        var tokens = unit.Tokens;
        uint closed = 0, opens = 0, that = 0, speaker = 0;
        for (var back = 1; back <= 10 && cue - back >= 0; back++)
        {
            ref readonly var token = ref tokens[cue - back];
            if (token.Closes && closed == 0)
                closed = (uint)Math.Min(back, 5);
            if (speaker == 0 && (token.Name is 1 or 2 || Pronouns.Contains(token.Word)))
                speaker = (uint)back;
        }

        for (var on = 1; on <= 10 && cue + on < tokens.Length; on++)
        {
            ref readonly var token = ref tokens[cue + on];
            if (token.Opens && opens == 0)
                opens = (uint)Math.Min(on, 6);
            if (token.Word == That && that == 0)
                that = (uint)Math.Min(on, 6);
        }

        var quoted = here.Quotation > 0 ? 1u : 0;
        var first = tokens[0].Quotation > 0 ? 1u : 0;
        uint before = unit.CueBefore(cue), after = unit.CueFrom(cue + 1);
        writer.Add(quoted, closed, opens);
        writer.Add(here.Word, closed, opens);
        writer.Add(here.Cue, closed, opens);
        writer.Add(here.Cue, quoted, first);
        writer.Add(here.Word, quoted, first);
        writer.Add(that);
        writer.Add(here.Cue, that);
        writer.Add(here.Word, that);
        writer.Add(before, here.Cue, after);
        writer.Add(before, here.Cue, quoted);
        writer.Add(here.Word, before);
        writer.Add(here.Word, after);
        writer.Add(speaker);
        writer.Add(here.Cue, speaker);
        writer.Add(Bucket(cue), here.Cue);
        writer.Add(Bucket(tokens.Length - cue - 1), here.Cue);
        writer.Add(here.Word, Bucket(tokens.Length - cue - 1), first);
        writer.Add(tokens[^1].Word, here.Cue);
        writer.Add(unit.Unit.Paragraph == 0 ? 1u : 0, here.Cue);
    }

    /// <summary>Writes the features of a position for a choice.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="choice">What is chosen.</param>
    /// <param name="layout">Where the content stands.</param>
    /// <param name="cue">The cue's token.</param>
    /// <param name="anchor">The other edge where it is chosen already, else the cue.</param>
    /// <param name="at">The position: before this token; -1 for no speaker.</param>
    /// <param name="rows">Receives the features.</param>
    /// <returns>How many.</returns>
    public static int Position(
        SpeechUnitView unit, SpeechChoice choice, SpeechLayout layout, int cue, int anchor, int at, Span<uint> rows)
    {
        var tokens = unit.Tokens;
        var word = tokens[cue].Word;
        var writer = new Writer(rows, 1000 + ((uint)choice * 100));
        if (at < 0)
        {
            writer.Add(1, word);
            writer.Add(2, (uint)layout);
            writer.Add(3, tokens[cue].Suffix);
            writer.Add(4, word, (uint)layout);
            writer.Add(5, Word(tokens, cue - 1));
            writer.Add(6, Coarse(tokens, cue - 1), (uint)layout);
            writer.Add(7, Word(tokens, cue + 1));
            writer.Add(8, tokens[cue].Fine);
            writer.Add(9, cue == 0 ? 1u : 0, (uint)layout);
            return writer.Count;
        }

        Edge(ref writer, tokens, at, word, layout);
        Stretch(ref writer, unit, layout, cue, anchor, at);
        return writer.Count;
    }

    private static void Edge(
        ref Writer writer, ReadOnlySpan<SpeechToken> tokens, int at, uint cue, SpeechLayout layout)
    {
        uint left = Word(tokens, at - 1), right = Word(tokens, at), right2 = Word(tokens, at + 1);
        writer.Add(left);
        writer.Add(right);
        writer.Add(left, right);
        writer.Add(right2);
        writer.Add(right, right2);
        writer.Add(Word(tokens, at - 2), left);
        writer.Add(left, right, right2);
        writer.Add(Fine(tokens, at - 1));
        writer.Add(Fine(tokens, at));
        writer.Add(Fine(tokens, at + 1));
        writer.Add(Coarse(tokens, at - 1), Coarse(tokens, at));
        writer.Add(Coarse(tokens, at), Coarse(tokens, at + 1));
        writer.Add(Coarse(tokens, at - 1), right, Coarse(tokens, at + 1));
        writer.Add(Coarse(tokens, at - 2), Coarse(tokens, at - 1), right);
        writer.Add(left, Coarse(tokens, at), Coarse(tokens, at + 1));
        writer.Add(right, Coarse(tokens, at + 1), Coarse(tokens, at + 2));
        writer.Add(Name(tokens, at - 1), Name(tokens, at), at < tokens.Length && tokens[at].StartsName ? 1u : 0);
        writer.Add(Name(tokens, at), (uint)layout, left);
        writer.Add(cue, left);
        writer.Add(cue, right);
        writer.Add(cue, Coarse(tokens, at));
        writer.Add(cue, left, right);
        writer.Add((uint)layout, left, right);
        writer.Add((uint)layout, Coarse(tokens, at - 1), Coarse(tokens, at));
    }

    private static void Stretch(
        ref Writer writer, SpeechUnitView unit, SpeechLayout layout, int cue, int anchor, int at)
    {
        var tokens = unit.Tokens;
        var word = tokens[cue].Word;
        int from = Math.Min(anchor, at), to = Math.Max(anchor, at);
        uint commas = 0, cuts = Cuts(tokens, at), that = 0, opens = 0, marks = 0;
        for (var i = Math.Max(from, 0); i < to && i < tokens.Length; i++)
        {
            commas += tokens[i].Kind == TokenKind.Punctuation && unit.Word(i)[0] == ',' ? 1u : 0;
            that += tokens[i].Word == That ? 1u : 0;
            opens += tokens[i].Opens ? 1u : 0;
            marks += tokens[i].Kind == TokenKind.Punctuation && unit.Word(i)[0] is ';' or ':' or '—' or '–' or '('
                ? 1u : 0;
        }

        var side = at > cue ? 1u : 0;
        uint length = Bucket(to - from), distance = Bucket(Math.Abs(at - cue)), shape = (uint)layout | (side << 3);
        var rest = at > cue ? Rest(tokens, at) : Bucket(at);
        uint beyond = at > cue ? unit.CueFrom(Math.Min(at, tokens.Length)) : unit.CueBefore(at);
        var quote = QuoteRelation(tokens, anchor, at);
        var edge = at < tokens.Length ? tokens[at].Word : 0;
        writer.Add(length, shape);
        writer.Add(distance, shape);
        writer.Add(rest, shape);
        writer.Add(rest, shape, edge);
        writer.Add(quote, shape, cuts);
        writer.Add(quote, rest, shape);
        writer.Add(word, distance, shape);
        writer.Add(word, rest, shape);
        writer.Add(word, quote, cuts);
        writer.Add(Math.Min(commas, 5), shape, edge);
        writer.Add(Math.Min(commas, 5), Math.Min(marks, 3), rest);
        writer.Add(Math.Min(that, 3), Word(tokens, at), Word(tokens, at - 1));
        writer.Add(Math.Min(that, 2), Math.Min(opens, 2), shape);
        writer.Add(Math.Min(opens, 3), quote, cuts);
        writer.Add(beyond, edge, shape);
        writer.Add(beyond, rest, shape);
        writer.Add(beyond, Word(tokens, at), Coarse(tokens, at + 1));
        writer.Add(length, edge, Coarse(tokens, at + 1));
        writer.Add(distance, edge, Word(tokens, at - 1));
        writer.Add(Word(tokens, at - 1), To == Word(tokens, at) ? 1u : 0, quote);
        writer.Add(Word(tokens, anchor), Word(tokens, at), shape);
        writer.Add(Coarse(tokens, anchor), Coarse(tokens, at), shape);
    }

    // How the stretch from anchor to position lies to quotations: whole, opened, closed, inside one, or without any.
    private static uint QuoteRelation(ReadOnlySpan<SpeechToken> tokens, int anchor, int at)
    {
        int from = Math.Min(anchor, at), to = Math.Max(anchor, at) - 1;
        if (from < 0 || to < from || to >= tokens.Length)
            return 9;
        var opens = tokens[from].Opens ? 1u : 0;
        var closes = tokens[to].Closes ? 2u : 0;
        return opens | closes | (tokens[from].Quotation > 0 && tokens[from].Quotation == tokens[to].Quotation ? 4u : 0);
    }

    // True for a position inside a quotation.
    private static uint Cuts(ReadOnlySpan<SpeechToken> tokens, int at) =>
        at > 0 && at < tokens.Length && tokens[at].Quotation > 0 && tokens[at].Quotation == tokens[at - 1].Quotation
            ? 1u : 0;

    // 0 at the very end, 1 where only a full stop follows, else by distance.
    private static uint Rest(ReadOnlySpan<SpeechToken> tokens, int at)
    {
        var rest = tokens.Length - at;
        return rest == 1 && tokens[at].Kind == TokenKind.Punctuation ? 20u : Bucket(rest);
    }

    private static uint Bucket(int count) => count switch
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

    private static uint Word(ReadOnlySpan<SpeechToken> tokens, int at) =>
        (uint)at < (uint)tokens.Length ? tokens[at].Word : at < 0 ? 1u : 2u;

    private static uint Fine(ReadOnlySpan<SpeechToken> tokens, int at) =>
        (uint)at < (uint)tokens.Length ? tokens[at].Fine != 0 ? tokens[at].Fine : 5000u + (uint)tokens[at].Kind : 5010u;

    private static uint Coarse(ReadOnlySpan<SpeechToken> tokens, int at)
    {
        if ((uint)at >= (uint)tokens.Length)
            return 5010;
        ref readonly var token = ref tokens[at];
        return token.Coarse != 0 ? token.Coarse
            : token.Kind == TokenKind.Punctuation ? token.Word : 5000u + (uint)token.Kind + (token.Capital ? 8u : 0);
    }

    private static uint Name(ReadOnlySpan<SpeechToken> tokens, int at) =>
        (uint)at < (uint)tokens.Length
            ? tokens[at].Name + (Pronouns.Contains(tokens[at].Word) ? 8u : 0) + (tokens[at].Capital ? 16u : 0)
            : 99u;

    private ref struct Writer(Span<uint> rows, uint template)
    {
        private readonly Span<uint> _rows = rows;
        private uint _template = template;

        public int Count { get; private set; }

        public void Add(uint a, uint b = 0, uint c = 0)
        {
            var hash = ((ulong)_template++ + 1) * 0x9E3779B97F4A7C15;
            hash = (hash ^ a) * 0xD6E8FEB86659FD93;
            hash = (hash ^ (hash >> 32) ^ b) * 0xD6E8FEB86659FD93;
            hash = (hash ^ (hash >> 32) ^ c) * 0xD6E8FEB86659FD93;
            _rows[Count++] = (uint)(hash >> 32);
        }
    }
}
