using System.Globalization;
using Dateline.Search.Archive;
using Dateline.Search.Archive.Ingest;

namespace Dateline.Search.Tests.Archive;

/// <summary>
/// The process that <see cref="KilledIngestTests"/> kills: <c>ingest ARCHIVE FOLDER INPUTS_PER_COMMIT</c>.
/// </summary>
internal static class Program
{
    public const string Command = "ingest";

    private static int Main(string[] arguments)
    {
        if (arguments is not [Command, var archive, var folder, var commit])
            return 2;
        var ingestor = new ArticleIngestor(new DataFolder(archive), TimeProvider.System)
        {
            InputsPerCommit = int.Parse(commit, CultureInfo.InvariantCulture),
        };
        ingestor.Ingest([folder]);
        return 0;
    }
}
