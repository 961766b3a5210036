namespace Dateline.Search.Tests.Architecture;

/// <summary>The checkout whose build is tested.</summary>
internal static class Checkout
{
    // Not from the compiler's file path: deterministic builds replace it.
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Search.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run inside the checkout.");
    }
}
