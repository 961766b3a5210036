using System.CommandLine;
using System.Globalization;

namespace Dateline.Eval.Measuring;

/// <summary>
/// The subcommand of a measure: <c>NAME DATA_FOLDER [--worst N] [--part all|looked|unseen] [--sample]</c>.
/// </summary>
internal static class MeasureCommand
{
    public static Command Create(Measure measure)
    {
        var folder = new Argument<DirectoryInfo>("data-folder")
        {
            Description = $"The set's folder, laid out as {measure.Set}.",
        };
        var worst = new Option<int>("--worst") { Description = "How many of the worst cases to print." };
        var part = new Option<Part>("--part")
        {
            Description = "all, or one half: looked (its mistakes may be read) or unseen.",
        };
        var sample = new Option<bool>("--sample") { Description = "Fewer items where the whole set takes long." };
        var command = new Command(measure.Name, measure.Description) { folder, worst, part, sample };
        command.SetAction(parsed =>
        {
            var run = new MeasureRun(parsed.GetRequiredValue(folder).FullName, parsed.GetValue(part),
                parsed.GetValue(sample), parsed.GetValue(worst), Console.Out);
            foreach (var figure in measure.Run(run))
                Console.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{measure.Name} {figure.Name}: {figure.Value:F4}"));
        });
        return command;
    }
}
