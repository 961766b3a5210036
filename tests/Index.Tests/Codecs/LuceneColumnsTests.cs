using Dateline.Index.Store;
using Dateline.Index.Tests.Oracle;

namespace Dateline.Index.Tests.Codecs;

/// <summary>Indexes made by Lucene, read by our column readers, against the dump of Lucene's own API.</summary>
public sealed class LuceneColumnsTests
{
    [SkippableFact]
    public void Columns_SampleIndex_EqualLucenesDump()
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        using var directory = new FileDirectory(Fixture.Path("tiny"));
        var dump = new ColumnDump(LuceneSegment.Open(directory, "_0"));
        dump.Compare(LuceneOracle.Dump(Fixture.Path("tiny")), 0);
        Assert.Equal(5, dump.Stored);
        Assert.True(dump is { Columns: > 0, Norms: > 0, Points: > 0 });
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Columns_RareEncodings_EqualLucenesDump(bool bestCompression)
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        using var folder = new TempFolder();
        string[] mode = bestCompression ? ["-best"] : [];
        LuceneOracle.Run(["cover", folder.Path, "3000", "-no-cfs", .. mode]);
        using var directory = new FileDirectory(folder.Path);
        var dump = new ColumnDump(LuceneSegment.Open(directory, "_0"));
        dump.Compare(LuceneOracle.Dump(folder.Path), 0);
        Assert.Equal((3000, 15, 4), (dump.Stored, dump.Columns, dump.Points));
        Assert.Equal(6, dump.Norms);
    }

    [SkippableTheory]
    [InlineData(1, 0)]
    [InlineData(5_000, 0)]
    [InlineData(70_000, 64_000)] // the end of the first 65,536 documents and the beginning of the next
    public void Columns_WrittenByUs_AreCleanForLuceneAndReadTheSame(int maxDoc, int from)
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        using var folder = new TempFolder();
        using var directory = new FileDirectory(folder.Path);
        // norms need postings beside them: whole segments with norms are checked where they are written
        var sample = new SampleSegment(directory, maxDoc, seed: 11, norms: false);
        LuceneFrame.Write(sample.Files, sample.Fields);
        Assert.Contains("No problems were detected", LuceneOracle.Check(folder.Path), StringComparison.Ordinal);
        var dump = new ColumnDump(new LuceneSegment(sample.Files, sample.Fields, "BEST_SPEED"), from);
        dump.Compare(LuceneOracle.Dump(folder.Path, from), 0);
        Assert.Equal((maxDoc - from, 21), (dump.Stored, dump.Columns));
    }
}
