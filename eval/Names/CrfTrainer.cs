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
    private readonly float[] _transitions = Transitions(), _transitionSquares = Transitions();
    private readonly float[] _factors = Transitions(), _expected = Transitions();
    private readonly Random _random = new(20260101);
    private float[] _emissions = [], _alpha = [], _beta = [];
    private int[] _rows = [];

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
        }
    }

    /// <summary>The model in eight-bit weights.</summary>
    public NameModel Quantise(NameLexicon lexicon)
    {
        var weights = new sbyte[rows * Lanes];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = (sbyte)Math.Clamp(MathF.Round(_weights[i] * options.Scale), -127, 127);
        var transitions = new short[_transitions.Length];
        for (var from = 0; from <= Count; from++)
        {
            for (var to = 0; to < Count; to++)
            {
                transitions[(from * Count) + to] = Allowed(from, to)
                    ? (short)MathF.Round(_transitions[(from * Count) + to] * options.Scale) : NameModel.Never;
            }
        }

        return new NameModel(weights, transitions, lexicon);
    }

    private static float[] Transitions() => new float[(Count + 1) * Count];

    private static bool Allowed(int from, int to) =>
        from == Count ? NameLabels.MayStart(to) : NameLabels.MayFollow(from, to);

    private double Step(TrainingSentence sentence)
    {
        var length = sentence.Labels.Length;
        if (_alpha.Length < length * Count)
        {
            (_emissions, _alpha) = (new float[length * Count], new float[length * Count]);
            _beta = new float[length * Count];
        }

        for (var from = 0; from <= Count; from++)
        {
            for (var to = 0; to < Count; to++)
                _factors[(from * Count) + to] = Allowed(from, to) ? MathF.Exp(_transitions[(from * Count) + to]) : 0;
        }

        LeaveOut(sentence.Rows);
        Score(length);
        Forward(length);
        Backward(length);
        var loss = Update(sentence, length);
        UpdateTransitions(sentence);
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

    private void Forward(int length)
    {
        for (var at = 0; at < length; at++)
        {
            var total = 0f;
            for (var to = 0; to < Count; to++)
            {
                var sum = at == 0 ? _factors[(Count * Count) + to] : 0;
                for (var from = 0; at > 0 && from < Count; from++)
                    sum += _alpha[((at - 1) * Count) + from] * _factors[(from * Count) + to];
                total += _alpha[(at * Count) + to] = sum * _emissions[(at * Count) + to];
            }

            Normalise(_alpha.AsSpan(at * Count, Count), total);
        }
    }

    private void Backward(int length)
    {
        for (var at = length - 1; at >= 0; at--)
        {
            var total = 0f;
            for (var from = 0; from < Count; from++)
            {
                var sum = at == length - 1 && NameLabels.MayEnd(from) ? 1f : 0;
                var next = (at + 1) * Count;
                for (var to = 0; at + 1 < length && to < Count; to++)
                    sum += _factors[(from * Count) + to] * _emissions[next + to] * _beta[next + to];
                total += _beta[(at * Count) + from] = sum;
            }

            Normalise(_beta.AsSpan(at * Count, Count), total);
        }
    }

    private static void Normalise(Span<float> values, float total)
    {
        foreach (ref var value in values)
            value /= total;
    }

    private double Update(TrainingSentence sentence, int length)
    {
        Array.Clear(_expected);
        Span<float> gradient = stackalloc float[Count];
        var loss = 0.0;
        for (var at = 0; at < length; at++)
        {
            var total = 0f;
            for (var label = 0; label < Count; label++)
                total += gradient[label] = _alpha[(at * Count) + label] * _beta[(at * Count) + label];
            Normalise(gradient, total);
            ExpectTransitions(at);
            var gold = sentence.Labels[at];
            loss -= Math.Log(Math.Max(1e-12f, gradient[gold]));
            gradient[gold] -= 1;
            if (gradient[gold] < -Negligible)
                UpdateRows(_rows.AsSpan(at * NameFeatures.Count, NameFeatures.Count), gradient[..Lanes]);
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

    private void ExpectTransitions(int at)
    {
        if (at == 0)
        {
            for (var to = 0; to < Count; to++)
                _expected[(Count * Count) + to] += _alpha[to] * _beta[to];
            Normalise(_expected.AsSpan(Count * Count), Sum(_expected.AsSpan(Count * Count)));
            return;
        }

        Span<float> pairs = stackalloc float[Count * Count];
        for (var from = 0; from < Count; from++)
        {
            var before = _alpha[((at - 1) * Count) + from];
            for (var to = 0; to < Count; to++)
            {
                pairs[(from * Count) + to] = before * _factors[(from * Count) + to]
                    * _emissions[(at * Count) + to] * _beta[(at * Count) + to];
            }
        }

        var total = Sum(pairs);
        for (var i = 0; i < pairs.Length; i++)
            _expected[i] += pairs[i] / total;
    }

    private static float Sum(ReadOnlySpan<float> values)
    {
        var total = 0f;
        foreach (var value in values)
            total += value;
        return total;
    }

    private void UpdateTransitions(TrainingSentence sentence)
    {
        var before = Count;
        foreach (var label in sentence.Labels)
        {
            _expected[(before * Count) + label]--;
            before = label;
        }

        for (var i = 0; i < _transitions.Length; i++)
        {
            _transitionSquares[i] += _expected[i] * _expected[i];
            _transitions[i] -= options.Rate * _expected[i] / MathF.Sqrt(_transitionSquares[i] + 1e-3f);
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
    int Epochs = 10, float Rate = 0.03f, float Decay = 1e-4f, float Dropout = 0.2f, float Unknown = 0.3f,
    float Scale = 40);
