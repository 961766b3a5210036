namespace Dateline.Index.Codecs.Postings;

/// <summary>Where a postings cursor can continue: the state right after a full block of documents.</summary>
internal struct SkipPoint
{
    /// <summary>Last document of the block.</summary>
    public int Doc;

    /// <summary>Position in <c>.doc</c> after the block.</summary>
    public long DocPointer;

    /// <summary>Position in <c>.pos</c> after the last block of positions written so far.</summary>
    public long PositionPointer;

    /// <summary>Positions of the documents so far that come after <see cref="PositionPointer"/>, 0 to 127.</summary>
    public int PositionsBeyond;

    /// <summary>Position in <c>.pay</c> that goes with <see cref="PositionPointer"/>.</summary>
    public long PayPointer;
}
