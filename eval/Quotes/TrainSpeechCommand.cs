using System.CommandLine;
using Dateline.Search.Names;
using Dateline.Summarize.Speech;

namespace Dateline.Eval.Quotes;

/// <summary><c>train-speech POLNEAR_FOLDER --output FILE</c>: trains the speech model on PolNeAR's train part
/// alone.</summary>
internal static class TrainSpeechCommand
{
    private const int LeastCueCount = 3;

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
        var command = new Command("train-speech", "Trains the model that finds who said what.") { folder, output };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder).FullName,
            parsed.GetRequiredValue(output).FullName));
        return command;
    }

    private static void Run(string folder, string output)
    {
        var articles = PolnearCorpus.Read(Path.Combine(folder, "train")).ToList();
        var cues = SpeechExamples.Cues(articles, LeastCueCount);
        var examples = new SpeechExamples();
        foreach (var article in articles)
            examples.Add(article, NameTagger.Default, cues);
        Console.WriteLine($"{articles.Count} articles, {cues.Count} cue words");
        var model = new SpeechTrainer(new SpeechTrainingOptions()).Train(examples, cues);
        using (var file = File.Create(output))
            SpeechModelFile.Write(model, file);
        Console.WriteLine($"{output}: {new FileInfo(output).Length} bytes");
    }
}
