using System.Runtime.InteropServices;

namespace Dateline.Eval.Names;

/// <summary>
/// Word clusters by the exchange algorithm (Martin, Liermann and Ney 1998): each word in turn moves to the class that
/// most raises the likelihood of a class bigram model, until little changes. Deterministic.
/// </summary>
internal sealed class WordClusters
{
    private readonly int _classes;
    private readonly (int Word, int Count)[][] _after, _before;
    private readonly int[] _counts, _self, _classOf;
    private readonly int[] _pairs, _mirrored, _sizes;
    private readonly float[] _entropy = new float[1 << 16];

    private WordClusters(List<int> text, int words, int classes)
    {
        (_classes, _counts, _self, _classOf) = (classes, new int[words], new int[words], new int[words]);
        for (var n = 2; n < _entropy.Length; n++)
            _entropy[n] = (float)(n * Math.Log(n));
        // Keys of 32 bits, which hash to themselves; two halves of 64 bits would hash to their xor and collide.
        var pairs = new Dictionary<int, int>();
        for (var i = 0; i < text.Count; i++)
        {
            _counts[text[i]]++;
            if (i > 0)
            {
                var key = checked((text[i - 1] * words) + text[i]);
                pairs[key] = pairs.GetValueOrDefault(key) + 1;
            }
        }

        (_after, _before) = (Group(pairs, words, true), Group(pairs, words, false));
        for (var word = 0; word < words; word++)
            _classOf[word] = word < 2 ? 0 : 1 + (word % (classes - 1));
        (_pairs, _mirrored, _sizes) = (new int[classes * classes], new int[classes * classes], new int[classes]);
        foreach (var (key, count) in pairs)
            AddPair(_classOf[key / words], _classOf[key % words], count);
        for (var word = 0; word < words; word++)
            _sizes[_classOf[word]] += _counts[word];
    }

    /// <summary>Clusters words 2 and above; 0 and 1 (sentence edge, rare word) keep class 0.</summary>
    /// <param name="text">Word numbers in running order, most frequent words having the smallest numbers.</param>
    /// <param name="words">Number of words.</param>
    /// <param name="classes">Number of classes, class 0 included.</param>
    /// <param name="rounds">Passes over all words.</param>
    public static int[] Learn(List<int> text, int words, int classes, int rounds)
    {
        var clusters = new WordClusters(text, words, classes);
        for (var round = 0; round < rounds; round++)
        {
            var moved = clusters.Round();
            Console.WriteLine($"{classes} classes, round {round + 1}: {moved} of {words} words moved");
            if (moved * 100 < words)
                break;
        }

        return clusters._classOf;
    }

    private (int, int)[][] Group(Dictionary<int, int> pairs, int words, bool after)
    {
        var lists = new List<(int, int)>[words];
        foreach (var (key, count) in pairs)
        {
            int first = key / words, second = key % words;
            if (first == second)
                _self[first] = count;
            else
                (lists[after ? first : second] ??= []).Add((after ? second : first, count));
        }

        return [.. lists.Select(list => list is null ? [] : list.ToArray())];
    }

    private int Round()
    {
        var moved = 0;
        int[] left = new int[_classes], right = new int[_classes];
        var touched = new List<int>();
        for (var word = 2; word < _classOf.Length; word++)
        {
            Gather(word, left, right, touched);
            var old = _classOf[word];
            Move(word, old, left, right, touched, -1);
            int best = old;
            var bestGain = double.NegativeInfinity;
            for (var target = 1; target < _classes; target++)
            {
                var gain = Gain(word, target, left, right, touched);
                if (gain > bestGain)
                    (bestGain, best) = (gain, target);
            }

            Move(word, best, left, right, touched, 1);
            _classOf[word] = best;
            moved += best == old ? 0 : 1;
            foreach (var touch in touched)
                (left[touch], right[touch]) = (0, 0);
            touched.Clear();
        }

        return moved;
    }

    private void Gather(int word, int[] left, int[] right, List<int> touched)
    {
        foreach (var (other, count) in _before[word])
        {
            var its = _classOf[other];
            if (left[its] == 0 && right[its] == 0)
                touched.Add(its);
            left[its] += count;
        }

        foreach (var (other, count) in _after[word])
        {
            var its = _classOf[other];
            if (left[its] == 0 && right[its] == 0)
                touched.Add(its);
            right[its] += count;
        }
    }

    private void Move(int word, int target, int[] left, int[] right, List<int> touched, int sign)
    {
        foreach (var its in touched)
        {
            AddPair(its, target, sign * left[its]);
            AddPair(target, its, sign * right[its]);
        }

        AddPair(target, target, sign * _self[word]);
        _sizes[target] += sign * _counts[word];
    }

    private void AddPair(int first, int second, int count)
    {
        _pairs[(first * _classes) + second] += count;
        _mirrored[(second * _classes) + first] += count;
    }

    private double Gain(int word, int target, int[] left, int[] right, List<int> touched)
    {
        var row = _pairs.AsSpan(target * _classes, _classes);
        var column = _mirrored.AsSpan(target * _classes, _classes);
        var inner = _self[word] + left[target] + right[target];
        double gain = Entropy(row[target] + inner) - Entropy(row[target])
            - (2 * (Entropy(_sizes[target] + _counts[word]) - Entropy(_sizes[target])));
        foreach (var its in CollectionsMarshal.AsSpan(touched))
        {
            if (its == target)
                continue;
            if (left[its] is not 0 and var before)
                gain += Entropy(column[its] + before) - Entropy(column[its]);
            if (right[its] is not 0 and var after)
                gain += Entropy(row[its] + after) - Entropy(row[its]);
        }

        return gain;
    }

    private double Entropy(int count) =>
        (uint)count < (uint)_entropy.Length ? _entropy[count] : count * Math.Log(count);
}
