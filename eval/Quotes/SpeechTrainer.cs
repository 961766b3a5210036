using Dateline.Summarize.Speech;

namespace Dateline.Eval.Quotes;

/// <summary>
/// Trains the log-linear decisions about speech by stochastic gradient steps of AdaGrad (Duchi, Hazan and Singer 2011).
/// Deterministic.
/// </summary>
internal sealed class SpeechTrainer(SpeechTrainingOptions options)
{
    private readonly Random _random = new(20260301);
    private float[] _scores = new float[256];

    public SpeechModel Train(SpeechExamples examples, IReadOnlyDictionary<uint, byte> cues)
    {
        var layouts = Run(examples.Layouts, 1 << options.LayoutBits, SpeechModel.Layouts, options.Epochs);
        var positions = Run(examples.Positions, 1 << options.PositionBits, 1, options.PositionEpochs);
        return new SpeechModel(layouts, positions, cues);
    }

    // Several lanes: one set of features scores as many answers. One lane: each answer has features of its own.
    private sbyte[] Run(List<SpeechExample> examples, int rows, int lanes, int epochs)
    {
        float[] weights = new float[rows * lanes], squares = new float[rows * lanes];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            _random.Shuffle(order);
            double loss = 0, right = 0;
            foreach (var index in order)
            {
                var example = examples[index];
                var answers = lanes > 1 ? lanes : example.Candidates.Length;
                Score(example, answers, lanes, weights);
                loss -= Math.Log(Math.Max(1e-12, _scores[example.Answer]));
                right += _scores.AsSpan(0, answers).IndexOf(Max(_scores.AsSpan(0, answers))) == example.Answer ? 1 : 0;
                Update(example, answers, lanes, weights, squares);
            }

            Console.WriteLine($"{(lanes > 1 ? "layouts" : "positions")} {examples.Count}, "
                + $"epoch {epoch}: loss {loss:F0}, right {right / examples.Count:F4}");
        }

        return [.. weights.Select(weight => (sbyte)Math.Clamp(MathF.Round(weight * SpeechModel.Scale), -127, 127))];
    }

    private static float Max(ReadOnlySpan<float> values)
    {
        var top = float.MinValue;
        foreach (var value in values)
            top = Math.Max(top, value);
        return top;
    }

    private void Score(SpeechExample example, int answers, int lanes, float[] weights)
    {
        if (_scores.Length < answers)
            _scores = new float[answers * 2];
        var mask = (uint)((weights.Length / lanes) - 1);
        for (var answer = 0; answer < answers; answer++)
        {
            var sum = 0f;
            var lane = lanes > 1 ? answer : 0;
            foreach (var feature in example.Candidates[lanes > 1 ? 0 : answer])
                sum += weights[((feature & mask) * lanes) + lane];
            _scores[answer] = sum;
        }

        SpeechModel.Normalise(_scores.AsSpan(0, answers));
    }

    private void Update(SpeechExample example, int answers, int lanes, float[] weights, float[] squares)
    {
        var mask = (uint)((weights.Length / lanes) - 1);
        var seed = (uint)_random.Next();
        var drop = (uint)(options.Dropout * uint.MaxValue);
        for (var answer = 0; answer < answers; answer++)
        {
            var slope = _scores[answer] - (answer == example.Answer ? 1 : 0);
            if (Math.Abs(slope) < 1e-3f)
                continue;
            var lane = lanes > 1 ? answer : 0;
            foreach (var feature in example.Candidates[lanes > 1 ? 0 : answer])
            {
                seed = (seed * 1664525) + 1013904223;
                if (seed < drop)
                    continue;
                var row = ((feature & mask) * lanes) + lane;
                var step = slope + (options.Decay * weights[row]);
                squares[row] += step * step;
                weights[row] -= options.Rate * step / MathF.Sqrt(squares[row] + 1e-2f);
            }
        }
    }
}

/// <summary>How to train.</summary>
/// <param name="Epochs">Passes over the cues.</param>
/// <param name="PositionEpochs">Passes over the choices of positions.</param>
/// <param name="Rate">AdaGrad's step.</param>
/// <param name="Decay">Pull of the weights toward zero.</param>
/// <param name="Dropout">Share of features left out of each step.</param>
/// <param name="LayoutBits">Binary logarithm of the rows for layouts.</param>
/// <param name="PositionBits">Binary logarithm of the rows for positions.</param>
internal sealed record SpeechTrainingOptions(
    int Epochs = 10, int PositionEpochs = 10, float Rate = 0.02f, float Decay = 1e-3f, float Dropout = 0.75f,
    int LayoutBits = 19, int PositionBits = 22);
