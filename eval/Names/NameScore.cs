using Dateline.Search.Names;

namespace Dateline.Eval.Names;

/// <summary>
/// Counts names found against gold, a name being right when its first word, last word and tag are (conlleval's
/// definition). Spans of the program's tokenizer are widened to the words of the corpus.
/// </summary>
internal sealed class NameScore
{
    /// <summary>Gold names.</summary>
    public int Gold { get; private set; }

    /// <summary>Names found.</summary>
    public int Found { get; private set; }

    /// <summary>Names right.</summary>
    public int Right { get; private set; }

    /// <summary>Mistakes, for reading.</summary>
    public List<string> Mistakes { get; } = [];

    /// <summary>Share of names found that are right.</summary>
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    /// <summary>Share of gold names that were found.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Gold + Found == 0 ? 0 : 2.0 * Right / (Gold + Found);

    /// <summary>Adds a document.</summary>
    public void Add(GoldDocument document, IReadOnlyList<TaggedName> names)
    {
        var gold = document.Names.Select(name => Words(document, name)).ToHashSet();
        var found = names.Select(name => Words(document, name)).ToHashSet();
        Gold += gold.Count;
        Found += found.Count;
        Right += found.Count(gold.Contains);
        foreach (var name in gold.Except(found))
            Note("MISSED", document, name);
        foreach (var name in found.Except(gold))
            Note("FOUND", document, name);
    }

    private void Note(string what, GoldDocument document, (int First, int Last, NameTag Tag) name) =>
        Mistakes.Add($"{what}\t{name.Tag}\t{Show(document, name.First, name.Last)}\t{document.Name}");

    private static (int First, int Last, NameTag Tag) Words(GoldDocument document, TaggedName name)
    {
        var first = 0;
        while (first + 1 < document.Words.Count && document.Words[first].End <= name.Span.Start)
            first++;
        var last = first;
        while (last + 1 < document.Words.Count && document.Words[last + 1].Start < name.Span.End)
            last++;
        return (first, last, name.Tag);
    }

    private static string Show(GoldDocument document, int first, int last)
    {
        int start = document.Words[first].Start, end = document.Words[last].End;
        return (document.Text[Math.Max(0, start - 40)..start] + "[" + document.Text[start..end] + "]"
            + document.Text[end..Math.Min(document.Text.Length, end + 40)]).ReplaceLineEndings(" ");
    }
}
