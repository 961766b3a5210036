using System.CommandLine;
using Dateline.Search.Places.Building;

namespace Dateline.Eval.Gazetteers;

/// <summary><c>gazetteer RAW_FOLDER</c>: builds the gazetteer files that ship.</summary>
internal static class GazetteerCommand
{
    public static Command Create()
    {
        var raw = new Argument<DirectoryInfo>("raw-folder")
        {
            Description = "Folder with the raw GeoNames, Natural Earth and ODbL files.",
        };
        var own = new Option<FileInfo>("--own")
        {
            Description = "The project's own list.",
            DefaultValueFactory = _ => new FileInfo("src/Search/Places/Data/Sources/own-places.tsv"),
        };
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "Where the files go.",
            DefaultValueFactory = _ => new DirectoryInfo("src/Search/Places/Data/Gazetteer"),
        };
        var command = new Command("gazetteer", "Builds places.gaz and places-odbl.gaz from the raw files.")
            { raw, own, output };
        command.SetAction(parsed =>
        {
            foreach (var line in GazetteerBuilder.Build(
                parsed.GetRequiredValue(raw).FullName, parsed.GetRequiredValue(own).FullName,
                parsed.GetRequiredValue(output).FullName))
                Console.WriteLine(line);
        });
        return command;
    }
}
