using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Dateline.Bench.Corpus;
using Dateline.Bench.Measuring;
using Dateline.Index.Analysis;
using Dateline.Index.Indexing;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Bench.Commands;

/// <summary>Indexes a corpus from scratch and reports speed, size and memory.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var corpus = new Argument<FileInfo>("corpus") { Description = "JSON lines of bench/peers/gen.py." };
        var folder = new Argument<DirectoryInfo>("index") { Description = "Folder for the index; emptied first." };
        var merge = new Option<bool>("--merge") { Description = "Merge to one segment afterwards." };
        var buffer = new Option<int>("--buffer-mb")
        {
            Description = "Memory for buffered documents.",
            DefaultValueFactory = _ => 64,
        };
        var threads = new Option<int>("--threads")
        {
            Description = "Threads that add documents.",
            DefaultValueFactory = _ => 1,
        };
        var offsets = new Option<bool>("--offsets") { Description = "Keep offsets of the text, as the archive does." };
        var command = new Command("index", "Indexes a corpus and reports docs/s, bytes and peak memory.")
        {
            corpus, folder, merge, buffer, threads, offsets,
        };
        command.SetAction((parse, cancellation) => Task.FromResult(Run(
            parse.GetRequiredValue(corpus).FullName,
            parse.GetRequiredValue(folder).FullName,
            new How(parse.GetValue(buffer), parse.GetValue(threads), parse.GetValue(offsets), parse.GetValue(merge)),
            cancellation)));
        return command;
    }

    /// <summary>How the corpus is indexed: the command's options.</summary>
    private sealed record How(int BufferMb, int Threads, bool Offsets, bool Merge);

    private static int Run(string corpus, string folder, How how, CancellationToken cancellation)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var directory = new FileDirectory(folder);
        var buffer = (long)how.BufferMb << 20;
        var options = new IndexWriterOptions { Analyzer = new StandardAnalyzer(), BufferBytes = buffer };
        int docs;
        var clock = Stopwatch.StartNew();
        double indexed;
        using (var writer = IndexWriter.Open(directory, options))
        {
            docs = AddAll(writer, corpus, how, cancellation);
            writer.Commit();
            indexed = clock.Elapsed.TotalSeconds;
            if (how.Merge)
            {
                writer.ForceMerge(1);
                writer.Commit();
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(
            Report(folder, docs, indexed, clock.Elapsed.TotalSeconds - indexed), ReportJson.Default.IndexReport));
        return 0;
    }

    private static int AddAll(IndexWriter writer, string corpus, How how, CancellationToken cancellation)
    {
        var docs = 0;
        if (how.Threads == 1)
        {
            foreach (var article in CorpusJson.ReadLines(corpus))
            {
                cancellation.ThrowIfCancellationRequested();
                writer.Add(BenchSchema.ToIndex(article, how.Offsets));
                docs++;
            }

            return docs;
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = how.Threads, CancellationToken = cancellation };
        Parallel.ForEach(CorpusJson.ReadLines(corpus), parallel, article =>
        {
            writer.Add(BenchSchema.ToIndex(article, how.Offsets));
            Interlocked.Increment(ref docs);
        });
        return docs;
    }

    private static IndexReport Report(string folder, int docs, double seconds, double mergeSeconds)
    {
        var files = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles())
        {
            var kind = file.Extension.Length > 0 ? file.Extension[1..] : "segments";
            files[kind] = files.GetValueOrDefault(kind) + file.Length;
        }

        using var reader = IndexReader.Open(new FileDirectory(folder));
        var memory = ProcessMemory.Read();
        var stored = files.Where(pair => pair.Key is "fdt" or "fdx" or "fdm").Sum(pair => pair.Value);
        return new IndexReport(
            docs,
            Math.Round(seconds, 2),
            Math.Round(docs / seconds),
            Math.Round(mergeSeconds, 2),
            reader.Segments.Count,
            Math.Round(files.Values.Sum() / 1e6, 1),
            Math.Round(stored / 1e6, 1),
            memory.PeakMb,
            memory.AnonymousMb,
            files);
    }
}
