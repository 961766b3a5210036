namespace Dateline.Summarize.Speech;

/// <summary>One reading of a word that may announce speech: where the content stands and who speaks. Positions are
/// token numbers of the unit.</summary>
/// <param name="Cue">The word.</param>
/// <param name="Layout">Where the content stands.</param>
/// <param name="Content">The stretches, in order; one or two.</param>
/// <param name="Cueing">Probability that the word announces anything.</param>
/// <param name="Likelihood">Logarithm of the probability of this reading among those of the word.</param>
/// <param name="Speaker">Who; null for nobody.</param>
internal sealed record SpeechDraft(int Cue, SpeechLayout Layout, (int From, int To)[] Content, float Cueing,
    float Likelihood, (int From, int To)? Speaker)
{
    /// <summary>Rank among the readings of its word by likelihood, from 0.</summary>
    public int Rank { get; set; }

    /// <summary>Probability that it is right, all readings of the unit considered.</summary>
    public float Confidence { get; set; }

    /// <summary>True where a token is part of the content.</summary>
    public bool Covers(int at)
    {
        foreach (var (from, to) in Content)
        {
            if (from <= at && at < to)
                return true;
        }

        return false;
    }

    /// <summary>True where both cannot be: they share content, or the word of one stands in the content of the
    /// other.</summary>
    public bool Clashes(SpeechDraft other)
    {
        if (Cue == other.Cue || Covers(other.Cue) || other.Covers(Cue))
            return true;
        foreach (var (from, to) in Content)
        {
            foreach (var (start, end) in other.Content)
            {
                if (start < to && from < end)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Share of the tokens in either content that are in both.</summary>
    public float Overlap(SpeechDraft other)
    {
        int own = 0, its = 0, both = 0;
        foreach (var (from, to) in Content)
        {
            own += to - from;
            foreach (var (start, end) in other.Content)
                both += Math.Max(0, Math.Min(to, end) - Math.Max(from, start));
        }

        foreach (var (start, end) in other.Content)
            its += end - start;
        return (float)both / (own + its - both);
    }
}
