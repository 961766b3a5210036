namespace Dateline.Summarize.Speech;

/// <summary>Receives features: each is a template and up to three values, hashed together.</summary>
/// <param name="rows">Where to.</param>
/// <param name="template">Number of the first template; each further feature has the next.</param>
internal ref struct SpeechRows(Span<uint> rows, uint template)
{
    private readonly Span<uint> _rows = rows;
    private uint _template = template;

    public int Count { get; private set; }

    public void Add(uint a, uint b = 0, uint c = 0)
    {
        var hash = ((ulong)_template++ + 1) * 0x9E3779B97F4A7C15;
        hash = (hash ^ a) * 0xD6E8FEB86659FD93;
        hash = (hash ^ (hash >> 32) ^ b) * 0xD6E8FEB86659FD93;
        hash = (hash ^ (hash >> 32) ^ c) * 0xD6E8FEB86659FD93;
        _rows[Count++] = (uint)(hash >> 32);
    }
}
