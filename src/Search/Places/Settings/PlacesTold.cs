using Dateline.Search.Articles;
using Dateline.Search.Places.Finding;

namespace Dateline.Search.Places.Settings;

/// <summary>
/// What all mentions together tell of each place of an article: the strongest setting, the surest reason.
/// </summary>
internal sealed class PlacesTold
{
    private const int MaxQuote = 200;

    private readonly Dictionary<string, Told> _told = new(StringComparer.Ordinal);

    /// <summary>What is told of a place; of one never noted, only that it is mentioned.</summary>
    public Told this[string path] =>
        _told.GetValueOrDefault(path, new(PlaceSetting.Mentioned, null, PlaceConfidence.Context));

    /// <summary>Takes a mention into account.</summary>
    public void Note(string path, MentionSetting mention, PlaceConfidence confidence, TokenizedText text)
    {
        var known = _told.GetValueOrDefault(path, new(PlaceSetting.Mentioned, null, PlaceConfidence.Population));
        if (mention.Setting > known.Setting)
            known = known with { Setting = mention.Setting, Evidence = EvidenceOf(mention, text) };
        _told[path] = known with { Confidence = confidence < known.Confidence ? confidence : known.Confidence };
    }

    /// <summary>Takes a dateline outside the body into account.</summary>
    public void NoteDateline(string path, Evidence dateline)
    {
        if (this[path] is { Setting: PlaceSetting.Mentioned } known)
            _told[path] = known with { Setting = PlaceSetting.Reported, Evidence = dateline };
    }

    /// <summary>What happened in a place happened in every place that contains it.</summary>
    public void SpreadUp(IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            foreach (var inner in paths)
            {
                if (this[path].Setting != PlaceSetting.Happened && this[inner].Setting == PlaceSetting.Happened
                    && inner.Length > path.Length && inner[path.Length] == '/'
                    && inner.StartsWith(path, StringComparison.Ordinal))
                    _told[path] = this[path] with { Setting = PlaceSetting.Happened, Evidence = this[inner].Evidence };
            }
        }
    }

    private static Evidence? EvidenceOf(MentionSetting mention, TokenizedText text)
    {
        var (first, last) = (text.Tokens[mention.FirstToken], text.Tokens[mention.LastToken]);
        var inTitle = first.Is(TokenFlags.InTitle);
        if (inTitle != last.Is(TokenFlags.InTitle) || last.End <= first.Start)
            return null;
        var end = Math.Min(last.End, first.Start + MaxQuote);
        var rule = mention.Setting == PlaceSetting.Happened ? "event-there" : "said-there";
        return new(inTitle ? EvidenceField.Title : EvidenceField.Body, first.Start, end,
            text.FieldOf(first)[first.Start..end], rule);
    }
}

/// <summary>What is told of a place.</summary>
internal readonly record struct Told(PlaceSetting Setting, Evidence? Evidence, PlaceConfidence Confidence);
