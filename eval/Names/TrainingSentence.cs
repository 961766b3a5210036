using Dateline.Search.Names;
using Dateline.Search.Text;

namespace Dateline.Eval.Names;

/// <summary>A sentence as the trainer sees it.</summary>
/// <param name="Rows">Feature rows, <see cref="NameFeatures.Count"/> for each token.</param>
/// <param name="Labels">Gold labels; <see cref="AnyLabel"/> where the corpus leaves it open.</param>
internal sealed record TrainingSentence(int[] Rows, byte[] Labels)
{
    /// <summary>Stands for every label.</summary>
    public const byte AnyLabel = 255;

    /// <summary>The sentences of a document, read as the tagger reads them.</summary>
    /// <param name="document">The document.</param>
    /// <param name="text">Its text, perhaps in another case.</param>
    /// <param name="changed">Which gold sentences to take; null for all.</param>
    /// <param name="lexicon">The model's lexicon.</param>
    /// <param name="tableRows">Rows of the weight table.</param>
    public static IEnumerable<TrainingSentence> Of(
        GoldDocument document, string text, IReadOnlyList<CaseChange>? changed, NameLexicon lexicon, int tableRows)
    {
        var tokens = new DocumentTokens();
        tokens.Read(text, lexicon);
        int sentence = 0, name = 0, doubt = 0;
        for (var i = 0; i < tokens.Sentences.Count; i++)
        {
            var (from, length) = tokens.Sentences[i].GetOffsetAndLength(tokens.Count);
            while (document.Sentences[sentence].End <= tokens.Tokens[from].Start)
                sentence++;
            if (changed is not null && changed[sentence] == CaseChange.None)
                continue;
            var rows = new int[length * NameFeatures.Count];
            for (var at = 0; at < length; at++)
            {
                NameFeatures.Extract(tokens.Facts.Slice(from, length), at, tokens.Manners[i],
                    rows.AsSpan(at * NameFeatures.Count, NameFeatures.Count), tableRows);
            }

            var labels = LabelsOf(document, tokens, from, length, ref name);
            MarkDoubtful(document.Doubtful, tokens.Tokens.Slice(from, length), labels, ref doubt);
            yield return new TrainingSentence(rows, labels);
        }
    }

    private static byte[] LabelsOf(GoldDocument document, DocumentTokens tokens, int from, int length, ref int name)
    {
        var owners = new int[length];
        for (var at = 0; at < length; at++)
        {
            var token = tokens.Tokens[from + at];
            while (name < document.Names.Count && document.Names[name].Span.End <= token.Start)
                name++;
            owners[at] = name < document.Names.Count && document.Names[name].Span.Start < token.End ? name : -1;
        }

        var labels = new byte[length];
        for (var at = 0; at < length; at++)
        {
            if (owners[at] < 0)
            {
                labels[at] = NameLabels.Outside;
                continue;
            }

            var first = at == 0 || owners[at - 1] != owners[at];
            var last = at + 1 == length || owners[at + 1] != owners[at];
            var role = first ? (last ? NameLabels.Unit : NameLabels.Begin) : last ? NameLabels.Last : NameLabels.Inside;
            labels[at] = (byte)NameLabels.Of(document.Names[owners[at]].Tag, role);
        }

        return labels;
    }

    private static void MarkDoubtful(
        IReadOnlyList<TextSpan> doubtful, ReadOnlySpan<Token> tokens, byte[] labels, ref int doubt)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            while (doubt < doubtful.Count && doubtful[doubt].End <= tokens[at].Start)
                doubt++;
            if (doubt < doubtful.Count && doubtful[doubt].Start < tokens[at].End)
                labels[at] = AnyLabel;
        }
    }
}
