using System.CommandLine;
using Dateline.Eval.Gazetteers;
using Dateline.Eval.Places;
using Dateline.Eval.Words;

var root = new RootCommand("Measures Dateline on public gold data, and builds the data files that ship.")
{
    GazetteerCommand.Create(),
    WordsCommand.Create(),
    PlacesCommand.Create(),
    PlacesCommand.CreateShow(),
};
return root.Parse(args).Invoke();
