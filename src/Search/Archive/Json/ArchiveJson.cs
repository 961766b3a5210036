using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Index.Facets;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Articles;
using Dateline.Search.Curation;
using Dateline.Search.Ingestion;
using Dateline.Search.Stories;

namespace Dateline.Search.Archive.Json;

/// <summary>
/// How the command line and the web API write JSON: camelCase names, kebab-case enums, dates as ISO text at their
/// precision, characters beyond ASCII as they are. All types go through source-generated code.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    Converters =
    [
        typeof(KebabCaseEnum<PlaceKind>), typeof(KebabCaseEnum<ActorKind>), typeof(KebabCaseEnum<EvidenceField>),
        typeof(KebabCaseEnum<DatePrecision>), typeof(KebabCaseEnum<FacetDimension>),
        typeof(KebabCaseEnum<InputOutcomeKind>), typeof(KebabCaseEnum<DatePeriod>),
        typeof(KebabCaseEnum<SuggestionKind>), typeof(KebabCaseEnum<CurationOperation>),
        typeof(KebabCaseEnum<CurationState>),
        typeof(KebabCaseEnum<SuggestionKind>), typeof(KebabCaseEnum<ActorConfidence>),
        typeof(KebabCaseEnum<AcledActorType>),
        typeof(KebabCaseEnum<PlaceSetting>), typeof(KebabCaseEnum<PlaceConfidence>),
    ])]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(ArticleJson))]
[JsonSerializable(typeof(SearchJson))]
[JsonSerializable(typeof(HitJson))]
[JsonSerializable(typeof(FacetJson))]
[JsonSerializable(typeof(Suggestion))]
[JsonSerializable(typeof(QueryErrorsJson))]
[JsonSerializable(typeof(LedgerEntry))]
[JsonSerializable(typeof(StoryLink))]
[JsonSerializable(typeof(WhyResponse))]
[JsonSerializable(typeof(TogetherResponse))]
[JsonSerializable(typeof(CurationDraft))]
[JsonSerializable(typeof(CurationItem))]
[JsonSerializable(typeof(CurationList))]
public sealed partial class ArchiveJson : JsonSerializerContext
{
    /// <summary>One line a value.</summary>
    public static ArchiveJson Compact => Forms.Compact;

    /// <summary>For people to read.</summary>
    public static ArchiveJson Indented => Forms.Indented;

    // Apart, because the generated Default must be there first.
    private static class Forms
    {
        public static readonly ArchiveJson Compact = new(Relaxed(indented: false));

        public static readonly ArchiveJson Indented = new(Relaxed(indented: true));

        private static JsonSerializerOptions Relaxed(bool indented) => new(Default.Options)
        {
            // Goes to terminals, files and JSON responses, never into markup; escaping there would only cost
            // legibility.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
            NewLine = "\n",
            TypeInfoResolver = null,
        };
    }
}
