using Dateline.Index.Checking;
using Dateline.Index.Codecs.Commit;
using Dateline.Index.Indexing;
using Dateline.Index.Reading;
using Dateline.Index.Store;
using Dateline.Index.Tests.Indexing;

namespace Dateline.Index.Tests.Survival;

/// <summary>
/// Every single call to the disk fails in turn. The step under way reports it, readers go on, nothing acknowledged is
/// lost, and the writer goes on after a rollback, or another in its place.
/// </summary>
public sealed class FaultTests
{
    private const int Seed = 77;
    private const int Steps = 3;

    [Theory]
    [InlineData("No space left on device", true)]
    [InlineData("Input/output error", false)]
    public void Writer_AnyCallFails_ReportsItAndLosesNothing(string message, bool stays)
    {
        var seen = new HashSet<DiskCall>();
        for (var call = 1; TryFault(call, message, stays, seen); call++)
        {
        }

        Assert.Equal(Enum.GetValues<DiskCall>().ToHashSet(), seen);
    }

    /// <summary>False when the writer was done before that many calls.</summary>
    private static bool TryFault(int call, string message, bool stays, HashSet<DiskCall> seen)
    {
        using var directory = new FaultyDirectory(message, stays);
        var acknowledged = Write(directory, 1);
        using var reader = IndexReader.Open(directory);
        var before = Stored(reader);
        directory.FailAt(call);
        var error = Record.Exception(() => acknowledged = Write(directory, Steps, step => acknowledged = step));
        var failed = directory.Failed;
        directory.Heal();
        if (failed is null) return false;
        seen.Add(failed.Value);
        var where = $"call {call}, {failed}";
        if (error is not null)
            Assert.True(
                error is IOException && error.Message.Contains(message, StringComparison.Ordinal), $"{where}: {error}");
        Assert.Equal(before, Stored(reader));
        KillHarness.Verify(directory, Seed, acknowledged);
        if (call % 4 == 0) GoOn(directory);
        return true;
    }

    private static List<object> Stored(IndexReader reader) =>
        [
            .. reader.Segments.SelectMany(segment => Enumerable.Range(0, segment.MaxDoc).SelectMany(segment.Stored))
                .Select(field => field.Value)];

    private static int Write(IndexDirectory directory, int last, Action<int>? acknowledged = null)
    {
        using var writer = IndexWriter.Open(directory, Documents.Options(bufferDocuments: 4, mergeFactor: 2));
        WriterScript.Write(writer, Seed, last, acknowledged ?? (_ => { }));
        return last;
    }

    /// <summary>Another writer takes over, ends the script and leaves nothing behind that nothing refers to.</summary>
    private static void GoOn(FaultyDirectory directory)
    {
        Write(directory, Steps + 1);
        Assert.Equal(Steps + 1, KillHarness.Verify(directory, Seed, Steps + 1));
        var commit = CommitFormat.Read(directory, CommitFormat.LastGeneration(directory.ListFiles()));
        Assert.Equal(commit.AllFiles.Order(StringComparer.Ordinal), directory.ListFiles());
    }

    [Fact]
    public void Rollback_AfterAnyFailure_LetsTheSameWriterGoOn()
    {
        for (var call = 1; call < 400; call += 5)
        {
            using var directory = new FaultyDirectory("No space left on device", stays: true);
            var acknowledged = Write(directory, 2);
            using var writer = IndexWriter.Open(directory, Documents.Options(bufferDocuments: 4, mergeFactor: 2));
            directory.FailAt(call);
            var error = Record.Exception(() => WriterScript.Write(writer, Seed, Steps, step => acknowledged = step));
            if (error is null) return;
            Assert.IsAssignableFrom<IOException>(error);
            directory.Heal();
            writer.Rollback();
            KillHarness.Verify(directory, Seed, acknowledged);
            WriterScript.Write(writer, Seed, Steps, _ => { });
            Assert.Equal(Steps, KillHarness.Verify(directory, Seed, Steps));
            Assert.True(IndexChecker.Check(directory).IsClean);
        }
    }

    [Fact]
    public void Reader_AnyCallFails_ReportsItAndOpensAfterwards()
    {
        using var directory = new FaultyDirectory("Input/output error", stays: false);
        Write(directory, Steps);
        for (var call = 1; ; call++)
        {
            directory.FailAt(call);
            var error = Record.Exception(() => IndexReader.Open(directory).Dispose());
            directory.Heal();
            IndexReader.Open(directory).Dispose();
            if (error is null)
            {
                Assert.True(call > 10, $"only {call} calls");
                return;
            }

            Assert.True(error is IOException and not CorruptIndexException, $"call {call}: {error}");
        }
    }
}
