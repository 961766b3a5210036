namespace Dateline.Summarize.Speech;

/// <summary>Writes features: each is a template, numbered in the order of writing, and up to three values, hashed to a
/// row of a weight table.</summary>
/// <param name="rows">Receives the hashes.</param>
/// <param name="template">Number of the first template.</param>
/// <param name="numbers">Numbers of the templates, added to the first; without any they count on from it.</param>
internal ref struct SpeechFeatureWriter(Span<uint> rows, uint template, ReadOnlySpan<byte> numbers = default)
{
    private readonly ReadOnlySpan<byte> _numbers = numbers;
    private readonly Span<uint> _rows = rows;
    private readonly uint _template = template;

    /// <summary>How many were written.</summary>
    public int Count { get; private set; }

    /// <summary>Writes one.</summary>
    public void Add(uint a, uint b = 0, uint c = 0)
    {
        var number = _template + (_numbers.IsEmpty ? (uint)Count : _numbers[Count]);
        var hash = ((ulong)number + 1) * 0x9E3779B97F4A7C15;
        hash = (hash ^ a) * 0xD6E8FEB86659FD93;
        hash = (hash ^ (hash >> 32) ^ b) * 0xD6E8FEB86659FD93;
        hash = (hash ^ (hash >> 32) ^ c) * 0xD6E8FEB86659FD93;
        _rows[Count++] = (uint)(hash >> 32);
    }
}
