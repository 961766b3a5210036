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
}
