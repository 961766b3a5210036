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

    /// <summary>Weights of the words and edges; those of readings and joining stay empty.</summary>
    public SpeechModel Train(SpeechExamples examples, IReadOnlyDictionary<uint, byte> cues)
    {
        var layouts = Run("layouts", examples.Layouts, 1 << options.LayoutBits, SpeechModel.Layouts, options.Epochs);
        var positions = Run("positions", examples.Positions, 1 << options.PositionBits, 1, options.PositionEpochs);
        return new SpeechModel(layouts, positions, new sbyte[1], new sbyte[1], cues);
    }

    /// <summary>The model with weights of whole readings.</summary>
    public SpeechModel TrainDrafts(SpeechModel model, List<SpeechExample> examples) =>
        new(model.LayoutWeights, model.PositionWeights,
            Run("readings", examples, 1 << options.DraftBits, 1, options.DraftEpochs), model.JoinWeights, model.Cues);

    /// <summary>The model with weights of joining.</summary>
    public SpeechModel TrainJoins(SpeechModel model, List<SpeechExample> examples) =>
        new(model.LayoutWeights, model.PositionWeights, model.DraftWeights,
            Run("joins", examples, 1 << options.JoinBits, 1, options.JoinEpochs), model.Cues);

    // Several lanes: one set of features scores as many answers. One lane: each answer has features of its own.
    private sbyte[] Run(string name, List<SpeechExample> examples, int rows, int lanes, int epochs)
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

            if (epoch == epochs)
            {
                Console.WriteLine(
                    $"{name} {examples.Count}, epoch {epoch}: loss {loss:F0}, right {right / examples.Count:F4}");
            }
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
/// <param name="DraftBits">Binary logarithm of the rows for whole readings.</param>
/// <param name="DraftEpochs">Passes over the readings.</param>
/// <param name="JoinBits">Binary logarithm of the rows for joining.</param>
/// <param name="JoinEpochs">Passes over the quotations to be joined.</param>
internal sealed record SpeechTrainingOptions(
    int Epochs = 10, int PositionEpochs = 10, float Rate = 0.02f, float Decay = 1e-3f, float Dropout = 0.75f,
    int LayoutBits = 19, int PositionBits = 22, int DraftBits = 18, int DraftEpochs = 6,
    int JoinBits = 14, int JoinEpochs = 8);
