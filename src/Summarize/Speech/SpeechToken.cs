using Dateline.Search.Names;
using Dateline.Search.Text;
using Dateline.Search.Words;

namespace Dateline.Summarize.Speech;

/// <summary>A token with what the decisions about speech look at.</summary>
internal struct SpeechToken
{
    /// <summary>Where, in UTF-16 code units of the text.</summary>
    public int Start, End;

    /// <summary>Hash of the lower-case word; all quotation marks of one direction have one hash.</summary>
    public uint Word;

    /// <summary>Hash of the last three letters.</summary>
    public uint Suffix;

    /// <summary>Coarse and fine class of words used alike; 0 for words the lexicon does not know.</summary>
    public ushort Coarse, Fine;

    /// <summary>What it is made of.</summary>
    public TokenKind Kind;

    /// <summary>Part of speech.</summary>
    public PartOfSpeech Tag;

    /// <summary>How strongly the word announces speech: 0 never, 1 seldom, up to 7.</summary>
    public byte Cue;

    /// <summary>1 + <see cref="NameTag"/> inside a name, else 0.</summary>
    public byte Name;

    /// <summary>True at the first token of a name.</summary>
    public bool StartsName;

    /// <summary>True when the first letter is a capital.</summary>
    public bool Capital;

    /// <summary>True for pronouns that often speak or stand for what speaks.</summary>
    public bool Pronoun;

    /// <summary>Number of the quotation it stands in, marks included, from 1; 0 outside.</summary>
    public int Quotation;

    /// <summary>True for an opening or closing quotation mark.</summary>
    public bool Opens, Closes;
}

/// <summary>A sentence, or several that one quotation holds together, as a range of tokens.</summary>
/// <param name="From">First token.</param>
/// <param name="To">Token after the last.</param>
/// <param name="Paragraph">Number of the paragraph it ends in, from 0.</param>
internal readonly record struct SpeechUnit(int From, int To, int Paragraph);
