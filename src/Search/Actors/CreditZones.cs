using Dateline.Search.Text;

namespace Dateline.Search.Actors;

/// <summary>
/// Finds where a text names its own makers, who are no actors: credits at the end, "Outlet's correspondent".
/// </summary>
internal static class CreditZones
{
    private static readonly string[] SentenceCues =
        ["contributed to this report", "contributed to this story", "contributed to this article",
        "contributed reporting"];

    private static readonly string[] BracketCues =
        ["reporting by ", "editing by ", "(writing by ", "(reporting and ", "(reported by ", "(compiled by ", "(by "];

    private static readonly string[] LineCues =
        ["By ", "From ", "Reporting by", "Editing by", "Writing by", "Additional reporting"];

    /// <summary>Credit stretches of a text, in order of discovery.</summary>
    public static List<TextSpan> Find(string text)
    {
        var zones = new List<TextSpan>();
        foreach (var cue in BracketCues)
        {
            var at = text.IndexOf(cue, StringComparison.OrdinalIgnoreCase);
            while (at >= 0)
            {
                var length = text.AsSpan(at).IndexOfAny(')', '\n');
                zones.Add(new TextSpan(at, length < 0 ? text.Length : at + length));
                at = text.IndexOf(cue, at + 1, StringComparison.OrdinalIgnoreCase);
            }
        }

        if (text.Contains("contributed", StringComparison.Ordinal))
            AddSentences(text, zones);
        AddLines(text, zones);
        return zones;
    }

    private static void AddSentences(string text, List<TextSpan> zones)
    {
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            foreach (var cue in SentenceCues)
            {
                if (sentence.Of(text).Contains(cue, StringComparison.Ordinal))
                    zones.Add(sentence);
            }
        }
    }

    // A short paragraph that opens like a byline.
    private static void AddLines(string text, List<TextSpan> zones)
    {
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            foreach (var cue in LineCues)
            {
                if (line.Length < 160 && line.StartsWith(cue, StringComparison.Ordinal)
                    && !line.TrimEnd().EndsWith('.'))
                    zones.Add(new TextSpan(range.Start.Value, range.End.Value));
            }
        }
    }
}
