namespace Dateline.Web.Hosting;

/// <summary>
/// Finds the checkout around the program, because <c>dotnet run --project src/Web</c> starts it in the project's
/// folder. Outside a checkout everything is relative to the current folder and there are no seeds.
/// </summary>
/// <param name="Start">Folder that relative arguments start from.</param>
/// <param name="Data">Default data folder.</param>
/// <param name="Seeds">Seed articles, or null.</param>
internal sealed record ProjectFolders(string Start, string Data, string? Seeds)
{
    /// <summary>Looks from the current folder upward.</summary>
    public static ProjectFolders Find(string current)
    {
        for (var folder = new DirectoryInfo(current); folder is not null; folder = folder.Parent)
        {
            var seeds = Path.Combine(folder.FullName, "seeds");
            if (File.Exists(Path.Combine(folder.FullName, "Search.sln")) && Directory.Exists(seeds))
                return new ProjectFolders(folder.FullName, Path.Combine(folder.FullName, "data"), seeds);
        }

        return new ProjectFolders(current, Path.Combine(current, "data"), null);
    }
}
