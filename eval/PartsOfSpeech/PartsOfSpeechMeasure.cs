using System.Diagnostics;
using System.Globalization;
using Dateline.Eval.Measuring;
using Dateline.Eval.Names;
using Dateline.Search.Names;
using Dateline.Search.Words;

namespace Dateline.Eval.PartsOfSpeech;

/// <summary>
/// <c>parts-of-speech FOLDER</c>: share of the words of CoNLL-2003's testa whose tag is right, on which nothing was
/// trained; a word counts by the last token that the program makes of it.
/// </summary>
internal static class PartsOfSpeechMeasure
{
    public static Measure Measure { get; } = new("parts-of-speech", "ner",
        "Parts of speech in CoNLL-2003 testa: share of all tokens, and of those that are no punctuation.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        var sentences = ConllCorpus.Read(Path.Combine(run.Folder, "conll2003", "eng.testa"))
            .Where(document => run.Includes(document.Name))
            .SelectMany(document => TaggedSentence.Of(document, NameTagger.Default)).ToList();
        var tagger = PartOfSpeechTagger.Default;
        int all = 0, right = 0, words = 0, wordsRight = 0;
        var mistakes = new Dictionary<(PartOfSpeech, PartOfSpeech), int>();
        var watch = Stopwatch.StartNew();
        foreach (var sentence in sentences)
        {
            var tags = new PartOfSpeech[sentence.Tokens.Length];
            tagger.Tag(sentence.Text, sentence.Tokens, sentence.Uses, tags);
            for (var at = 0; at < tags.Length; at++)
            {
                if (!sentence.Last[at])
                    continue;
                var gold = sentence.Gold[at];
                var (isRight, isWord) = (tags[at] == gold ? 1 : 0, gold != PartOfSpeech.Mark ? 1 : 0);
                (all, right) = (all + 1, right + isRight);
                (words, wordsRight) = (words + isWord, wordsRight + (isRight * isWord));
                if (isRight == 0)
                    mistakes[(gold, tags[at])] = mistakes.GetValueOrDefault((gold, tags[at])) + 1;
            }
        }

        var tokens = sentences.Sum(sentence => sentence.Tokens.Length);
        run.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{all} tokens of the corpus; {tokens} of the program in {watch.Elapsed.TotalSeconds:F2} s"));
        foreach (var (pair, count) in mistakes.OrderByDescending(pair => pair.Value).Take(run.Worst))
            run.Output.WriteLine($"{count}\t{pair.Item1} tagged {pair.Item2}");
        return [new("all", (double)right / all), new("words", (double)wordsRight / words)];
    }
}
