namespace Dateline.Index.Tests.Oracle;

public sealed class LuceneOracleTests
{
    [SkippableFact]
    public void Check_SampleIndex_IsClean()
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        Assert.Contains(
            "No problems were detected", LuceneOracle.Check(Fixture.Path("tiny")), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Check_DamagedIndex_Throws()
    {
        Skip.IfNot(LuceneOracle.IsAvailable, LuceneOracle.Reason);
        using var folder = new TempFolder();
        folder.CopyFrom(Fixture.Path("tiny"));
        var file = Directory.GetFiles(folder.Path, "*.fdt").Single();
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Throws<InvalidOperationException>(() => LuceneOracle.Check(folder.Path));
    }
}
