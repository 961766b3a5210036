using System.Numerics;
using Dateline.Search.Names;

namespace Dateline.Eval.Names;

/// <summary>
/// Trains a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features by
/// stochastic gradient steps of AdaGrad (Duchi, Hazan and Singer 2011). Deterministic.
/// </summary>
internal sealed class CrfTrainer(int rows, CrfOptions options)
{
    private const int Count = NameLabels.Count;
    private const int Lanes = NameLabels.Weighted;
    private const float Negligible = 1e-3f;

    // The row past the last stands for features left out of a step: its weights stay 0.
    private readonly float[] _weights = new float[(rows + 1) * Lanes], _squares = new float[(rows + 1) * Lanes];
    private readonly float[] _sums = new float[(rows + 1) * Lanes];
    private readonly float[] _transitions = Transitions(), _transitionSquares = Transitions();
    private readonly float[] _factors = Transitions(), _slopes = Transitions(), _transitionSums = Transitions();
    private readonly LabelChain _all = new(), _gold = new();
    private readonly Random _random = new(20260101);
    private float[] _emissions = [];
    private int[] _rows = [];
    private int _summed;

    /// <summary>Runs all epochs over the sentences, in a shuffled order each time.</summary>
    public void Train(List<TrainingSentence> sentences)
    {
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            _random.Shuffle(order);
            var loss = 0.0;
            foreach (var index in order)
                loss += Step(sentences[index]);
            Console.WriteLine($"epoch {epoch}: loss {loss:F0}");
            if (epoch * 2 > options.Epochs)
                Sum();
        }
    }

    /// <summary>The model in eight-bit weights, the mean of those after each of the later epochs.</summary>
    public NameModel Quantise(NameLexicon lexicon)
    {
        var scale = options.Scale / _summed;
        var weights = new sbyte[rows * Lanes];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (sbyte)Math.Clamp(MathF.Round(_sums[i] * scale), -127, 127);
        var transitions = new short[_transitions.Length];
        for (var from = 0; from <= Count; from++)
        {
            for (var to = 0; to < Count; to++)
            {
                transitions[(from * Count) + to] = Allowed(from, to)
                    ? (short)MathF.Round(_transitionSums[(from * Count) + to] * scale) : NameModel.Never;
            }
        }

        return new NameModel(weights, transitions, lexicon);
    }

    private static float[] Transitions() => new float[(Count + 1) * Count];

    private static bool Allowed(int from, int to) =>
        from == Count ? NameLabels.MayStart(to) : NameLabels.MayFollow(from, to);

    private void Sum()
    {
        for (var i = 0; i < _sums.Length; i++)
            _sums[i] += _weights[i];
        for (var i = 0; i < _transitions.Length; i++)
            _transitionSums[i] += _transitions[i];
        _summed++;
    }

    private double Step(TrainingSentence sentence)
    {
        var length = sentence.Labels.Length;
        if (_emissions.Length < length * Count)
            _emissions = new float[length * Count];
        for (var from = 0; from <= Count; from++)
        {
            for (var to = 0; to < Count; to++)
                _factors[(from * Count) + to] = Allowed(from, to) ? MathF.Exp(_transitions[(from * Count) + to]) : 0;
        }

        LeaveOut(sentence.Rows);
        Score(length);
        _all.Read(_emissions.AsSpan(0, length * Count), _factors, []);
        var isOpen = sentence.Labels.Contains(TrainingSentence.AnyLabel);
        if (isOpen)
            _gold.Read(_emissions.AsSpan(0, length * Count), _factors, sentence.Labels);
        var loss = Update(sentence, isOpen);
        UpdateTransitions(sentence, isOpen);
        return loss;
    }

    // Some tokens lose all features that say which word they are, so that context and form learn to do without; and
    // every feature is left out now and then.
    private void LeaveOut(int[] all)
    {
        if (_rows.Length < all.Length)
            _rows = new int[all.Length];
        all.CopyTo(_rows, 0);
        for (var start = 0; start < all.Length; start += NameFeatures.Count)
        {
            if (_random.NextSingle() < options.Unknown)
            {
                foreach (var feature in NameFeatures.Identity)
                    _rows[start + feature] = rows;
            }

            for (var feature = 0; feature < NameFeatures.Count; feature++)
            {
                if (_random.NextSingle() < options.Dropout)
                    _rows[start + feature] = rows;
            }
        }
    }

    // Emissions as factors, relative to the greatest, so that no exponential overflows.
    private void Score(int length)
    {
        Span<float> sum = stackalloc float[Lanes];
        for (var at = 0; at < length; at++)
        {
            sum.Clear();
            foreach (var row in _rows.AsSpan(at * NameFeatures.Count, NameFeatures.Count))
            {
                var weights = _weights.AsSpan(row * Lanes, Lanes);
                for (var lane = 0; lane < Lanes; lane += Vector<float>.Count)
                    (new Vector<float>(sum[lane..]) + new Vector<float>(weights[lane..])).CopyTo(sum[lane..]);
            }

            var top = 0f;
            foreach (var value in sum)
                top = Math.Max(top, value);
            var factors = _emissions.AsSpan(at * Count, Count);
            for (var label = 0; label < Lanes; label++)
                factors[label] = MathF.Exp(sum[label] - top);
            factors[NameLabels.Outside] = MathF.Exp(-top);
        }
    }

    private double Update(TrainingSentence sentence, bool isOpen)
    {
        Span<float> slopes = stackalloc float[Count];
        var loss = 0.0;
        for (var at = 0; at < sentence.Labels.Length; at++)
        {
            slopes.Clear();
            _all.AddLabels(at, 1, slopes);
            if (sentence.Labels[at] != TrainingSentence.AnyLabel)
                slopes[sentence.Labels[at]]--;
            else if (isOpen)
                _gold.AddLabels(at, -1, slopes);
            var wrong = 0f;
            foreach (var slope in slopes)
                wrong += Math.Max(0, -slope);
            loss -= Math.Log(Math.Max(1e-12, 1 - wrong));
            if (wrong > Negligible)
                UpdateRows(_rows.AsSpan(at * NameFeatures.Count, NameFeatures.Count), slopes[..Lanes]);
        }

        return loss;
    }

    private void UpdateRows(ReadOnlySpan<int> features, ReadOnlySpan<float> gradient)
    {
        var rate = new Vector<float>(options.Rate);
        var decay = new Vector<float>(options.Decay);
        var floor = new Vector<float>(1e-3f);
        foreach (var row in features)
        {
            if (row == rows)
                continue;
            for (var lane = 0; lane < Lanes; lane += Vector<float>.Count)
            {
                var weights = new Vector<float>(_weights, (row * Lanes) + lane);
                var slope = new Vector<float>(gradient[lane..]) + (decay * weights);
                var squares = new Vector<float>(_squares, (row * Lanes) + lane) + (slope * slope);
                squares.CopyTo(_squares, (row * Lanes) + lane);
                (weights - (rate * slope / Vector.SquareRoot(squares + floor))).CopyTo(_weights, (row * Lanes) + lane);
            }
        }
    }

    private void UpdateTransitions(TrainingSentence sentence, bool isOpen)
    {
        Array.Clear(_slopes);
        _all.AddTransitions(1, _slopes);
        if (isOpen)
            _gold.AddTransitions(-1, _slopes);
        else
        {
            var before = Count;
            foreach (var label in sentence.Labels)
            {
                _slopes[(before * Count) + label]--;
                before = label;
            }
        }

        for (var i = 0; i < _transitions.Length; i++)
        {
            _transitionSquares[i] += _slopes[i] * _slopes[i];
            _transitions[i] -= options.Rate * _slopes[i] / MathF.Sqrt(_transitionSquares[i] + 1e-3f);
        }
    }
}

/// <summary>How to train.</summary>
/// <param name="Epochs">Passes over the sentences.</param>
/// <param name="Rate">AdaGrad's step.</param>
/// <param name="Decay">Pull of the weights toward zero.</param>
/// <param name="Dropout">Share of features left out of each step.</param>
/// <param name="Unknown">Share of tokens that are treated as words never seen.</param>
/// <param name="Scale">Units of a quantised weight to 1.0.</param>
internal sealed record CrfOptions(
    int Epochs = 10, float Rate = 0.03f, float Decay = 5e-4f, float Dropout = 0.2f, float Unknown = 0.3f,
    float Scale = 40);
