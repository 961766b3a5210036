using Dateline.Index.Codecs.Commit;
using Dateline.Index.Indexing;
using Dateline.Index.Store;

namespace Dateline.Index.Checking;

/// <summary>
/// Checks an index while holding its write lock and, when asked to, commits it without its damaged segments. Intact
/// segments are kept as they are. The files of the damaged ones stay where they are until the next writer deletes them.
/// </summary>
public sealed class IndexRepair : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly IDisposable _lock;
    private readonly CommitPoint? _commit;

    private IndexRepair(IndexDirectory directory, IDisposable held, IndexCheckReport report)
    {
        (_directory, _lock, Report) = (directory, held, report);
        if (!report.IsRepairable) return;
        _commit = CommitFormat.Read(directory, report.Generation, []);
        Plan = new RepairPlan(
            report.Generation + 1,
            [.. report.Segments.Where(static segment => !segment.IsDamaged)],
            [.. report.Segments.Where(static segment => segment.IsDamaged)]);
    }

    /// <summary>The state found.</summary>
    public IndexCheckReport Report { get; }

    /// <summary>
    /// What <see cref="Apply"/> will do; null when nothing is wrong or what is wrong cannot be repaired.
    /// </summary>
    public RepairPlan? Plan { get; }

    /// <summary>
    /// Takes the write lock and checks. <see cref="IndexLockedException"/> when a writer has the index; otherwise as
    /// <see cref="IndexChecker.Check"/>.
    /// </summary>
    public static IndexRepair Begin(
        IndexDirectory directory, IProgress<SegmentCheck>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var held = directory.LockForWriting();
        try
        {
            return new IndexRepair(directory, held, IndexChecker.Check(directory, progress, cancellationToken));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The terms of a field in a damaged segment that live documents have, as far as they can still be read; for naming
    /// what is lost. Stops where reading fails.
    /// </summary>
    public IReadOnlySet<string> SalvageTerms(SegmentCheck segment, string field)
    {
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentNullException.ThrowIfNull(field);
        var found = _commit?.Segments.FirstOrDefault(known => known.Info.Name == segment.Name);
        return found is null ? new HashSet<string>() : SegmentSalvage.Terms(_directory, found, field);
    }

    /// <summary>
    /// Writes the commit without the damaged segments. <see cref="InvalidOperationException"/> without a plan.
    /// </summary>
    public void Apply()
    {
        if (Plan is null || _commit is null)
            throw new InvalidOperationException("There is nothing that can be repaired.");
        var kept = Plan.Kept.Select(static segment => segment.Name).ToHashSet(StringComparer.Ordinal);
        var whole = _commit with
        {
            Generation = Plan.Generation,
            ChangeCounter = _commit.ChangeCounter + 1,
            Segments = [.. _commit.Segments.Where(segment => kept.Contains(segment.Info.Name))],
        };
        var leftover = CommitFormat.PendingName(Plan.Generation);
        if (_directory.Exists(leftover)) _directory.Delete(leftover); // of a crash; no reader ever looks at it
        CommitSession.Publish(_directory, whole, _commit);
    }

    /// <summary>Releases the lock.</summary>
    public void Dispose() => _lock.Dispose();
}
