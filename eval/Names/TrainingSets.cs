namespace Dateline.Eval.Names;

/// <summary>The tagged texts the name model may learn from; none that the <c>names</c> measure tests on.</summary>
internal static class TrainingSets
{
    private static readonly string[] Domains = ["politics", "science", "music", "literature", "ai"];
    private static readonly string[] Files = ["train.txt", "dev.txt"];

    /// <summary>Names of the sets.</summary>
    public static IReadOnlyList<string> Names { get; } = ["conll", "crossner"];

    /// <summary>The documents of some sets.</summary>
    /// <param name="folder">Folder of all sets.</param>
    /// <param name="names">Which of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There is no set of a name.</exception>
    public static List<GoldDocument> Read(string folder, IReadOnlyList<string> names)
    {
        var documents = new List<GoldDocument>();
        foreach (var name in names)
        {
            documents.AddRange(name switch
            {
                "conll" => ConllCorpus.Read(Path.Combine(folder, "conll2003", "eng.train")),
                "crossner" => CrossNer(Path.Combine(folder, "crossner")),
                _ => throw new ArgumentException($"No training set '{name}'; there are {string.Join(", ", Names)}."),
            });
        }

        return documents;
    }

    /// <summary>How many sentences of the other documents are among the training sentences, case aside.</summary>
    /// <param name="documents">The training documents.</param>
    /// <param name="others">Documents to be tested on.</param>
    /// <param name="leastWords">Shorter sentences are not counted: stock phrases.</param>
    public static int CountShared(
        IEnumerable<GoldDocument> documents, IEnumerable<GoldDocument> others, int leastWords)
    {
        var known = documents.SelectMany(document => Sentences(document, leastWords))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return others.SelectMany(document => Sentences(document, leastWords)).Count(known.Contains);
    }

    private static IEnumerable<string> Sentences(GoldDocument document, int leastWords) =>
        from sentence in document.Sentences
        let words = document.Words.Where(word => word.Start >= sentence.Start && word.End <= sentence.End).ToList()
        where words.Count >= leastWords
        select string.Join(' ', words.Select(word => word.Of(document.Text).ToString()));

    // The folder's own conll2003 is left out: it holds the sentences of the other set.
    private static IEnumerable<GoldDocument> CrossNer(string folder) =>
        Domains.SelectMany(domain => Files.SelectMany(file =>
            ConllCorpus.Read(Path.Combine(folder, domain, file), TagScheme.CrossNer, true)));
}
