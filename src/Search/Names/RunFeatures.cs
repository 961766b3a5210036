namespace Dateline.Search.Names;

/// <summary>
/// The features that tell what stands around and inside the run of capitalised words that a token is in, whatever its
/// length. Their order is part of the model's format.
/// </summary>
internal static class RunFeatures
{
    /// <summary>Writes them.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The token in it.</param>
    /// <param name="shape">Its shape, with the manner of the sentence.</param>
    public static void Write(ref FeatureRows writer, ReadOnlySpan<TokenFacts> sentence, int at, uint shape)
    {
        ref readonly var here = ref sentence[at];
        var inRun = here.RunEnd > 0;
        int start = inRun ? here.RunStart : at, end = inRun ? here.RunEnd : at + 1;
        ref readonly var before = ref NameFeatures.At(sentence, start - 1);
        ref readonly var after = ref NameFeatures.At(sentence, end);
        ref readonly var last = ref sentence[end - 1];
        ref readonly var first = ref sentence[start];
        uint length = inRun ? (uint)Math.Min(end - start, 6) : 0;
        var place = (length * 64) + ((uint)Math.Min(at - start, 3) * 8) + (uint)Math.Min(end - 1 - at, 3);
        uint ending = end - 1 == at ? 1 : last.Lower, beginning = start == at ? 1 : first.Lower;
        writer.Add(ending);
        writer.Add(beginning);
        writer.Add(place, here.Quotation);
        writer.Add(before.Lower, length);
        writer.Add(after.Lower, length);
        writer.Add(before.Coarse + (256u * after.Coarse), length);
        writer.Add(before.Lower, after.Lower);
        writer.Add(before.Fine, place);
        writer.Add(after.Fine, place);
        writer.Add(NameFeatures.Names(first.Lists) + (NameFeatures.Names(last.Lists) << 16), place);
        writer.Add(last.Fine, place);
        writer.Add(first.Fine, place);
        writer.Add(before.Lower, RunBefore(sentence, start).Lower);
        writer.Add(after.Lower, RunAfter(sentence, end).Lower);
        writer.Add(here.Definition);
        writer.Add(here.DefinitionClass, length);
        writer.Add(NameFeatures.Kind(here.DefinitionKinds), inRun ? 1u : 0);
        writer.Add(NameFeatures.Kind(before.Lists), length);
        writer.Add(NameFeatures.Kind(last.Lists), place);
        writer.Add(NameFeatures.Kind(after.Lists), length);
        writer.Add(NameFeatures.Kind(NameFeatures.At(sentence, start - 2).Lists), before.Lower);
        writer.Add(here.Quotation, shape);
        writer.Add(after.Lower, NameFeatures.At(sentence, end + 1).Lower);
    }

    // The last word of the run that ends one or two tokens before a run.
    private static ref readonly TokenFacts RunBefore(ReadOnlySpan<TokenFacts> sentence, int start)
    {
        if (start >= 2 && sentence[start - 2].RunEnd > 0)
            return ref sentence[start - 2];
        if (start >= 3 && sentence[start - 3].RunEnd > 0)
            return ref sentence[start - 3];
        return ref NameFeatures.Edge;
    }

    // The last word of the run that begins one or two tokens after a run.
    private static ref readonly TokenFacts RunAfter(ReadOnlySpan<TokenFacts> sentence, int end)
    {
        for (var at = end + 1; at <= end + 2 && at < sentence.Length; at++)
        {
            if (sentence[at].RunEnd > 0)
                return ref sentence[sentence[at].RunEnd - 1];
        }

        return ref NameFeatures.Edge;
    }
}
