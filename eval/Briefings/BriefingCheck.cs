using System.Diagnostics;
using Dateline.Search.Archive;
using Dateline.Summarize;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;
using Dateline.Summarize.Verification;

namespace Dateline.Eval.Briefings;

/// <summary>
/// Writes briefings and holds each to the promise: every cited span is exactly the article's text with its context, the
/// verifier agrees after saving and reading, and asking again gives the same bytes.
/// </summary>
internal sealed class BriefingCheck(IArticleArchive archive, TextWriter output)
{
    private readonly List<double> _milliseconds = [];

    /// <summary>Spans cited.</summary>
    public int Spans { get; private set; }

    /// <summary>Those that are not the article's text.</summary>
    public int Inexact { get; private set; }

    /// <summary>Briefings written.</summary>
    public int Briefings => _milliseconds.Count;

    /// <summary>Those that differed the second time, or after saving and reading.</summary>
    public int Unlike { get; private set; }

    /// <summary>Briefings that the verifier did not pass.</summary>
    public int Unverified { get; private set; }

    /// <summary>Time of the first writing, ascending.</summary>
    public IReadOnlyList<double> Milliseconds => [.. _milliseconds.Order()];

    /// <summary>Writes and checks one briefing; a topic that is no query counts for nothing.</summary>
    public void Check(string topic, int depth)
    {
        var request = new BriefingRequest { Topic = topic, Depth = depth };
        var started = Stopwatch.GetTimestamp();
        if (new BriefingWriter(archive).Write(request).Briefing is not { } briefing)
            return;
        _milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        foreach (var place in briefing.AllCitations())
            CheckSpan(topic, place);
        CheckBytes(topic, briefing, request);
    }

    private void CheckSpan(string topic, CitedPlace place)
    {
        Spans++;
        var citation = place.Citation;
        var body = archive.Find(citation.ArticleId)?.Body;
        if (body is not null && citation.Start >= 0 && citation.End <= body.Length && citation.Start < citation.End
            && body[citation.Start..citation.End] == citation.Quote
            && body[..citation.Start].EndsWith(citation.Prefix, StringComparison.Ordinal)
            && body[citation.End..].StartsWith(citation.Suffix, StringComparison.Ordinal))
            return;
        Inexact++;
        output.WriteLine($"not exact: {topic}: {place.Where} {citation.ArticleId} {citation.Start}-{citation.End}");
    }

    private void CheckBytes(string topic, Briefing briefing, BriefingRequest request)
    {
        var json = BriefingJson.Write(briefing);
        var read = BriefingJson.Read(json);
        var again = new BriefingWriter(archive).Write(request).Briefing!;
        if (json != BriefingJson.Write(read) || json != BriefingJson.Write(again))
        {
            Unlike++;
            output.WriteLine($"not the same bytes: {topic}");
        }

        if (BriefingVerifier.Over(archive).Verify(read).AllOk)
            return;
        Unverified++;
        output.WriteLine($"does not verify: {topic}");
    }
}
