using System.Runtime.InteropServices;

namespace Dateline.Search.Places.Finding;

/// <summary>The names found in one text that may be places, and what each of them may be.</summary>
/// <param name="text">The words.</param>
internal sealed class FoundToponyms(TokenizedText text)
{
    /// <summary>The names, in text order.</summary>
    public List<Toponym> Toponyms { get; } = [];

    /// <summary>What they may be: slices by <see cref="Toponym.CandidateStart"/>.</summary>
    public List<GazetteerMatch> Candidates { get; } = [];

    /// <summary>Places whose demonym occurs, and where, once for each occurrence and place.</summary>
    public List<(int Id, int FirstToken, int LastToken)> Demonyms { get; } = [];

    /// <summary>Adds a name whose candidates are the last ones, from <paramref name="candidateStart"/> on.</summary>
    public void Add(int first, int last, int candidateStart, ToponymFlags flags, string rule = "gazetteer") =>
        Toponyms.Add(new Toponym(first, last, rule)
        {
            CandidateStart = candidateStart,
            CandidateCount = Candidates.Count - candidateStart,
            Flags = flags,
        });

    /// <summary>Forgets every toponym that is written exactly so.</summary>
    public void Drop(string name) => Toponyms.RemoveAll(toponym =>
    {
        var first = text.Tokens[toponym.FirstToken];
        return text.FieldOf(first).AsSpan()[first.Start..text.Tokens[toponym.LastToken].End].SequenceEqual(name);
    });

    /// <summary>What a name may be.</summary>
    public ReadOnlySpan<GazetteerMatch> CandidatesOf(scoped in Toponym toponym) =>
        CollectionsMarshal.AsSpan(Candidates).Slice(toponym.CandidateStart, toponym.CandidateCount);

    /// <summary>Hash of a name, which all its mentions share.</summary>
    public ulong HashOf(in Toponym toponym) => text.HashOf(toponym.FirstToken, toponym.LastToken);

    /// <summary>True when the last name found ends right before this word.</summary>
    public bool EndsBefore(int token) => Toponyms.Count > 0 && Toponyms[^1].LastToken == token - 1;

    /// <summary>True when only a comma stands between the last name found and this word: "Aleppo, Syria".</summary>
    public bool IsFollowedBy(int token) => EndsBefore(token) && text.Tokens[token].Is(TokenFlags.CommaBefore)
        && !text.Tokens[token].Is(TokenFlags.SentenceStart);
}
