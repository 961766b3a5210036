using System.Diagnostics.CodeAnalysis;
using Dateline.Index.Indexing.Segments;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing.Merging;

/// <summary>
/// Runs merges in the background, a bounded number at once, on threads that searching and indexing go before.
/// Thread-safe.
/// </summary>
internal sealed class MergeScheduler(LiveSegments segments, MergePolicy policy, MergeRunner runner, int most)
    : IDisposable
{
    private const int Nice = 10; // about a tenth of a processor that others want, all of one that is free

    private readonly object _gate = new(); // waited on
    private CancellationTokenSource _cancellation = new();
    private int _running;
    private int _paused;

    /// <summary>What the last background merge failed with; null when it did not fail.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Starts what the policy asks for.</summary>
    public void Schedule()
    {
        lock (_gate)
        {
            while (_paused == 0 && _running < most && segments.BeginMerge(policy.Select) is { } job) Start(job);
        }
    }

    /// <summary>
    /// Merges in the calling thread while there are more segments than that: who adds must not outrun merging for long.
    /// </summary>
    public void HelpWhileBehind(int mostSegments)
    {
        while (TryBegin(mostSegments, out var job, out var token) && Run(job, token))
        {
        }
    }

    private bool TryBegin(int mostSegments, [NotNullWhen(true)] out MergeJob? job, out CancellationToken token)
    {
        job = null;
        lock (_gate)
        {
            token = _cancellation.Token;
            if (_paused > 0 || segments.Count <= mostSegments) return false;
            job = segments.BeginMerge(policy.Select);
            if (job is null) return false;
            _running++;
            return true;
        }
    }

    /// <summary>Waits until no merge runs, then holds merging back until the result is disposed.</summary>
    public IDisposable Pause(bool cancel = false)
    {
        lock (_gate)
        {
            _paused++;
            if (cancel) _cancellation.Cancel();
            while (_running > 0) Monitor.Wait(_gate);
            if (cancel)
            {
                _cancellation.Dispose();
                _cancellation = new CancellationTokenSource();
            }
        }

        return new Resuming(this);
    }

    /// <summary>Waits until no merge runs and none is due.</summary>
    public void WaitUntilIdle()
    {
        Schedule();
        lock (_gate)
        {
            while (_running > 0) Monitor.Wait(_gate);
        }
    }

    /// <summary>Cancels what runs and waits for its end.</summary>
    public void Dispose()
    {
        Pause(cancel: true);
        _cancellation.Dispose();
    }

    private void Start(MergeJob job)
    {
        _running++;
        var token = _cancellation.Token;
        var thread = new Thread(() =>
        {
            Posix.LowerPriorityOfThread(Nice);
            Run(job, token);
        });
        thread.IsBackground = true;
        thread.Name = "merge";
        thread.Start();
    }

    /// <summary>False when the merge failed or was cancelled.</summary>
    private bool Run(MergeJob job, CancellationToken token)
    {
        Exception? failure = null;
        try
        {
            runner.Run(job, token);
        }
        catch (Exception e)
        {
            failure = e; // reported by Failure; nothing is lost, the segments are as they were
        }

        lock (_gate)
        {
            _running--;
            failure ??= TrySchedule();
            if (failure is not OperationCanceledException) Failure = failure;
            Monitor.PulseAll(_gate);
            return failure is null;
        }
    }

    // Choosing looks at files; an error of the disk must not end the process, as it would on this thread.
    private Exception? TrySchedule()
    {
        try
        {
            Schedule();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private sealed class Resuming(MergeScheduler scheduler) : IDisposable
    {
        private bool _disposed;

        public void Dispose()
        {
            lock (scheduler._gate)
            {
                if (!_disposed) scheduler._paused--;
                _disposed = true;
            }
        }
    }
}
