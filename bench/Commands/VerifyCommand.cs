using System.CommandLine;
using System.Globalization;
using Dateline.Bench.Queries;
using Dateline.Index.Facets;

namespace Dateline.Bench.Commands;

/// <summary>Writes the exact answers, to be compared with those of a peer.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("index") { Description = "Folder of the index." };
        var queries = new Argument<FileInfo>("queries") { Description = "TSV of bench/peers/queries.py." };
        var output = new Argument<FileInfo>("output") { Description = "TSV of id, hits, top 10, places, actors." };
        var command = new Command("verify", "Writes hits, top 10 and facet counts of every query.")
        {
            folder, queries, output,
        };
        command.SetAction((parse, cancellation) =>
        {
            using var reader = QueryCommand.Open(parse.GetRequiredValue(folder).FullName, out var search, out _, out _);
            using var lines = new StreamWriter(parse.GetRequiredValue(output).FullName);
            foreach (var query in BenchQuery.ReadAll(parse.GetRequiredValue(queries).FullName))
            {
                cancellation.ThrowIfCancellationRequested();
                lines.WriteLine(Line(query, search));
            }

            return Task.FromResult(0);
        });
        return command;
    }

    private static string Line(BenchQuery query, BenchSearch search)
    {
        var answer = search.Run(query, exact: true);
        var ids = answer.Top.Hits.Select(hit => search.CorpusId(hit.DocId).ToString(CultureInfo.InvariantCulture));
        return string.Join(
            '\t', query.Id, answer.Hits, string.Join(',', ids), Join(answer.Places), Join(answer.Actors));
    }

    private static string Join(IEnumerable<FacetValue> values) => string.Join('|', values.Select(
        value => string.Create(CultureInfo.InvariantCulture, $"{value.Label}={value.Count}")));
}
