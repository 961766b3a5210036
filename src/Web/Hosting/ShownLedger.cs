using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;

namespace Dateline.Web.Hosting;

/// <summary>The ledger that pages show, where the archive has one.</summary>
internal sealed class ShownLedger(DataFolder? folder)
{
    private readonly LedgerView? _view = folder is null ? null : new LedgerView(folder);

    /// <summary>The ledger as it is now, or null.</summary>
    public Ledger? Current => _view?.Current;
}
