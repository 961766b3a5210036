using System.Diagnostics;
using System.Globalization;
using Dateline.Eval.Measuring;
using Dateline.Search.Names;

namespace Dateline.Eval.Names;

/// <summary>
/// <c>names FOLDER</c>: names in CoNLL-2003 testa and in wikigold, neither of which the model was trained on, as whole
/// names of the right extent and tag; also testa in capitals and in small letters, and the tagger's speed.
/// </summary>
internal static class NamesMeasure
{
    private const string Testa = "conll2003/eng.testa";
    internal const string Wikigold = "juand-r/wikigold/CONLL-format/data/wikigold.conll.txt";
    private const int SpeedPasses = 5;

    public static Measure Measure { get; } = new("names", "ner",
        "Names of persons, organisations, places and others: entity-level F1, and tokens per second.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        var tagger = NameTagger.Default;
        var testa = ConllCorpus.Read(Path.Combine(run.Folder, Testa)).FindAll(document => run.Includes(document.Name));
        var wikigold = ConllCorpus.Read(Path.Combine(run.Folder, Wikigold))
            .FindAll(document => run.Includes(document.Name));
        return
        [
            new("testa F1", Score(tagger, testa, CaseChange.None, run)),
            new("wikigold F1", Score(tagger, wikigold, CaseChange.None, run)),
            new("testa in capitals F1", Score(tagger, testa, CaseChange.Upper, run)),
            new("testa in small letters F1", Score(tagger, testa, CaseChange.Lower, run)),
            new("tokens per second", Speed(tagger, testa)),
            new("milliseconds to load", LoadTime()),
        ];
    }

    private static double Score(NameTagger tagger, List<GoldDocument> documents, CaseChange change, MeasureRun run)
    {
        var all = new NameScore();
        foreach (var document in documents)
        {
            var changes = document.Sentences.Select(_ => change).ToList();
            var text = CaseChanges.Apply(document.Text, document.Sentences, changes);
            all.Add(document, tagger.Tag(text));
        }

        run.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{documents.Count} documents, {change}: precision {all.Precision:F4}, recall {all.Recall:F4}"));
        if (change == CaseChange.None)
        {
            foreach (var mistake in all.Mistakes.Take(run.Worst))
                run.Output.WriteLine(mistake);
        }

        return all.F1;
    }

    private static double LoadTime()
    {
        var watch = Stopwatch.StartNew();
        GC.KeepAlive(NameTagger.Load(Path.Combine(AppContext.BaseDirectory, NameTagger.ModelFile)));
        return watch.Elapsed.TotalMilliseconds;
    }

    // By the processor's time and the best of several passes: the machine's other work is not the tagger's.
    private static double Speed(NameTagger tagger, List<GoldDocument> documents)
    {
        var best = 0.0;
        var names = new List<TaggedName>();
        for (var pass = 0; pass < SpeedPasses; pass++)
        {
            var before = Environment.CpuUsage.TotalTime;
            long tokens = 0;
            foreach (var document in documents)
            {
                names.Clear();
                tokens += tagger.Tag(document.Text, names);
            }

            best = Math.Max(best, tokens / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return best;
    }
}
