using System.CommandLine;
using Dateline.Eval.Actors;
using Dateline.Eval.Briefings;
using Dateline.Eval.Curating;
using Dateline.Eval.Figures;
using Dateline.Eval.Gazetteers;
using Dateline.Eval.Ingesting;
using Dateline.Eval.Joining;
using Dateline.Eval.Measuring;
using Dateline.Eval.Names;
using Dateline.Eval.PartsOfSpeech;
using Dateline.Eval.Places;
using Dateline.Eval.Quotes;
using Dateline.Eval.Stories;
using Dateline.Eval.Words;

var root = new RootCommand("Measures Dateline on public gold data, and builds the data files that ship.")
{
    GazetteerCommand.Create(),
    WordsCommand.Create(),
    ActorsCommand.CreateShow(),
    ActorsCommand.CreateSample(),
    PlacesOfCommand.Create(),
    FiguresCommand.CreateDraw(),
    FiguresCommand.CreateShow(),
    CheckCommand.Create(),
    StoriesCommand.Create(),
    BriefingCheckCommand.Create(),
    BriefingSpeedCommand.Create(),
    RobustnessCommand.Create(),
    IngestSpeedCommand.Create(),
    CurationSpeedCommand.Create(),
    IngestKillCommand.Create(),
    IngestKillCommand.CreateChild(),
    TrainNamesCommand.Create(),
    TrainTagsCommand.Create(),
    DrawCommand.Create(),
    TrainSpeechCommand.Create(),
};
foreach (var measure in Measures.All)
    root.Add(MeasureCommand.Create(measure));
return root.Parse(args).Invoke();
