namespace Dateline.Search.Names;

/// <summary>Writes features one after the other: template number and value, hashed to a row of the table.</summary>
/// <param name="rows">Receives the rows.</param>
/// <param name="tableRows">Rows of the table.</param>
internal ref struct FeatureRows(Span<int> rows, uint tableRows)
{
    private readonly Span<int> _rows = rows;
    private readonly uint _tableRows = tableRows;

    public int Written { get; private set; }

    public void Add(uint value)
    {
        var hash = (value + 1 + ((ulong)(Written + 1) << 40)) * 0x9E3779B97F4A7C15;
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
        _rows[Written++] = (int)(((hash >> 32) * _tableRows) >> 32);
    }

    public void Add(uint value, uint other) => Add((value * 0x85EBCA6Bu) ^ ((other + 0x165667B1u) * 0xC2B2AE35u));
}
