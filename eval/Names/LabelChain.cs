using Dateline.Search.Names;

namespace Dateline.Eval.Names;

/// <summary>
/// The distribution over a sentence's label sequences (forward-backward). Factors are not negative; each token's are
/// scaled as one likes. Holds its buffers; not thread-safe.
/// </summary>
internal sealed class LabelChain
{
    private const int Count = NameLabels.Count;

    // Sequences are never impossible, however much the weights are against them.
    private const float Least = 1e-30f;

    private readonly float[] _pairs = new float[Count * Count];
    private float[] _alpha = [], _beta = [], _emissions = [], _transitions = [];
    private int _length;

    /// <summary>Reads a sentence.</summary>
    /// <param name="emissions">Factors of the tokens' labels, token by token.</param>
    /// <param name="transitions">Factors <c>[from * Count + to]</c>; a last row for the start.</param>
    /// <param name="labels">Labels to keep to, <see cref="TrainingSentence.AnyLabel"/> leaving a token open.</param>
    public void Read(ReadOnlySpan<float> emissions, float[] transitions, ReadOnlySpan<byte> labels)
    {
        _length = emissions.Length / Count;
        if (_alpha.Length < emissions.Length)
        {
            (_alpha, _beta) = (new float[emissions.Length], new float[emissions.Length]);
            _emissions = new float[emissions.Length];
        }

        for (var i = 0; i < emissions.Length; i++)
            _emissions[i] = Math.Max(emissions[i], Least);
        for (var at = 0; at < labels.Length; at++)
            KeepOnly(at, labels[at]);
        _transitions = transitions;
        Forward();
        Backward();
    }

    /// <summary>Adds <paramref name="weight"/> times the probabilities of one token's labels.</summary>
    public void AddLabels(int at, float weight, Span<float> sums)
    {
        var alpha = _alpha.AsSpan(at * Count, Count);
        var beta = _beta.AsSpan(at * Count, Count);
        var total = 0f;
        for (var label = 0; label < Count; label++)
            total += alpha[label] * beta[label];
        for (var label = 0; label < Count; label++)
            sums[label] += weight * alpha[label] * beta[label] / total;
    }

    /// <summary>Adds <paramref name="weight"/> times the expected transitions, the first included.</summary>
    public void AddTransitions(float weight, Span<float> sums)
    {
        AddLabels(0, weight, sums[(Count * Count)..]);
        for (var at = 1; at < _length; at++)
        {
            var total = Pairs(at);
            for (var i = 0; i < _pairs.Length; i++)
                sums[i] += weight * _pairs[i] / total;
        }
    }

    private float Pairs(int at)
    {
        var total = 0f;
        var alpha = _alpha.AsSpan((at - 1) * Count, Count);
        var emissions = _emissions.AsSpan(at * Count, Count);
        var beta = _beta.AsSpan(at * Count, Count);
        for (var from = 0; from < Count; from++)
        {
            for (var to = 0; to < Count; to++)
            {
                total += _pairs[(from * Count) + to] =
                    alpha[from] * _transitions[(from * Count) + to] * emissions[to] * beta[to];
            }
        }

        return total;
    }

    private void KeepOnly(int at, byte label)
    {
        if (label == TrainingSentence.AnyLabel)
            return;
        var kept = _emissions[(at * Count) + label];
        _emissions.AsSpan(at * Count, Count).Clear();
        _emissions[(at * Count) + label] = kept;
    }

    private void Forward()
    {
        for (var at = 0; at < _length; at++)
        {
            var total = 0f;
            for (var to = 0; to < Count; to++)
            {
                var sum = at == 0 ? _transitions[(Count * Count) + to] : 0;
                for (var from = 0; at > 0 && from < Count; from++)
                    sum += _alpha[((at - 1) * Count) + from] * _transitions[(from * Count) + to];
                total += _alpha[(at * Count) + to] = sum * _emissions[(at * Count) + to];
            }

            Normalise(_alpha.AsSpan(at * Count, Count), total);
        }
    }

    private void Backward()
    {
        for (var at = _length - 1; at >= 0; at--)
        {
            var total = 0f;
            for (var from = 0; from < Count; from++)
            {
                var sum = at == _length - 1 && NameLabels.MayEnd(from) ? 1f : 0;
                var next = (at + 1) * Count;
                for (var to = 0; at + 1 < _length && to < Count; to++)
                    sum += _transitions[(from * Count) + to] * _emissions[next + to] * _beta[next + to];
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
}
