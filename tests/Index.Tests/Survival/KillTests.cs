using Dateline.Index.Tests.Oracle;
using Xunit.Abstractions;

namespace Dateline.Index.Tests.Survival;

/// <summary>The short form of <see cref="KillHarness"/>.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    [Fact]
    public void Reopen_AfterTheWriterWasKilledAtAnyMoment_HoldsEveryAcknowledgedCommit()
    {
        const int Kills = 8;
        using var folder = new TempFolder();
        using var log = new StringWriter();
        try
        {
            var summary = KillHarness.Run(
                folder.Path, Kills, seed: 20120716, LuceneOracle.IsAvailable ? Kills : 0, log);
            Assert.Equal(Kills, summary.Kills);
            Assert.True(summary.Acknowledged > 0, "no commit was acknowledged before its kill");
        }
        finally
        {
            output.WriteLine(log.ToString());
        }
    }
}
