using System.Globalization;
using System.Text;
using Dateline.Search.Text;

namespace Dateline.Eval.Quotes;

/// <summary>A marked attribution; spans in UTF-16 units.</summary>
/// <param name="Source">Who; null where the text names nobody.</param>
/// <param name="Cue">The words that say that something is attributed; null in a few.</param>
/// <param name="Content">What is attributed, in text order.</param>
internal sealed record GoldAttribution(TextSpan? Source, TextSpan? Cue, IReadOnlyList<TextSpan> Content);

/// <summary>An article of PolNeAR with its attributions.</summary>
internal sealed record AttributedArticle(string Name, string Text, IReadOnlyList<GoldAttribution> Attributions);

/// <summary>
/// Reads a part of PolNeAR 1.0.0 (Newell, Margolin and Ruths 2018): <c>text/NAME.txt</c> and, in the brat format,
/// <c>attributions/NAME_ANNOTATOR.ann</c>, whose offsets count code points. Of several annotators the first by name
/// counts.
/// </summary>
internal static class PolnearCorpus
{
    /// <summary>Every article, as its first annotator by name marked it.</summary>
    public static IEnumerable<AttributedArticle> Read(string folder) =>
        Articles(folder).Select(versions => versions.First());

    /// <summary>The articles that two people marked, each as both did.</summary>
    public static IEnumerable<(AttributedArticle One, AttributedArticle Other)> ReadPairs(string folder) =>
        Articles(folder).Select(versions => versions.Take(2).ToList()).Where(versions => versions.Count == 2)
            .Select(versions => (versions[0], versions[1]));

    private static IEnumerable<IEnumerable<AttributedArticle>> Articles(string folder) =>
        Directory.GetFiles(Path.Combine(folder, "attributions"), "*.ann").Order(StringComparer.Ordinal)
            .GroupBy(file => Path.GetFileNameWithoutExtension(file)[..Path.GetFileName(file).LastIndexOf('_')])
            .Select(files => Versions(folder, files.Key, files));

    private static IEnumerable<AttributedArticle> Versions(string folder, string name, IEnumerable<string> files)
    {
        var text = File.ReadAllText(Path.Combine(folder, "text", name + ".txt"), Encoding.UTF8);
        var body = Paragraphs(text, out var offsets);
        return files.Select(file => new AttributedArticle(name, body, Parse(File.ReadLines(file), offsets)));
    }

    private static List<GoldAttribution> Parse(IEnumerable<string> lines, int[] offsets)
    {
        var marks = new Dictionary<string, (string Kind, List<TextSpan> Spans)>(StringComparer.Ordinal);
        var events = new List<string>();
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            if (line.StartsWith('T') && cells.Length > 2)
                marks[cells[0]] = (cells[1][..cells[1].IndexOf(' ', StringComparison.Ordinal)],
                    Spans(cells[1], offsets));
            else if (line.StartsWith('E'))
                events.Add(cells[1]);
        }

        return [.. events.Select(roles => Attribution(roles, marks)).OfType<GoldAttribution>()];
    }

    private static GoldAttribution? Attribution(string roles, Dictionary<string,
        (string Kind, List<TextSpan> Spans)> marks)
    {
        TextSpan? source = null, cue = null;
        var content = new List<TextSpan>();
        foreach (var role in roles.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!marks.TryGetValue(role[(role.IndexOf(':', StringComparison.Ordinal) + 1)..], out var mark))
                continue;
            var whole = new TextSpan(mark.Spans[0].Start, mark.Spans[^1].End);
            switch (mark.Kind)
            {
                case "Source": source ??= whole; break;
                case "Cue": cue ??= whole; break;
                case "Content": content.AddRange(mark.Spans); break;
            }
        }

        return content.Count == 0 ? null : new GoldAttribution(source, cue, [.. content.OrderBy(span => span.Start)]);
    }

    // "Content 120 168;170 425".
    private static List<TextSpan> Spans(string mark, int[] offsets) =>
        [.. mark[(mark.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(';').Select(pair => pair.Split(' '))
            .Select(pair => new TextSpan(Offset(pair[0], offsets), Offset(pair[1], offsets)))
                .OrderBy(span => span.Start)];

    private static int Offset(string codePoints, int[] offsets) =>
        offsets[Math.Min(int.Parse(codePoints, CultureInfo.InvariantCulture), offsets.Length - 1)];

    // Every line of the corpus is a paragraph; the program's articles part paragraphs by a blank line.
    private static string Paragraphs(string text, out int[] offsets)
    {
        var body = new StringBuilder(text.Length + (text.Length / 50));
        var places = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length; at++)
        {
            places.Add(body.Length);
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length)
                body.Append(text[at++]);
            body.Append(text[at] == '\n' ? "\n\n" : text[at].ToString());
        }

        places.Add(body.Length);
        offsets = [.. places];
        return body.ToString();
    }
}
