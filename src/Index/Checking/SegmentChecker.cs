using Dateline.Index.Codecs.Commit;
using Dateline.Index.Codecs.LiveDocs;
using Dateline.Index.Codecs.Norms;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Checking;

/// <summary>
/// Reads everything of one segment. The parts are opened one by one, so that damage in one hides none in another.
/// </summary>
internal sealed class SegmentChecker
{
    private readonly IndexDirectory _directory;
    private readonly SegmentCommit _segment;
    private readonly CancellationToken _cancellation;
    private readonly List<PartCheck> _parts = [];
    private NormsReader? _norms;

    private SegmentChecker(IndexDirectory directory, SegmentCommit segment, CancellationToken cancellation) =>
        (_directory, _segment, _cancellation) = (directory, segment, cancellation);

    private string Name => _segment.Info.Name;

    private int MaxDoc => _segment.Info.MaxDoc;

    public static SegmentCheck Check(IndexDirectory directory, SegmentCommit segment, CancellationToken cancellation)
    {
        var checker = new SegmentChecker(directory, segment, cancellation);
        string? unsupported = null;
        try
        {
            checker.Run();
        }
        catch (NotSupportedException error)
        {
            unsupported = error.Message;
        }

        return new SegmentCheck
        {
            Name = segment.Info.Name,
            MaxDoc = segment.Info.MaxDoc,
            DeletedCount = segment.DeletedCount,
            IsCompound = segment.Info.IsCompound,
            Parts = checker._parts,
            Unsupported = unsupported,
        };
    }

    private void Run()
    {
        Part("files", "files", "", problems => FilesCheck.Run(_directory, _segment, problems, _cancellation));
        SegmentParts? parts = null;
        Part("fields", "fields", ".fnm", problems => parts = OpenParts(problems));
        Part("deletions", "deletions", ".liv", CheckDeletions);
        if (parts is null) return;
        var fields = parts.Fields;
        if (fields.Any(field => field.HasNorms))
            Part("norms", "values", ".nvd", problems => CheckNorms(parts, problems));
        if (fields.Any(field => field.IndexOptions != IndexOptions.None))
            Part("terms", "terms", ".tim", problems => CheckTerms(parts, problems));
        if (fields.Any(field => field.DocValues != DocValuesType.None))
            Part("columns", "values", ".dvd", problems => CheckColumns(parts, problems));
        if (fields.Any(field => field.PointDimensions > 0))
            Part("points", "points", ".kdd", problems => CheckPoints(parts, problems));
        Part("stored", "documents", ".fdt", problems => CheckStored(parts, problems));
    }

    private void Part(string name, string unit, string extension, Action<PartProblems> check)
    {
        _cancellation.ThrowIfCancellationRequested();
        var problems = new PartProblems(name, unit, Name + extension);
        problems.Try(() => check(problems));
        _parts.Add(problems.Done());
    }

    private SegmentParts OpenParts(PartProblems problems)
    {
        var parts = new SegmentParts(_directory, _segment);
        problems.Items = parts.Fields.Count;
        return parts;
    }

    // The reader compares the bits with the number of documents and the commit's count.
    private void CheckDeletions(PartProblems problems)
    {
        LiveDocsFormat.Read(_directory, _segment);
        problems.Items = _segment.DeletedCount;
    }

    private void CheckNorms(SegmentParts parts, PartProblems problems)
    {
        var norms = parts.Norms()!;
        foreach (var field in parts.Fields.Where(field => field.HasNorms))
            for (var docId = 0; docId < MaxDoc; docId++)
                problems.Items += norms.Field(field)!.Get(docId) == 0 ? 0 : 1;
        _norms = norms;
    }

    private void CheckTerms(SegmentParts parts, PartProblems problems)
    {
        using var terms = parts.Terms()!;
        foreach (var field in parts.Fields.Where(field => field.IndexOptions != IndexOptions.None))
        {
            problems.Try(() =>
                new TermsCheck(field, terms.Field(field.Name), _norms, MaxDoc, problems, _cancellation).Run());
        }
    }

    private void CheckColumns(SegmentParts parts, PartProblems problems)
    {
        var columns = parts.Columns()!;
        foreach (var field in parts.Fields.Where(field => field.DocValues != DocValuesType.None))
        {
            _cancellation.ThrowIfCancellationRequested();
            problems.Try(() => new ColumnCheck(columns, field, MaxDoc, problems).Run());
        }
    }

    private void CheckPoints(SegmentParts parts, PartProblems problems)
    {
        var points = parts.Points()!;
        foreach (var field in parts.Fields.Where(points.HasLongs))
        {
            _cancellation.ThrowIfCancellationRequested();
            problems.Try(() => PointsCheck.Run(points, field, MaxDoc, problems));
        }
    }

    private void CheckStored(SegmentParts parts, PartProblems problems)
    {
        var stored = parts.Stored();
        var scan = stored.Scan();
        for (var docId = 0; docId < MaxDoc; docId++)
        {
            if ((docId & 1023) == 0) _cancellation.ThrowIfCancellationRequested();
            var document = docId;
            var readable = problems.Try(() => scan.Read(document));
            if (readable && docId % 97 == 0) readable = problems.Try(() => stored.Read(document));
            if (readable) problems.Items++;
        }
    }
}
