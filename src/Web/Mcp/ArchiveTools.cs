using System.Globalization;
using Dateline.Index;
using Dateline.Search.Querying;

namespace Dateline.Web.Mcp;

/// <summary>
/// All tools and how they are called: a few at a time, each for a bounded time, and whatever goes wrong becomes an
/// answer that says so. Thread-safe.
/// </summary>
/// <param name="sources">What the tools read.</param>
/// <param name="talk">Where failures of the server itself are told.</param>
/// <param name="time">Clock for the time limit.</param>
internal sealed class ArchiveTools(ArchiveSources sources, TextWriter talk, TimeProvider time) : IDisposable
{
    /// <summary>Longest time of one call.</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(30);

    private const int MostWaiting = 64;

    private readonly SemaphoreSlim _turns = new(Math.Max(2, Environment.ProcessorCount));
    private int _waiting;

    /// <summary>What the tools read.</summary>
    public ArchiveSources Sources => sources;

    /// <summary>The tools, in the order shown.</summary>
    public IReadOnlyList<ArchiveTool> All { get; } =
    [
        .. SearchTools.Of(sources), .. ArticleTools.Of(sources),
        .. BriefingTools.Of(sources), .. LedgerTools.Of(sources),
    ];

    /// <summary>The tool of that name, or null with the name that was perhaps meant.</summary>
    public ArchiveTool? Find(string name, out string problem)
    {
        var tool = All.FirstOrDefault(known => known.Name == name);
        string[] names = [.. All.Select(static known => known.Name)];
        var meant = tool is null && EditDistance.Nearest(name, names) is { } near ? $" Did you mean '{near}'?" : "";
        problem = $"There is no tool '{(name.Length > 60 ? name[..60] + "…" : name)}'.{meant}"
            + $" The tools are {string.Join(", ", names)}.";
        return tool;
    }

    /// <summary>
    /// Runs a reading of the archive on another thread, so that cancelling it can be heard meanwhile.
    /// </summary>
    /// <exception cref="OperationCanceledException">The client no longer wants it.</exception>
    public async Task<ToolAnswer> RunAsync(
        string name, Func<CancellationToken, Task<ToolAnswer>> read, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return ToolAnswer.Error("Too many calls wait for an answer: call again when some are answered.");
        }

        try
        {
            await _turns.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await WithinTimeAsync(name, read, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private async Task<ToolAnswer> WithinTimeAsync(
        string name, Func<CancellationToken, Task<ToolAnswer>> read, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestCall, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await Task.Run(() => read(stop.Token), stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var seconds = LongestCall.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return ToolAnswer.Error(
                $"The call took longer than {seconds} seconds and was stopped: narrow the query, or ask for less.");
        }
        catch (CorruptIndexException e)
        {
            return ToolAnswer.Error($"The index is damaged: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return ToolAnswer.Error(e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            talk.WriteLine($"dateline: {name} failed: {e}");
            return ToolAnswer.Error($"{name} failed by an error of the server; its standard error says more.");
        }
    }
}
