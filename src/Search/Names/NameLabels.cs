namespace Dateline.Search.Names;

/// <summary>
/// Labels of the sequence model: each tag as the beginning, inside, last or only token of a name (BILOU), and one label
/// for tokens outside names. Sixteen labels have weights; the outside label's score is always 0, so a row of weights is
/// one vector.
/// </summary>
internal static class NameLabels
{
    /// <summary>Labels that have weights: <c>4 * tag + role</c>.</summary>
    public const int Weighted = 16;

    /// <summary>The label of tokens outside names.</summary>
    public const int Outside = 16;

    /// <summary>All labels.</summary>
    public const int Count = 17;

    /// <summary>First of several tokens.</summary>
    public const int Begin = 0;

    /// <summary>Between first and last.</summary>
    public const int Inside = 1;

    /// <summary>Last of several tokens.</summary>
    public const int Last = 2;

    /// <summary>The only token.</summary>
    public const int Unit = 3;

    /// <summary>The label of a tag in a role.</summary>
    public static int Of(NameTag tag, int role) => ((int)tag * 4) + role;

    /// <summary>True when a sentence may begin with the label.</summary>
    public static bool MayStart(int label) => label == Outside || (label & 3) is Begin or Unit;

    /// <summary>True when a sentence may end with the label.</summary>
    public static bool MayEnd(int label) => label == Outside || (label & 3) is Last or Unit;

    /// <summary>True when <paramref name="next"/> may follow <paramref name="label"/>.</summary>
    public static bool MayFollow(int label, int next) =>
        MayEnd(label) ? MayStart(next) : next != Outside && !MayStart(next) && label >> 2 == next >> 2;
}
