using Dateline.Eval.Names;
using Dateline.Search.Names;
using Dateline.Search.Text;

namespace Dateline.Eval.Tests.Names;

public sealed class NamesTests
{
    private static readonly string[] Corpus =
    [
        "-DOCSTART- -X- O O", "", "EU NNP I-NP I-ORG", "rejects VBZ I-VP O", "Peter NNP I-NP I-PER",
        "Blackburn NNP I-NP I-PER",
        "Smith NNP I-NP B-PER", ". . O O", "", "LONDON NNP I-NP I-LOC", "( ( O O", "AP NNP I-NP I-ORG", ") ) O O", "",
        "-DOCSTART- -X- O O", "", "It PRP I-NP O", "rains VBZ I-VP O", "",
    ];

    [Fact]
    public void Corpus_Read_IsRunningTextWithItsNames()
    {
        var documents = Read();
        Assert.Equal(2, documents.Count);
        Assert.Equal("EU rejects Peter Blackburn Smith.\n\nLONDON (AP)\n\n", documents[0].Text);
        Assert.Equal(["EU", "Peter Blackburn", "Smith", "LONDON", "AP"],
            documents[0].Names.Select(name => name.Span.Of(documents[0].Text).ToString()));
    }

    [Fact]
    public void Score_CountsExtentAndTag_WidenedToTheCorpusWords()
    {
        var document = Read()[0];
        var score = new NameScore();
        score.Add(document,
        [
            new(new TextSpan(0, 1), NameTag.Organisation),
            new(new TextSpan(11, 26), NameTag.Place),
            new(new TextSpan(27, 32), NameTag.Person),
        ]);
        Assert.Equal((5, 3, 2), (score.Gold, score.Found, score.Right));
        Assert.Equal(0.5, score.F1, 12);
    }

    [Fact]
    public void Clusters_PutWordsOfTheSameUseTogether()
    {
        var random = new Random(5);
        var text = new List<int>();
        for (var i = 0; i < 4000; i++)
            text.AddRange([0, 2 + random.Next(4), 6 + random.Next(4)]);
        var classes = WordClusters.Learn(text, 10, 3, 20);
        Assert.Single(classes[2..6].Distinct());
        Assert.Single(classes[6..10].Distinct());
        Assert.NotEqual(classes[2], classes[6]);
    }

    [Fact]
    public void Trainer_LearnsWhatItIsShown()
    {
        const int Rows = 4096;
        var lexicon = new NameLexicon(HashTable32.From([]), HashTable32.From([]));
        var documents = Read();
        var sentences = documents
            .SelectMany(document => TrainingSentence.Of(document, document.Text, null, lexicon, Rows)).ToList();
        var trainer = new CrfTrainer(Rows, new CrfOptions(Epochs: 40, Rate: 0.1f, Dropout: 0, Unknown: 0));
        trainer.Train(sentences);
        var tagger = new NameTagger(trainer.Quantise(lexicon));
        foreach (var document in documents)
            Assert.Equal(document.Names, tagger.Tag(document.Text));
    }

    private static List<GoldDocument> Read()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, Corpus);
            return ConllCorpus.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
