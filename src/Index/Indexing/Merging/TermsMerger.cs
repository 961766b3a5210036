using Dateline.Index.Codecs;
using Dateline.Index.Codecs.Postings;
using Dateline.Index.Indexing.Buffering;
using Dateline.Index.Reading;
using Dateline.Index.Schema;
using Dateline.Index.Store;

namespace Dateline.Index.Indexing.Merging;

/// <summary>Merges the inverted indexes of some segments, field by field, term by term.</summary>
internal sealed class TermsMerger
{
    private readonly TermsWriter _writer;
    private readonly FieldInfo _field;
    private readonly NormValues? _norms;
    private readonly PostingsParts _parts;
    private readonly Source[] _sources;
    private readonly PriorityQueue<Source, Source> _next = new(ByTerm);
    private readonly List<Source> _same = [];
    private bool _fieldStarted;

    private sealed record Source(int Order, MergeInput Input, FieldTerms Terms, TermsCursor Cursor);

    /// <summary>By current term, then in the order of the segments, so that documents ascend.</summary>
    private static readonly Comparer<Source> ByTerm = Comparer<Source>.Create(static (a, b) =>
        a.Cursor.Term.SequenceCompareTo(b.Cursor.Term) is var order and not 0 ? order : a.Order.CompareTo(b.Order));

    private TermsMerger(TermsWriter writer, FieldInfo field, MergeInput[] inputs, NormValues? norms)
    {
        _writer = writer;
        _field = field;
        _norms = norms;
        _parts = field.HasOffsets ? PostingsParts.Offsets
            : field.HasPositions ? PostingsParts.Positions
            : field.HasFreqs ? PostingsParts.Freqs
            : PostingsParts.Docs;
        _sources = [.. inputs
            .Select((input, order) => (input, order, terms: input.Reader.Terms(field.Name)))
            .Where(source => source.terms is not null)
            .Select(source => new Source(source.order, source.input, source.terms!, source.terms!.Terms()))];
    }

    public static void Merge(
        SegmentFiles files,
        FieldInfos fields,
        MergeInput[] inputs,
        Dictionary<string, NormBytes> norms,
        ScanDirectory pass,
        CancellationToken cancellation)
    {
        if (fields.All(field => field.IndexOptions == IndexOptions.None)) return;
        using var writer = new TermsWriter(files, fields);
        foreach (var field in fields.OrderBy(field => field.Name, StringComparer.Ordinal))
            if (field.IndexOptions != IndexOptions.None)
                new TermsMerger(writer, field, inputs, norms.GetValueOrDefault(field.Name)).Run(pass, cancellation);
        writer.Finish();
    }

    private void Run(ScanDirectory pass, CancellationToken cancellation)
    {
        foreach (var source in _sources) Enqueue(source);
        while (_next.TryDequeue(out var first, out _))
        {
            cancellation.ThrowIfCancellationRequested();
            _same.Clear();
            _same.Add(first);
            while (_next.TryPeek(out var other, out _) && other.Cursor.Term.SequenceEqual(first.Cursor.Term))
                _same.Add(_next.Dequeue());
            WriteTerm(first.Cursor.Term);
            pass.Passed(_writer.BytesWritten);
            foreach (var source in _same) Enqueue(source);
        }

        if (_fieldStarted) _writer.FinishField();
    }

    private void Enqueue(Source source)
    {
        if (source.Cursor.Next()) _next.Enqueue(source, source);
    }

    /// <summary>Writes the live documents of a term; a term without any is left out.</summary>
    private void WriteTerm(ReadOnlySpan<byte> term)
    {
        var started = false;
        foreach (var source in _same)
        {
            var cursor = source.Terms.Postings(source.Cursor.State, _parts);
            var targets = source.Input.Targets;
            for (var docId = cursor.Next(); docId != DocCursor.NoMoreDocs; docId = cursor.Next())
            {
                if (targets[docId] < 0) continue;
                if (!started) StartTerm(term);
                started = true;
                WriteDocument(cursor, targets[docId]);
            }
        }

        if (started) _writer.FinishTerm();
    }

    private void StartTerm(ReadOnlySpan<byte> term)
    {
        if (!_fieldStarted) _writer.StartField(_field, _norms);
        _fieldStarted = true;
        _writer.StartTerm(term);
    }

    private void WriteDocument(PostingsCursor cursor, int target)
    {
        var freq = _field.HasFreqs ? cursor.Freq : 1;
        _writer.StartDoc(target, freq);
        if (!_field.HasPositions) return;
        for (var k = 0; k < freq; k++)
        {
            var position = cursor.NextPosition();
            _writer.AddPosition(position, cursor.StartOffset, cursor.EndOffset);
        }
    }
}
