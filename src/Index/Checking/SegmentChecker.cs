using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Commit;
using Dateline.Index.Codecs.Compound;
using Dateline.Index.Codecs.DocValues;
using Dateline.Index.Codecs.Fields;
using Dateline.Index.Codecs.LiveDocs;
using Dateline.Index.Codecs.Norms;
using Dateline.Index.Codecs.Points;
using Dateline.Index.Codecs.Postings;
using Dateline.Index.Codecs.StoredFields;
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
    private FieldInfos? _fields;
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
        SegmentFiles? files = null;
        Part("fields", "fields", ".fnm", problems => files = OpenFields(problems));
        Part("deletions", "deletions", ".liv", CheckDeletions);
        if (files is null || _fields is not { } fields) return;
        if (fields.Any(field => field.HasNorms))
            Part("norms", "values", ".nvd", problems => CheckNorms(files, fields, problems));
        if (fields.Any(field => field.IndexOptions != IndexOptions.None))
            Part("terms", "terms", ".tim", problems => CheckTerms(files, fields, problems));
        if (fields.Any(field => field.DocValues != DocValuesType.None))
            Part("columns", "values", ".dvd", problems => CheckColumns(files, fields, problems));
        if (fields.Any(field => field.PointDimensions > 0))
            Part("points", "points", ".kdd", problems => CheckPoints(files, fields, problems));
        Part("stored", "documents", ".fdt", problems => CheckStored(files, fields, problems));
    }

    private void Part(string name, string unit, string extension, Action<PartProblems> check)
    {
        _cancellation.ThrowIfCancellationRequested();
        var problems = new PartProblems(name, unit, Name + extension);
        problems.Try(() => check(problems));
        _parts.Add(problems.Done());
    }

    private SegmentFiles OpenFields(PartProblems problems)
    {
        var inside = _segment.Info.IsCompound ? CompoundDirectory.Open(_directory, _segment.Info) : _directory;
        var files = new SegmentFiles(inside, Name, _segment.Info.Id, MaxDoc);
        _fields = FieldInfosFormat.Read(files);
        problems.Items = _fields.Count;
        return files;
    }

    // The reader compares the bits with the number of documents and the commit's count.
    private void CheckDeletions(PartProblems problems)
    {
        LiveDocsFormat.Read(_directory, _segment);
        problems.Items = _segment.DeletedCount;
    }

    private void CheckNorms(SegmentFiles files, FieldInfos fields, PartProblems problems)
    {
        var norms = NormsReader.Open(files, fields);
        foreach (var field in fields.Where(field => field.HasNorms))
            for (var docId = 0; docId < MaxDoc; docId++)
                problems.Items += norms.Field(field)!.Get(docId) == 0 ? 0 : 1;
        _norms = norms;
    }

    private void CheckTerms(SegmentFiles files, FieldInfos fields, PartProblems problems)
    {
        using var terms = TermsReader.Open(files, fields);
        foreach (var field in fields.Where(field => field.IndexOptions != IndexOptions.None))
        {
            problems.Try(() =>
                new TermsCheck(field, terms.Field(field.Name), _norms, MaxDoc, problems, _cancellation).Run());
        }
    }

    private void CheckColumns(SegmentFiles files, FieldInfos fields, PartProblems problems)
    {
        var columns = DocValuesReader.Open(files, fields);
        foreach (var field in fields.Where(field => field.DocValues != DocValuesType.None))
        {
            _cancellation.ThrowIfCancellationRequested();
            problems.Try(() => new ColumnCheck(columns, field, MaxDoc, problems).Run());
        }
    }

    private void CheckPoints(SegmentFiles files, FieldInfos fields, PartProblems problems)
    {
        var points = PointsReader.Open(files, fields);
        foreach (var field in fields.Where(points.HasLongs))
        {
            _cancellation.ThrowIfCancellationRequested();
            problems.Try(() => PointsCheck.Run(points, field, MaxDoc, problems));
        }
    }

    private void CheckStored(SegmentFiles files, FieldInfos fields, PartProblems problems)
    {
        var stored = StoredFieldsReader.Open(files, fields, _segment.Info.StoredMode);
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
