using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>One term of a phrase in one segment: gives the phrase starts it would allow, ascending.</summary>
internal sealed class PhrasePart(PostingsCursor postings, int offset)
{
    /// <summary>After the last start in a document.</summary>
    public const int NoMoreStarts = int.MaxValue;

    private int _left;

    public PostingsCursor Postings => postings;

    /// <summary>Position of the term in the phrase.</summary>
    public int Offset => offset;

    /// <summary>Position at which the phrase would start, for the occurrence last read.</summary>
    public int Start { get; private set; }

    /// <summary>Position of that occurrence.</summary>
    public int Position => Start + offset;

    /// <summary>Reads the first occurrence in the current document.</summary>
    public int First()
    {
        _left = postings.Freq;
        return NextStart();
    }

    /// <summary>Reads the next occurrence.</summary>
    public int NextStart() => Start = _left-- > 0 ? postings.NextPosition() - offset : NoMoreStarts;
}
