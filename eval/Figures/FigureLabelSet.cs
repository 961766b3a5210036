namespace Dateline.Eval.Figures;

/// <summary>Articles labelled by hand and their labels; see <c>Labels/README.md</c>.</summary>
/// <param name="ArticlesFile">The file that names them.</param>
/// <param name="LabelsFile">The file of labels.</param>
/// <param name="Read">Reads the articles with these ids; the first argument is the folder of the news stream.</param>
internal sealed record FigureLabelSet(
    string ArticlesFile, string LabelsFile, Func<string, HashSet<string>, List<LabelText>> Read)
{
    /// <summary>The first fifty, chosen for their words of harm.</summary>
    public static FigureLabelSet Chosen { get; } = new("articles.txt", "figures.tsv",
        static (folder, ids) => LabelledArticles.Draw(folder).FindAll(text => ids.Contains(text.Id)));

    /// <summary>The second fifty, drawn by lot from everything.</summary>
    public static FigureLabelSet Drawn { get; } = new("drawn-articles.txt", "drawn-figures.tsv", DrawnArticles.Read);

    /// <summary>Thirty more, drawn by lot from articles with numbers of people.</summary>
    public static FigureLabelSet Near { get; } = new("near-articles.txt", "near-figures.tsv", DrawnArticles.Read);

    /// <summary>Ids of the labelled articles, those without figures too.</summary>
    public IReadOnlyList<string> Articles() =>
        [.. File.ReadLines(PathOf(ArticlesFile)).Where(static line => line.Length > 0 && line[0] != '#')];

    /// <summary>All labels.</summary>
    /// <exception cref="FormatException">A line is no label.</exception>
    public List<FigureLabel> Labels()
    {
        var labels = new List<FigureLabel>();
        var number = 0;
        foreach (var line in File.ReadLines(PathOf(LabelsFile)))
        {
            number++;
            if (line.Length > 0 && line[0] != '#')
                labels.Add(FigureLabel.Parse(line.Split('\t'))
                    ?? throw new FormatException($"{LabelsFile}:{number}: no label: '{line}'."));
        }

        return labels;
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Figures", "Labels", name);
}
