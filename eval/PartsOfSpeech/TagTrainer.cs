using System.Runtime.InteropServices;
using Dateline.Search.Names;
using Dateline.Search.Words;

namespace Dateline.Eval.PartsOfSpeech;

/// <summary>
/// Trains the parts of speech by an averaged perceptron (Collins 2002) that reads from left to right after its own
/// earlier tags. Deterministic.
/// </summary>
internal sealed class TagTrainer(int rows, TagTrainingOptions options)
{
    private const int Lanes = TagModel.Lanes;

    private readonly float[] _weights = new float[rows * Lanes], _sums = new float[rows * Lanes];
    private readonly int[] _changed = new int[rows * Lanes];
    private readonly Random _random = new(20260401);
    private readonly List<TokenFacts> _facts = [];
    private readonly int[] _rows = new int[TagFeatures.Count];
    private readonly float[] _scores = new float[Lanes];
    private HashTable32 _sure = HashTable32.From([]);
    private int _step, _rival;

    /// <summary>Trains a model.</summary>
    public TagModel Train(IReadOnlyList<TaggedSentence> sentences)
    {
        _sure = SureWords(sentences);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            _random.Shuffle(order);
            int wrong = 0, all = 0;
            foreach (var index in order)
            {
                wrong += Learn(sentences[index]);
                all += sentences[index].Tokens.Length;
            }

            Console.WriteLine($"epoch {epoch}: {wrong} of {all} wrong");
        }

        return new TagModel(Quantise(), _sure);
    }

    // Words seen often, and always or nearly so in one use.
    private HashTable32 SureWords(IReadOnlyList<TaggedSentence> sentences)
    {
        var counts = new SortedDictionary<uint, int[]>();
        foreach (var sentence in sentences)
        {
            for (var at = 0; at < sentence.Tokens.Length; at++)
            {
                if (!sentence.Last[at])
                    continue;
                var word = WordHash.Lower(sentence.Tokens[at].Of(sentence.Text));
                if (!counts.TryGetValue(word, out var tags))
                    counts[word] = tags = new int[Lanes];
                tags[(int)sentence.Gold[at]]++;
            }
        }

        return HashTable32.From([.. counts
            .Where(pair => pair.Value.Sum() >= options.SureCount
                && pair.Value.Max() >= options.SureShare * pair.Value.Sum())
            .Select(pair => KeyValuePair.Create(pair.Key, 1u + (uint)Array.IndexOf(pair.Value, pair.Value.Max())))]);
    }

    private int Learn(TaggedSentence sentence)
    {
        PartOfSpeechTagger.Read(sentence.Text, sentence.Tokens, sentence.Uses, _facts);
        var facts = CollectionsMarshal.AsSpan(_facts);
        var tags = new PartOfSpeech[facts.Length];
        var wrong = 0;
        for (var at = 0; at < facts.Length; at++)
        {
            if (PartOfSpeechTagger.SureTag(facts[at], _sure) is { } sure)
            {
                tags[at] = sure;
                continue;
            }

            TagFeatures.Extract(facts, at, tags, _rows, rows);
            tags[at] = (PartOfSpeech)Choose(out var margin, (int)sentence.Gold[at]);
            if (!sentence.Last[at])
                continue;
            _step++;
            if (tags[at] != sentence.Gold[at])
                wrong++;
            if (margin < options.Margin)
                Update((int)sentence.Gold[at]);
        }

        return wrong;
    }

    // The best tag; the margin is that of the gold tag over its rival, the best other.
    private int Choose(out float margin, int gold)
    {
        Array.Clear(_scores);
        foreach (var row in _rows)
        {
            for (var lane = 0; lane < Lanes; lane++)
                _scores[lane] += _weights[(row * Lanes) + lane];
        }

        int best = 0, other = gold == 0 ? 1 : 0;
        for (var lane = 1; lane < Lanes; lane++)
        {
            best = _scores[lane] > _scores[best] ? lane : best;
            other = lane != gold && _scores[lane] > _scores[other] ? lane : other;
        }

        margin = _scores[gold] - _scores[other];
        _rival = other;
        return best;
    }

    // Now and then a feature stays out of a step, so that no feature leaves the others idle.
    private void Update(int gold)
    {
        foreach (var row in _rows)
        {
            if (_random.NextSingle() < options.Dropout)
                continue;
            Change((row * Lanes) + gold, 1);
            Change((row * Lanes) + _rival, -1);
        }
    }

    private void Change(int weight, float by)
    {
        _sums[weight] += _weights[weight] * (_step - _changed[weight]);
        _changed[weight] = _step;
        _weights[weight] += by;
    }

    private sbyte[] Quantise()
    {
        var weights = new sbyte[_weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            Change(i, 0);
            weights[i] = (sbyte)Math.Clamp(MathF.Round(_sums[i] / _step * options.Scale), -127, 127);
        }

        return weights;
    }
}

/// <summary>How to train.</summary>
/// <param name="Epochs">Passes over the sentences.</param>
/// <param name="Margin">A gold tag that leads by less is still corrected.</param>
/// <param name="Dropout">Share of features left out of a step.</param>
/// <param name="SureCount">How often a word of one use must have been seen.</param>
/// <param name="SureShare">Share of its tokens that must have that use.</param>
/// <param name="Scale">Units of a quantised weight to 1.0.</param>
internal sealed record TagTrainingOptions(
    int Epochs = 8, float Margin = 1, float Dropout = 0.1f, int SureCount = 40, float SureShare = 0.998f,
    float Scale = 4);
