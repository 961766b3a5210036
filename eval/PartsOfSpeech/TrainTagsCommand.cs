using System.CommandLine;
using Dateline.Eval.Names;
using Dateline.Search.Names;
using Dateline.Search.Words;

namespace Dateline.Eval.PartsOfSpeech;

/// <summary><c>train-tags NER_FOLDER --output FILE</c>: trains the parts of speech on CoNLL-2003's train part
/// alone.</summary>
internal static class TrainTagsCommand
{
    private const int Rows = 1 << 15;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("ner-folder") { Description = "Folder with conll2003/eng.train." };
        var output = new Option<FileInfo>("--output")
        {
            Description = "The model file.",
            DefaultValueFactory = _ => new FileInfo("src/Search/Words/Data/tags.model"),
        };
        var command = new Command("train-tags", "Trains the model that tells parts of speech.") { folder, output };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder).FullName,
            parsed.GetRequiredValue(output).FullName));
        return command;
    }

    private static void Run(string folder, string output)
    {
        var sentences = ConllCorpus.Read(Path.Combine(folder, "conll2003", "eng.train"))
            .SelectMany(document => TaggedSentence.Of(document, NameTagger.Default)).ToList();
        var model = new TagTrainer(Rows, new TagTrainingOptions()).Train(sentences);
        using (var file = File.Create(output))
            TagModelFile.Write(model, file);
        Console.WriteLine($"{output}: {new FileInfo(output).Length} bytes");
    }
}
