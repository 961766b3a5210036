using Dateline.Search.Archive;
using Dateline.Search.Querying;

namespace Dateline.Search.Curation;

/// <summary>
/// Where people repair the places and actors of an archive. Reads their words as values of the archive, refuses what
/// would change nothing, and writes the rest to the log. Thread-safe.
/// </summary>
public sealed class CurationDesk
{
    private readonly CurationLog _log;
    private readonly ICurationView _view;

    internal CurationDesk(CurationLog log, ICurationView view) => (_log, _view) = (log, view);

    /// <summary>The log, each record with what it does in the archive as it is now.</summary>
    public CurationList List()
    {
        var history = _log.Current;
        return _view.Read((_, curation) =>
            new CurationList([.. history.Entries.Select(entry => Item(entry, curation))], history.Problems));
    }

    /// <summary>A value as somebody who may repair it sees it; null when it stands for none or for several.</summary>
    public ValueDetails? Describe(ValueClause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return _view.Read((snapshot, curation) =>
        {
            var found = snapshot.Resolver.Resolve(clause.Dimension, clause.Value, new WarningList());
            return found.Count == 1 ? ValueDetails.Of(snapshot, curation, clause.Dimension, found[0]) : null;
        });
    }

    /// <summary>Writes a record, or says why not.</summary>
    /// <exception cref="IOException">The log cannot be written.</exception>
    public CurationOutcome Apply(CurationDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        string? problem = null;
        var written = _log.Append(history =>
        {
            (var record, problem) = draft.Operation is CurationOperation.Undo
                ? Undo(draft, history)
                : _view.Read((snapshot, _) => new CurationReading(snapshot).Read(draft));
            problem ??= record is null ? "Nothing to write." : Refusal(record, history);
            return problem is null ? record : null;
        });
        if (written is null)
            return new CurationOutcome(null, problem);
        var item = _view.Read((_, curation) => Item(_log.Current.Find(written.Id)!, curation));
        return new CurationOutcome(item, null);
    }

    private string? Refusal(CurationRecord record, CurationHistory history)
    {
        if (CurationCheck.Problem(record) is { } wrong)
            return $"It {wrong}.";
        if (record.Operation is CurationOperation.Undo)
            return null;
        var tried = history.With(record);
        return _view.Try(CurationRules.Of(tried)!).EffectOf(history.NextId) > 0
            ? null : $"It would change nothing: {CurationText.Of(record)}, but no article is touched by that.";
    }

    private static (CurationRecord?, string?) Undo(CurationDraft draft, CurationHistory history)
    {
        if (draft.Undoes is not { } id || history.Find(id) is not { } entry)
            return (null, $"There is no record {draft.Undoes} to undo.");
        return entry.UndoneBy is { } by
            ? (null, $"Record {id} is undone already, by record {by}; undo that one to have it back.")
            : (new CurationRecord { Operation = CurationOperation.Undo, Undoes = id, Note = draft.Note }, null);
    }

    private static CurationItem Item(CurationEntry entry, CurationOverlay? curation)
    {
        var record = entry.Record;
        var articles = curation?.EffectOf(record.Id) ?? 0;
        var state = !entry.IsActive ? CurationState.Undone
            : articles == 0 && record.Operation is not CurationOperation.Undo ? CurationState.WithoutEffect
                : CurationState.Active;
        return new CurationItem(record, state, entry.UndoneBy, articles, CurationText.Of(record));
    }
}

/// <summary>The archive as the desk sees it.</summary>
internal interface ICurationView
{
    /// <summary>Reads from the archive as it is now.</summary>
    T Read<T>(Func<ArchiveSnapshot, CurationOverlay?, T> read);

    /// <summary>What rules would make of the archive.</summary>
    CurationOverlay Try(CurationRules rules);
}
