using System.Globalization;
using Dateline.Eval.Stories;
using Dateline.Search.Articles;

namespace Dateline.Eval.Joining;

/// <summary>One labelled name; see <c>Labels/README.md</c>.</summary>
/// <param name="Article">Id of the article in the news stream.</param>
/// <param name="Field">Title or body.</param>
/// <param name="Start">First UTF-16 code unit in the field.</param>
/// <param name="Name">The words there.</param>
/// <param name="Label">Joining: which actor of the article. Types: its kind, or <see cref="NoActor"/>.</param>
internal sealed record LabelLine(string Article, EvidenceField Field, int Start, string Name, string Label)
{
    /// <summary>Label of words that name no actor.</summary>
    public const string NoActor = "none";

    public int End => Start + Name.Length;

    /// <summary>
    /// Reads a file of labels: article, title or body, start, length, label, name; tabs; <c>#</c> comments.
    /// </summary>
    /// <exception cref="FormatException">A line is none of these.</exception>
    public static List<LabelLine> Read(string file)
    {
        var labels = new List<LabelLine>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length > 0 && line[0] != '#')
                labels.Add(Parse(line) ?? throw new FormatException(
                    $"{file}:{number}: expected article, title or body, start, length, label, name; found '{line}'."));
        }

        return labels;
    }

    /// <summary>True when a span shares a character with the name.</summary>
    public bool Overlaps(Evidence found) => found.Field == Field && found.Start < End && Start < found.End;

    /// <exception cref="FormatException">The text has other words there.</exception>
    public void Check(NewsRecord record)
    {
        var text = Field == EvidenceField.Title ? record.Title : record.Text;
        if (End > text.Length || !text.AsSpan(Start, Name.Length).SequenceEqual(Name))
            throw new FormatException(
                $"{record.Id}: the label '{Name}' is not at {Start} of the {Field}: another version of the stream?");
    }

    private static LabelLine? Parse(string line)
    {
        if (line.Split('\t') is not [var article, "title" or "body", var start, var length, var label, var name] cells
            || !int.TryParse(start, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(length, CultureInfo.InvariantCulture, out var units) || units != name.Length || first < 0)
            return null;
        return new LabelLine(
            article, cells[1] == "title" ? EvidenceField.Title : EvidenceField.Body, first, name, label);
    }
}
