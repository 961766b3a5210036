using Dateline.Search.Archive.Json;
using Dateline.Search.Articles;

namespace Dateline.Cli.Output;

/// <summary>An article for people: what is known of it, then its text.</summary>
internal static class ArticlePrinter
{
    public static void Print(TextWriter output, Article article)
    {
        output.WriteLine(article.Title.Length > 0 ? article.Title : "(no headline)");
        output.WriteLine();
        output.WriteLine($"id         {article.Id}");
        output.WriteLine($"origin     {article.Origin}");
        output.WriteLine($"outlet     {article.Outlet ?? "-"}");
        output.WriteLine($"byline     {article.Byline ?? "-"}");
        output.WriteLine(article.Published is { } published
            ? $"published  {published.Date} ({published.Rule})"
            : "published  undated");
        if (article.Estimated is { } estimated)
        {
            output.WriteLine($"estimated  {estimated.Range}, because");
            foreach (var reason in estimated.Reasons)
                output.WriteLine($"           {reason.Text} ({reason.Rule}: {reason.Range})");
        }

        if (article.Url is not null)
            output.WriteLine($"url        {article.Url}");
        foreach (var place in article.Places)
        {
            var unlisted = place.Unlisted ? ", unlisted" : "";
            var setting = EnumNames.Kebab(place.Setting);
            output.WriteLine($"place      {place.Path} {setting} ({Mentions(place.Mentions)}{unlisted})");
        }

        foreach (var actor in article.Actors)
        {
            var kind = EnumNames.Kebab(actor.Kind);
            output.WriteLine($"actor      {actor.Name} [{actor.Id}] {kind} ({Mentions(actor.Mentions)})");
        }

        foreach (var date in article.EventDates)
            output.WriteLine($"event      {date.Date} (\"{date.Evidence.Quote}\", {date.Evidence.Rule})");
        output.WriteLine();
        output.WriteLine(article.Body);
    }

    private static string Mentions(IReadOnlyList<Evidence> mentions) =>
        $"{mentions.Count}×: {string.Join(", ", mentions.Select(static mention => mention.Quote).Distinct().Take(4))}";
}
