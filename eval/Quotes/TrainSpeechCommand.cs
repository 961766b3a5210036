using System.CommandLine;
using Dateline.Search.Names;
using Dateline.Summarize.Speech;

namespace Dateline.Eval.Quotes;

/// <summary><c>train-speech POLNEAR_FOLDER --output FILE</c>: trains the speech model on PolNeAR's train part
/// alone.</summary>
internal static class TrainSpeechCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("polnear-folder")
        {
            Description = "Folder with train/text and train/attributions.",
        };
        var output = new Option<FileInfo>("--output")
        {
            Description = "The model file.",
            DefaultValueFactory = _ => new FileInfo("src/Summarize/Speech/Data/speech.model"),
        };
        var heldOut = new Option<bool>("--held-out")
        {
            Description = "Write no model; train on four fifths of the articles, measure on the fifth, for each fifth.",
        };
        var command = new Command("train-speech", "Trains the model that finds who said what.")
        {
            folder, output, heldOut,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder).FullName,
            parsed.GetRequiredValue(output).FullName, parsed.GetValue(heldOut)));
        return command;
    }

    private static void Run(string folder, string output, bool heldOut)
    {
        var articles = PolnearCorpus.Read(Path.Combine(folder, "train")).ToList();
        var training = new SpeechTraining(articles, new SpeechTrainingOptions());
        if (heldOut)
        {
            training.HoldOut(Console.Out);
            return;
        }

        using (var file = File.Create(output))
            SpeechModelFile.Write(training.Train(), file);
        Console.WriteLine($"{output}: {new FileInfo(output).Length} bytes");
    }
}
