using System.CommandLine;

namespace Dateline.Eval.Measuring;

/// <summary><c>check DATA_FOLDER [--sample]</c>: every pinned floor; exit code 1 when one does not hold.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("data-folder")
        {
            Description = "Folder that holds the data sets, one folder each.",
        };
        var sample = new Option<bool>("--sample") { Description = "The quick form, under three minutes." };
        var floors = new Option<FileInfo>("--floors")
        {
            Description = "The floors.",
            DefaultValueFactory = _ => new FileInfo(Path.Combine(AppContext.BaseDirectory, "floors.tsv")),
        };
        var command = new Command("check", "Runs every measure that has a floor in floors.tsv and compares.")
            { folder, sample, floors };
        command.SetAction(parsed => FloorCheck.Run(parsed.GetRequiredValue(folder).FullName,
            Floors.Read(parsed.GetRequiredValue(floors).FullName), parsed.GetValue(sample), Console.Out) ? 0 : 1);
        return command;
    }
}
