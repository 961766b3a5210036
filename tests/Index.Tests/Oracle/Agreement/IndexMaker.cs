using Dateline.Index.Analysis;
using Dateline.Index.Indexing;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Oracle.Agreement;

/// <summary>Takes an index through its history, each step by the engine that is to do it.</summary>
internal sealed class IndexMaker(LuceneServer lucene, int segmentDocuments)
{
    public void Apply(string folder, HistoryStep step, Maker maker)
    {
        if (maker == Maker.Dateline) ApplyHere(folder, step);
        else ApplyThere(folder, step, maker == Maker.Lucene);
    }

    private void ApplyHere(string folder, HistoryStep step)
    {
        using var directory = new FileDirectory(folder);
        using var writer = IndexWriter.Open(directory, new IndexWriterOptions
        {
            Analyzer = new EnglishAnalyzer(),
            BufferDocuments = segmentDocuments,
            BufferBytes = 1L << 30,
            MergeFactor = step.MergeFactor,
        });
        foreach (var operation in step.Operations)
        {
            if (operation.Query is { } query) writer.Delete(query);
            else if (operation.Story is not { } story) writer.Delete("id", operation.Id!);
            else if (operation.Id is { } id) writer.Update("id", id, Corpus.ToDocument(story));
            else writer.Add(Corpus.ToDocument(story));
        }

        if (step.ForceMerge) writer.ForceMerge(1);
        writer.Commit();
        writer.WaitForMerges();
        writer.Commit();
    }

    private void ApplyThere(string folder, HistoryStep step, bool plain)
    {
        var script = Path.GetTempFileName();
        try
        {
            string[] last = step.ForceMerge ? ["{\"op\":\"forcemerge\",\"into\":1}"] : [];
            File.WriteAllLines(script, step.Operations.Select(operation => operation.ToJson()).Concat(last));
            string[] options = plain ? ["-no-cfs"] : [];
            lucene.Run(["script", folder, script, "-segdocs", $"{segmentDocuments}", "-merges", $"{step.MergeFactor}",
                .. options]);
        }
        finally
        {
            File.Delete(script);
        }
    }
}

/// <summary>Who writes.</summary>
internal enum Maker
{
    Dateline,

    /// <summary>Lucene, a file for every part.</summary>
    Lucene,

    /// <summary>Lucene, a compound file for a segment.</summary>
    LuceneCompound,
}

/// <summary>An index to be made.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Makers">Who does the steps, in turn.</param>
internal sealed record IndexKind(string Name, params Maker[] Makers)
{
    public static readonly IndexKind InTurns = new("written in turns",
        Maker.Dateline, Maker.Lucene, Maker.Dateline, Maker.LuceneCompound, Maker.Dateline, Maker.Lucene);

    public static readonly IndexKind[] All =
    [
        new("written by Dateline", Maker.Dateline),
        new("written by Lucene", Maker.Lucene),
        new("written by Lucene, compound files", Maker.LuceneCompound),
        InTurns,
    ];

    public Maker Of(int step) => Makers[step % Makers.Length];
}
