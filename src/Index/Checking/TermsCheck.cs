using Dateline.Index.Codecs.Norms;
using Dateline.Index.Reading;
using Dateline.Index.Schema;

namespace Dateline.Index.Checking;

/// <summary>Every term of a field: order, statistics, postings, look-ups; norms exactly where terms are.</summary>
internal sealed class TermsCheck(
    FieldInfo field,
    FieldTerms? terms,
    NormsReader? norms,
    int maxDoc,
    PartProblems problems,
    CancellationToken cancellation)
{
    private readonly ulong[] _seen = new ulong[(maxDoc + 63L) / 64];
    private long _count;
    private long _sumDocFreq;
    private long _sumFreq;

    private string Field => $"field \"{@field.Name}\"";

    public void Run()
    {
        if (terms is not null)
        {
            WalkTerms(terms);
            CheckTotals(terms);
        }

        if (field.HasNorms && norms?.Field(field) is { } values) CheckNorms(values);
    }

    private void WalkTerms(FieldTerms of)
    {
        var cursor = of.Terms();
        byte[] last = [];
        while (cursor.Next())
        {
            if ((_count++ & 255) == 0) cancellation.ThrowIfCancellationRequested();
            var term = cursor.Term;
            if (_count > 1 && term.SequenceCompareTo(last) <= 0)
                problems.Add($"{Field}: term {Show(term)} follows {Show(last)}");
            last = term.ToArray();
            var state = cursor.State;
            problems.Require(
                of.TryFind(last, out var found)
                    && (found.DocFreq, found.TotalTermFreq) == (state.DocFreq, state.TotalTermFreq),
                $"{Field}: looking term {Show(last)} up does not find what walking to it does");
            var postings = new PostingsCheck(of, state, field, norms?.Field(field), maxDoc, _seen);
            if (postings.Run() is { } what) problems.Add($"{Field}, term {Show(last)}: {what}");
            _sumDocFreq += state.DocFreq;
            _sumFreq += state.TotalTermFreq;
            problems.Items++;
            if (_count == 1)
                problems.Require(of.MinTerm.SequenceEqual(last), $"{Field}: the smallest term is {Show(last)}");
        }

        problems.Require(of.MaxTerm.SequenceEqual(last), $"{Field}: the largest term is {Show(last)}");
    }

    private void CheckTotals(FieldTerms of)
    {
        var documents = _seen.Sum(static word => (long)System.Numerics.BitOperations.PopCount(word));
        problems.Require(of.TermCount == _count, $"{Field} has {_count} terms, its statistics say {of.TermCount}");
        problems.Require(
            of.SumDocFreq == _sumDocFreq, $"{Field} has {_sumDocFreq} postings, its statistics say {of.SumDocFreq}");
        problems.Require(
            !field.HasFreqs || of.SumTotalTermFreq == _sumFreq,
            $"{Field} has {_sumFreq} tokens, its statistics say {of.SumTotalTermFreq}");
        problems.Require(
            of.DocCount == documents, $"{Field} is in {documents} documents, its statistics say {of.DocCount}");
    }

    private void CheckNorms(NormValues values)
    {
        for (var docId = 0; docId < maxDoc; docId++)
        {
            var hasTerms = (_seen[docId >> 6] >> (docId & 63) & 1) != 0;
            if (hasTerms == (values.Get(docId) != 0)) continue;
            problems.Add($"{Field}: document {docId} has {(hasTerms ? "terms but norm 0" : "a norm but no terms")}");
        }
    }

    private static string Show(ReadOnlySpan<byte> term) => Convert.ToHexStringLower(term[..Math.Min(term.Length, 40)]);
}
