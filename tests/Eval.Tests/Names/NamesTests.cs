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

    [Fact]
    public void Corpus_WithFineLabels_ReadsAsTheFourTags()
    {
        string[] lines =
        [
            "Blur\tB-band", "play\tO", "Britpop\tB-musicgenre", "and\tO", "rock\tB-musicgenre", "in\tO",
            "Leeds\tB-location", "", "Tony\tB-politician", "Blair\tI-politician", "won\tO",
        ];
        var documents = Read(lines, file => ConllCorpus.Read(file, TagScheme.CrossNer, true));
        Assert.Equal(2, documents.Count);
        Assert.Equal([NameTag.Organisation, NameTag.Place], documents[0].Names.Select(name => name.Tag));
        Assert.Equal("Britpop", Assert.Single(documents[0].Doubtful).Of(documents[0].Text).ToString());
        var name = Assert.Single(documents[1].Names);
        Assert.Equal((NameTag.Person, "Tony Blair"), (name.Tag, name.Span.Of(documents[1].Text).ToString()));
        Assert.Throws<FormatException>(() => Read(lines, ConllCorpus.Read));
    }

    [Fact]
    public void Sets_CountTheSentencesTheyShareWithOthers()
    {
        var others = Read(["EU O", "REJECTS O", "Peter O", "Blackburn O", "Smith O", ". O", "", "It O", "snows O"],
            ConllCorpus.Read);
        Assert.Equal(1, TrainingSets.CountShared(Read(), others, 2));
        Assert.Equal(0, TrainingSets.CountShared(Read(), others, 7));
    }

    [Fact]
    public void Trainer_LearnsNothingFromDoubtfulWords()
    {
        const int Rows = 4096;
        var lexicon = new NameLexicon(HashTable32.From([]), HashTable32.From([]));
        var document = Read(["They\tO", "like\tO", "Britpop\tB-musicgenre", ".\tO"],
            file => ConllCorpus.Read(file, TagScheme.CrossNer, true))[0];
        var sentences = TrainingSentence.Of(document, document.Text, null, lexicon, Rows).ToList();
        Assert.Equal(TrainingSentence.AnyLabel, sentences[0].Labels[2]);
        Assert.Equal(0, sentences[0].Labels.Count(label => label is not (TrainingSentence.AnyLabel or 16)));
        var known = new CrfTrainer(Rows, new CrfOptions(Epochs: 20, Rate: 0.1f, Dropout: 0, Unknown: 0));
        known.Train([sentences[0] with { Labels = [16, 16, 16, 16] }]);
        var open = new CrfTrainer(Rows, new CrfOptions(Epochs: 20, Rate: 0.1f, Dropout: 0, Unknown: 0));
        open.Train(sentences);
        Assert.True(Push(open, sentences[0], 3, lexicon) < 0);
        Assert.True(Push(known, sentences[0], 2, lexicon) < Push(open, sentences[0], 2, lexicon));
    }

    [Fact]
    public void Chain_OfASentence_GivesTheProbabilitiesOfAllSequences()
    {
        var random = new Random(3);
        const int Count = NameLabels.Count;
        var emissions = Factors(random, 3 * Count);
        var transitions = Factors(random, (Count + 1) * Count);
        byte[] kept = [TrainingSentence.AnyLabel, NameLabels.Outside, TrainingSentence.AnyLabel];
        var expected = new double[3, Count];
        var total = 0.0;
        for (var code = 0; code < Count * Count * Count; code++)
        {
            int[] labels = [code / Count / Count, code / Count % Count, code % Count];
            if (labels[1] != NameLabels.Outside || !NameLabels.MayEnd(labels[2]))
                continue;
            double weight = transitions[(Count * Count) + labels[0]] * emissions[labels[0]];
            for (var at = 1; at < 3; at++)
                weight *= transitions[(labels[at - 1] * Count) + labels[at]] * emissions[(at * Count) + labels[at]];
            total += weight;
            for (var at = 0; at < 3; at++)
                expected[at, labels[at]] += weight;
        }

        var chain = new LabelChain();
        chain.Read(emissions, transitions, kept);
        for (var at = 0; at < 3; at++)
        {
            var found = new float[Count];
            chain.AddLabels(at, 1, found);
            for (var label = 0; label < Count; label++)
                Assert.Equal(expected[at, label] / total, found[label], 4);
        }
    }

    private static float[] Factors(Random random, int count)
    {
        var factors = new float[count];
        for (var i = 0; i < count; i++)
            factors[i] = 0.1f + random.NextSingle();
        return factors;
    }

    // How far the weights push a token toward names, over all labels.
    private static int Push(CrfTrainer trainer, TrainingSentence sentence, int at, NameLexicon lexicon)
    {
        var scores = new short[NameLabels.Weighted];
        NameDecoder.Score(trainer.Quantise(lexicon).Weights,
            sentence.Rows.AsSpan(at * NameFeatures.Count, NameFeatures.Count), scores);
        return scores.Sum(score => score);
    }

    [Theory]
    [InlineData("woman", "women")]
    [InlineData("company", "companies")]
    [InlineData("railway", "railways")]
    [InlineData("church", "churches")]
    [InlineData("act", "acts")]
    public void Nouns_OfKinds_HavePlurals(string noun, string plural)
    {
        Assert.Equal(plural, KindNouns.Plural(noun));
        Assert.Contains(KindNouns.All(), pair => pair.Noun == plural);
    }

    private static List<GoldDocument> Read() => Read(Corpus, ConllCorpus.Read);

    private static List<GoldDocument> Read(string[] lines, Func<string, List<GoldDocument>> read)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, lines);
            return read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
