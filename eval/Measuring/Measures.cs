using Dateline.Eval.Actors;
using Dateline.Eval.Background;
using Dateline.Eval.Bodies;
using Dateline.Eval.Briefings;
using Dateline.Eval.Figures;
using Dateline.Eval.IncidentDates;
using Dateline.Eval.Joining;
using Dateline.Eval.Names;
using Dateline.Eval.PartsOfSpeech;
using Dateline.Eval.Places;
using Dateline.Eval.Published;
using Dateline.Eval.Quotes;
using Dateline.Eval.Stories;
using Dateline.Eval.Timelines;
using Dateline.Eval.Timex;

namespace Dateline.Eval.Measuring;

/// <summary>
/// Every measure; each is a subcommand, and <c>check</c> runs those with floors in <c>floors.tsv</c>.
/// </summary>
internal static class Measures
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        BodiesMeasure.Measure,
        PublishedMeasure.Measure,
        TimexMeasure.Measure,
        IncidentDatesMeasure.Measure,
        NearDuplicatesMeasure.Measure,
        NamesMeasure.Measure,
        PartsOfSpeechMeasure.Measure,
        CasualtiesMeasure.Measure,
        LabelledFiguresMeasure.Chosen,
        LabelledFiguresMeasure.Drawn,
        LabelledFiguresMeasure.Near,
        JoiningMeasure.Measure,
        ActorTypesMeasure.Measure,
        IncidentActorsMeasure.Measure,
        NewswireActorsMeasure.Measure,
        TimelinesMeasure.Measure,
        BackgroundMeasure.Measure,
        PlacesMeasures.Lgl,
        PlacesMeasures.GeoWebNews,
        IncidentPlacesMeasure.Measure,
        QuotesMeasure.Measure,
        QuoteAgreementMeasure.Measure,
        BriefingsMeasure.Measure,
    ];
}
