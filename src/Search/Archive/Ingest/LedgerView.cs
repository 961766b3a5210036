namespace Dateline.Search.Archive.Ingest;

/// <summary>The ledger of an archive as it is now, for those who only read it. Thread-safe.</summary>
public sealed class LedgerView(DataFolder folder)
{
    private readonly Lock _gate = new();
    private Ledger? _ledger;
    private (long Length, DateTime Written) _stamp;

    /// <summary>The ledger; read again when the file has changed.</summary>
    /// <exception cref="InvalidDataException">The ledger is damaged.</exception>
    public Ledger Current
    {
        get
        {
            lock (_gate)
            {
                var file = new FileInfo(folder.LedgerPath);
                var stamp = file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
                if (_ledger is null || stamp != _stamp)
                    (_ledger, _stamp) = (Ledger.Load(folder.LedgerPath), stamp);
                return _ledger;
            }
        }
    }
}
