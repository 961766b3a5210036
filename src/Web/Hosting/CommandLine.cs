using System.Globalization;

namespace Dateline.Web.Hosting;

/// <summary>Reads the few arguments of the web program itself: <c>--data DIR</c>, <c>--port N</c>.</summary>
internal static class CommandLine
{
    public const string Usage = "usage: dotnet run --project src/Web -- [--data DIR] [--port N]";

    /// <summary>Options, or what is wrong with the arguments.</summary>
    public static (WebOptions? Options, string? Problem) Read(IReadOnlyList<string> args, ProjectFolders folders)
    {
        var options = new WebOptions { DataFolder = folders.Data, SeedFolder = folders.Seeds };
        for (var k = 0; k < args.Count; k += 2)
        {
            if (k + 1 == args.Count) return (null, $"'{args[k]}' needs a value");
            var value = args[k + 1];
            switch (args[k])
            {
                case "--data":
                    options = options with { DataFolder = Path.GetFullPath(value, folders.Start) };
                    break;
                case "--port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                    && port <= 65535:
                    options = options with { Port = port };
                    break;
                case "--port":
                    return (null, $"'{value}' is no port: give a number from 0 to 65535");
                default:
                    return (null, $"unknown argument '{args[k]}'");
            }
        }

        return (options, null);
    }
}
