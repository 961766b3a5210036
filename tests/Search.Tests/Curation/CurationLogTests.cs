using System.Text;
using Dateline.Search.Archive;
using Dateline.Search.Curation;

namespace Dateline.Search.Tests.Curation;

/// <summary>The file of curation records.</summary>
public sealed class CurationLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-curation-").FullName;

    private string FilePath => Path.Combine(_folder, "curation.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Append_GivesNumbersAndTimes_AndIsReadBackByOthers()
    {
        var log = new CurationLog(FilePath, new FixedClock());
        Assert.Equal(1, log.Append(Hide("a")).Id);
        var second = log.Append(Hide("b") with { Note = "näher" });
        Assert.Equal((2, FixedClock.Now), (second.Id, second.Time));

        var entries = new CurationLog(FilePath, TimeProvider.System).Current.Entries;
        Assert.Equal([1L, 2L], entries.Select(entry => entry.Record.Id));
        Assert.Equal("näher", entries[1].Record.Note);
        Assert.Equal(["b"], entries[1].Record.Values);
        Assert.Equal(2, File.ReadAllLines(FilePath).Length);
    }

    [Theory]
    [InlineData("Read-only file system", 30)]
    [InlineData("No space left on device", 28)]
    public void Append_WhereNothingCanBeWritten_SaysSoAtOnce(string reason, int error)
    {
        var tries = 0;
        var log = new CurationLog(FilePath, TimeProvider.System)
        {
            Open = (_, _) =>
            {
                tries++;
                throw new IOException(reason, error);
            },
        };

        var thrown = Assert.Throws<IOException>(() => log.Append(Hide("a")));

        Assert.Equal(1, tries);
        Assert.Equal($"The curation log '{FilePath}' cannot be written: {reason}", thrown.Message);
    }

    [Fact]
    public void Append_WithoutPermission_SaysSoAtOnce()
    {
        Directory.CreateDirectory(FilePath + ".lock"); // refused to root too

        var thrown = Assert.Throws<IOException>(() => new CurationLog(FilePath, TimeProvider.System).Append(Hide("a")));

        Assert.Contains("cannot be written: Access to the path", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Another process", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Append_HeldByAnotherForAMoment_Waits()
    {
        using var held = new FileStream(FilePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite,
            FileShare.None);
        var tries = 0;
        var log = new CurationLog(FilePath, TimeProvider.System)
        {
            Open = (path, share) =>
            {
                if (++tries == 3)
                    held.Dispose();
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, bufferSize: 1);
            },
        };

        Assert.Equal(1, log.Append(Hide("a")).Id);
        Assert.True(tries >= 3);
    }

    [Fact]
    public void Current_NoticesWhatAnotherWrote_AndIsTheSameObjectOtherwise()
    {
        var (mine, other) = (
            new CurationLog(FilePath, TimeProvider.System), new CurationLog(FilePath, TimeProvider.System));
        Assert.Empty(mine.Current.Entries);
        other.Append(Hide("a"));
        Assert.Single(mine.Current.Entries);
        Assert.Same(mine.Current, mine.Current);
    }

    [Fact]
    public void Undo_OfAnUndo_MakesTheRecordCountAgain()
    {
        var log = new CurationLog(FilePath, TimeProvider.System);
        log.Append(Hide("a"));
        log.Append(Undo(1));
        Assert.Equal([2L, null], log.Current.Entries.Select(entry => entry.UndoneBy));
        log.Append(Undo(2));
        Assert.Equal([null, 3L, null], log.Current.Entries.Select(entry => entry.UndoneBy));
        log.Append(Undo(3));
        Assert.Equal([2L, null, 4L, null], log.Current.Entries.Select(entry => entry.UndoneBy));
    }

    [Fact]
    public void Log_TornAtEveryByte_LosesNothingElse_AndGoesOn()
    {
        var log = new CurationLog(FilePath, new FixedClock());
        log.Append(Hide("first"));
        log.Append(Undo(1));
        var before = File.ReadAllBytes(FilePath).Length;
        log.Append(new CurationRecord
        {
            Operation = CurationOperation.Rename,
            Dimension = FacetDimension.Actor,
            Values = ["x"],
            Name = "Zoë X",
        });
        var whole = File.ReadAllBytes(FilePath);
        for (var length = before; length <= whole.Length; length++)
        {
            File.WriteAllBytes(FilePath, whole[..length]);
            var history = new CurationLog(FilePath, new FixedClock()).Current;
            var torn = length > before && length < whole.Length - 1;
            Assert.Equal(length >= whole.Length - 1 ? 3 : 2, history.Entries.Count);
            Assert.Equal(torn ? [3] : [], history.Problems.Select(problem => problem.Line));

            var next = new CurationLog(FilePath, new FixedClock()).Append(Hide("next"));
            var after = new CurationLog(FilePath, new FixedClock()).Current;
            Assert.Equal(history.Entries.Count + 1, after.Entries.Count);
            Assert.Equal("next", after.Find(next.Id)!.Record.Values[0]);
            Assert.Equal(torn ? [3] : [], after.Problems.Select(problem => problem.Line));
            Assert.Equal(whole[..length], File.ReadAllBytes(FilePath)[..length]);
        }
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"id\":9,\"time\":\"2026-01-01T00:00:00Z\",\"operation\":\"explode\",\"dimension\":\"actor\"}")]
    [InlineData(
        "{\"id\":9,\"time\":\"2026-01-01T00:00:00Z\",\"operation\":\"hide\","
            + "\"dimension\":\"actor\",\"values\":[\"a\"],\"unless\":1}")]
    [InlineData(
        "{\"id\":1,\"time\":\"2026-01-01T00:00:00Z\",\"operation\":\"hide\","
            + "\"dimension\":\"actor\",\"values\":[\"a\"]}")]
    [InlineData(
        "{\"id\":9,\"time\":\"2026-01-01T00:00:00Z\",\"operation\":\"hide\","
            + "\"dimension\":\"actor\",\"values\":[null]}")]
    [InlineData(
        "{\"id\":9,\"time\":\"2026-01-01T00:00:00Z\",\"operation\":\"hide\","
            + "\"dimension\":\"actor\",\"values\":[\"Not A Slug\"]}")]
    [InlineData(
        "{\"id\":9,\"time\":\"2026-01-01T00:00:00Z\",\"operation\":\"hide\","
            + "\"dimension\":\"source\",\"values\":[\"cnn\"]}")]
    [InlineData("{\"id\":9,\"time\":\"2026-01-01T00:00:00Z\",\"operation\":\"undo\",\"undoes\":12}")]
    [InlineData(
        "{\"id\":9,\"time\":\"2026-01-01T00:00:00Z\",\"operation\":\"merge\","
            + "\"dimension\":\"place\",\"values\":[\"syria\"],\"into\":\"syria/homs\"}")]
    [InlineData("")]
    [InlineData("null")]
    public void Line_ThatIsNoRecord_IsNamedAndKept(string line)
    {
        var log = new CurationLog(FilePath, TimeProvider.System);
        log.Append(Hide("a"));
        File.AppendAllText(FilePath, line + "\n", Encoding.UTF8);
        Assert.Equal(3, log.Append(Hide("b")).Id);
        Assert.Equal(["a", "b"], log.Current.Entries.Select(entry => entry.Record.Values[0]));
        Assert.Equal([2], log.Current.Problems.Select(problem => problem.Line));
        Assert.Equal(line, File.ReadAllLines(FilePath)[1]);
    }

    [Fact]
    public void Append_OfARecordThatMeansNothing_IsRefused()
    {
        var log = new CurationLog(FilePath, TimeProvider.System);
        var error = Assert.Throws<ArgumentException>(() => log.Append(Hide("a") with { Values = [] }));
        Assert.Contains("names no value", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(FilePath));
    }

    [Fact]
    public async Task Append_FromManyAtOnce_KeepsEveryRecordWhole()
    {
        var tasks = Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            var log = new CurationLog(FilePath, TimeProvider.System);
            for (var k = 0; k < 5; k++)
                log.Append(Hide($"w{writer}-{k}"));
        }));
        await Task.WhenAll(tasks);
        var history = new CurationLog(FilePath, TimeProvider.System).Current;
        Assert.Empty(history.Problems);
        Assert.Equal(Enumerable.Range(1, 20).Select(id => (long)id), history.Entries.Select(entry => entry.Record.Id));
    }

    private static CurationRecord Hide(string value) =>
        new() { Operation = CurationOperation.Hide, Dimension = FacetDimension.Actor, Values = [value] };

    private static CurationRecord Undo(long id) => new() { Operation = CurationOperation.Undo, Undoes = id };

    private sealed class FixedClock : TimeProvider
    {
        public static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
