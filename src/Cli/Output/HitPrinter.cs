using System.Globalization;
using System.Text;
using Dateline.Search.Archive;
using Dateline.Search.Querying;

namespace Dateline.Cli.Output;

/// <summary>Hits for people to read; matched words bold on a terminal.</summary>
internal sealed class HitPrinter(CliIo io)
{
    private const int Width = 100;

    public void Print(SearchResponse response, int offset, CountUnit unit)
    {
        var (one, many) = unit is CountUnit.Stories ? ("story", "stories") : ("article", "articles");
        var number = offset;
        foreach (var hit in response.Hits)
        {
            var title = hit.Title.Length > 0 ? hit.Title : "(no headline)";
            io.Out.WriteLine($"{++number,3}. {Mark(title, hit.TitleMatches)}");
            io.Out.WriteLine($"     {hit.Id}  {Date(hit)}  {hit.Outlet ?? "no outlet"}");
            if (hit.Story is { } story)
                io.Out.WriteLine($"     {story.Articles} articles, {story.Texts} independent  story:{story.Id}");
            foreach (var snippet in hit.Snippets)
                PrintSnippet(snippet);
        }

        var total = response.Total.ToString("N0", CultureInfo.InvariantCulture);
        var found = response.Total == 1 ? $"1 {one}" : $"{total} {many}";
        io.Say(response.Hits.Count < response.Total ? $"{response.Hits.Count} of {found}" : found);
    }

    private static string Date(SearchHit hit) => hit switch
    {
        { Published: { } published } => published.ToString(),
        { Estimated: { } estimated } => $"undated, estimated {estimated}",
        _ => "undated",
    };

    private void PrintSnippet(Snippet snippet)
    {
        var line = new StringBuilder();
        var marked = Mark(snippet.Text, snippet.Matches);
        foreach (var word in marked.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + word.Length > Width)
            {
                io.Out.WriteLine("     " + line.ToString().TrimEnd());
                line.Clear();
            }

            line.Append(word).Append(' ');
        }

        io.Out.WriteLine("     " + line.ToString().TrimEnd());
    }

    private string Mark(string text, IReadOnlyList<HighlightSpan> matches)
    {
        if (!io.OutIsTerminal || matches.Count == 0)
            return text;
        var marked = new StringBuilder();
        var done = 0;
        foreach (var match in matches)
        {
            marked.Append(text, done, match.Start - done)
                .Append("\e[1m")
                .Append(text, match.Start, match.End - match.Start)
                .Append("\e[0m");
            done = match.End;
        }

        return marked.Append(text, done, text.Length - done).ToString();
    }
}
