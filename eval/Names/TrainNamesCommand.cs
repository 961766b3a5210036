using System.CommandLine;
using Dateline.Search.Names;

namespace Dateline.Eval.Names;

/// <summary>
/// <c>train-names NER_FOLDER --output FILE</c>: trains the name model on tagged texts, with word classes from
/// an untagged news stream and the lists that ship.
/// </summary>
internal static class TrainNamesCommand
{
    private const int Rows = 1 << 19;
    private const int StockPhrase = 5;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("ner-folder") { Description = "Folder with conll2003/eng.train." };
        var output = new Option<FileInfo>("--output")
        {
            Description = "The model file.",
            DefaultValueFactory = _ => new FileInfo("src/Search/Names/Data/names.model"),
        };
        var news = new Option<FileInfo?>("--news")
        {
            Description = "Untagged news, gzipped JSON lines; by default reuters_news beside the folder.",
        };
        var words = new Option<FileInfo?>("--words")
        {
            Description = "Word classes of an earlier run; learned and written there when the file is missing.",
        };
        var sets = new Option<string>("--sets")
        {
            Description = $"What to train on, with commas: {string.Join(", ", TrainingSets.Names)}.",
            DefaultValueFactory = _ => string.Join(',', TrainingSets.Names),
        };
        var options = Numbers();
        var command = new Command("train-names", "Trains the name tagger's model.")
        {
            folder, output, news, words, sets,
        };
        foreach (var option in options)
            command.Add(option);
        command.SetAction(parsed =>
        {
            var ner = parsed.GetRequiredValue(folder).FullName;
            var stream = parsed.GetValue(news)?.FullName
                ?? Path.Combine(ner, "..", "reuters_news", "reuters_2012.jsonl.gz");
            var classes = parsed.GetValue(words)?.FullName
                ?? Path.Combine(Path.GetTempPath(), "dateline-word-classes.tsv");
            if (parsed.GetValue(words) is null || !File.Exists(classes))
                NewsWords.Learn(NewsWords.Articles(stream), classes);
            var values = options.ConvertAll(parsed.GetValue);
            var how = new CrfOptions((int)values[0], values[1], values[2], values[3], values[4]);
            var documents = TrainingSets.Read(ner, parsed.GetRequiredValue(sets).Split(','));
            WarnOfTestSentences(documents, Path.Combine(ner, NamesMeasure.Wikigold));
            Run(documents, classes, parsed.GetRequiredValue(output).FullName, how);
        });
        return command;
    }

    private static List<Option<float>> Numbers()
    {
        var usual = new CrfOptions();
        return
        [
            Number("--epochs", "Passes over the sentences.", usual.Epochs),
            Number("--rate", "Step of AdaGrad.", usual.Rate),
            Number("--decay", "Pull of the weights toward zero.", usual.Decay),
            Number("--dropout", "Share of features left out of a step.", usual.Dropout),
            Number("--unknown", "Share of tokens treated as words never seen.", usual.Unknown),
        ];
    }

    private static Option<float> Number(string name, string description, float usual) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };

    private static void Run(List<GoldDocument> documents, string classes, string output, CrfOptions options)
    {
        var lexicon = new NameLexicon(NewsWords.Table(classes), NameListBuilder.FromShippedData().Build());
        var sentences = Sentences(documents, lexicon);
        Console.WriteLine($"{sentences.Count} sentences");
        var trainer = new CrfTrainer(Rows, options);
        trainer.Train(sentences);
        using (var file = File.Create(output))
            NameModelFile.Write(trainer.Quantise(lexicon), file);
        Console.WriteLine($"{output}: {new FileInfo(output).Length} bytes");
    }

    private static void WarnOfTestSentences(List<GoldDocument> documents, string wikigold)
    {
        if (!File.Exists(wikigold))
            return;
        var shared = TrainingSets.CountShared(documents, ConllCorpus.Read(wikigold), StockPhrase);
        Console.WriteLine(
            $"{shared} sentences of wikigold of {StockPhrase} words or more are among the training sentences");
    }

    // Every sentence as it is, and about half of them once more in a case that hides the names.
    private static List<TrainingSentence> Sentences(List<GoldDocument> documents, NameLexicon lexicon)
    {
        var random = new Random(20260102);
        var sentences = new List<TrainingSentence>();
        foreach (var document in documents)
        {
            sentences.AddRange(TrainingSentence.Of(document, document.Text, null, lexicon, Rows));
            var changes = document.Sentences.Select(_ => random.Next(8) switch
            {
                0 or 1 => CaseChange.Upper,
                2 => CaseChange.Lower,
                3 => CaseChange.Headline,
                _ => CaseChange.None,
            }).ToList();
            var text = CaseChanges.Apply(document.Text, document.Sentences, changes);
            sentences.AddRange(TrainingSentence.Of(document, text, changes, lexicon, Rows));
        }

        return sentences;
    }
}
