using Dateline.Summarize.Rewriting;

namespace Dateline.Web;

/// <summary>Where the archive is and where to listen.</summary>
public sealed record WebOptions
{
    /// <summary>Port used when none is given.</summary>
    public const int DefaultPort = 5080;

    /// <summary>Folder with index and ledger.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Articles to index when the data folder holds no archive yet; null for none.</summary>
    public string? SeedFolder { get; init; }

    /// <summary>Loopback port; 0 lets the system choose.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The language model that may shorten briefings where asked to; null for none.</summary>
    public ModelEndpoint? Model { get; init; }
}
