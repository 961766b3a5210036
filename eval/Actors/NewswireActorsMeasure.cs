using System.Text;
using System.Text.RegularExpressions;
using Dateline.Eval.Measuring;
using Dateline.Search.Archive.Ingest;
using Dateline.Search.Articles;
using Dateline.Search.Ingestion;

namespace Dateline.Eval.Actors;

/// <summary>
/// <c>actors-reuters21578 FOLDER</c>: the PEOPLE and ORGS tags of Reuters-21578 documents (<c>*.sgm</c>) among the
/// actors of the articles, see <see cref="DocumentTag.Means"/>. The tags are editors' subject codes, some of them given
/// where the text does not name the person at all; they count all the same.
/// </summary>
internal static partial class NewswireActorsMeasure
{
    // Every which file the quick form reads.
    private const int SampleStep = 6;

    public static Measure Measure { get; } = new("actors-reuters21578", "reuters21578",
        "Persons and organisations that editors tagged in newswire stories, among the actors.", Run);

    private static List<Figure> Run(MeasureRun run)
    {
        var tally = new Tally(run);
        var files = Directory.GetFiles(run.Folder, "*.sgm").Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            throw new FileNotFoundException($"{run.Folder} has no *.sgm.");
        foreach (var file in files.Where((_, at) => !run.Sample || at % SampleStep == 0))
            tally.Add(file);
        return tally.Figures();
    }

    private sealed class Tally(MeasureRun run)
    {
        private readonly int[] _all = new int[2];
        private readonly int[] _found = new int[2];
        private int _articles;
        private int _actors;
        private int _missed;

        public void Add(string file)
        {
            var tags = Tags(File.ReadAllText(file, Encoding.Latin1)).ToList();
            var items = new InputReader().Read([file]).ToList();
            if (items.Count != tags.Count)
                throw new InvalidDataException($"{file}: {tags.Count} documents by their tags, {items.Count} as read.");
            for (var at = 0; at < items.Count; at++)
            {
                if (tags[at].Count > 0 && items[at] is InputItem item && run.Includes(item.Origin))
                    Add(item, tags[at]);
            }
        }

        public List<Figure> Figures()
        {
            run.Output.WriteLine($"{_articles} articles, {_all[0]} ORGS and {_all[1]} PEOPLE tags");
            return
            [
                new("people found", (double)_found[1] / Math.Max(1, _all[1])),
                new("organisations found", (double)_found[0] / Math.Max(1, _all[0])),
                new("found", (double)_found.Sum() / Math.Max(1, _all.Sum())),
                new("actors per article", (double)_actors / Math.Max(1, _articles)),
            ];
        }

        private void Add(InputItem item, List<DocumentTag> tags)
        {
            if (ArticleReader.Read(item).Article is not { } article)
                return;
            _articles++;
            _actors += article.Actors.Count;
            foreach (var tag in tags.Where(tag => tag.IsKnown))
            {
                var slot = tag.IsPerson ? 1 : 0;
                _all[slot]++;
                if (article.Actors.Any(tag.Means))
                    _found[slot]++;
                else if (_missed++ < run.Worst)
                {
                    run.Output.WriteLine($"MISSED\t{item.Origin}\t{tag.Slug}\t{article.Title}\t"
                        + string.Join("; ", article.Actors.Select(Show)));
                }
            }
        }

        private static string Show(ArticleActor actor) => $"{actor.Name.ReplaceLineEndings(" ")} ({actor.Kind})";
    }

    // One list a document, in their order; most are empty.
    private static IEnumerable<List<DocumentTag>> Tags(string sgml)
    {
        foreach (var document in sgml.Split("</REUTERS>").SkipLast(1))
        {
            yield return
            [
                .. In(document, "PEOPLE").Select(slug => new DocumentTag(slug, true)),
                .. In(document, "ORGS").Select(slug => new DocumentTag(slug, false)),
            ];
        }
    }

    private static IEnumerable<string> In(string document, string element)
    {
        var first = document.IndexOf($"<{element}>", StringComparison.Ordinal);
        var end = document.IndexOf($"</{element}>", StringComparison.Ordinal);
        return first < 0 || end < first
            ? [] : Slug().Matches(document[first..end]).Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex("<D>([^<]+)</D>", RegexOptions.NonBacktracking)]
    private static partial Regex Slug();
}
