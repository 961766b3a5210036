using Dateline.Index.Analysis;
using Dateline.Index.Indexing;
using Dateline.Index.Querying;
using Dateline.Index.Reading;
using Dateline.Index.Store;

namespace Dateline.Index.Tests.Querying;

/// <summary>A document of a <see cref="WordIndex"/>.</summary>
internal sealed record WordDoc(string[] Words, long? Number, string[] Labels);

/// <summary>
/// A small index in memory beside the documents it was made of, and a slow twin that decides by looking at each
/// document whether it matches. Document ids of the index are positions in <see cref="Docs"/>.
/// </summary>
internal sealed class WordIndex : IDisposable
{
    public const string Field = "text";
    private readonly MemoryDirectory _directory = new();
    private readonly IndexReader _reader;

    public WordIndex(IReadOnlyList<WordDoc> docs, int segmentDocuments, Func<int, bool>? isDeleted = null)
    {
        Docs = docs;
        IsDeleted = isDeleted ?? (_ => false);
        using (var writer = IndexWriter.Open(_directory, new IndexWriterOptions
        {
            Analyzer = new StandardAnalyzer(),
            BufferDocuments = segmentDocuments,
            MergeFactor = 1000,
        }))
        {
            for (var k = 0; k < docs.Count; k++) writer.Add(ToDocument(docs[k], k));
            writer.Commit();
            for (var k = 0; k < docs.Count; k++)
            {
                if (IsDeleted(k)) writer.Delete("id", $"{k}");
            }

            writer.Commit();
        }

        _reader = IndexReader.Open(_directory);
        Searcher = new IndexSearcher(_reader);
        Assert.Equal(docs.Count, Searcher.MaxDoc);
    }

    public IReadOnlyList<WordDoc> Docs { get; }

    public Func<int, bool> IsDeleted { get; }

    public IndexSearcher Searcher { get; }

    /// <summary>Words <c>w0, w1, ...</c>, small numbers far more often than large ones.</summary>
    public static WordIndex Random(int seed, int docCount, int segmentDocuments, int vocabulary)
    {
        var random = new Random(seed);
        string Word() => $"w{(int)(vocabulary * Math.Pow(random.NextDouble(), 4))}";
        WordDoc[] docs = [.. Enumerable.Range(0, docCount).Select(_ => new WordDoc(
            [.. Enumerable.Range(0, random.Next(1, random.Next(2, 60))).Select(_ => Word())],
            random.Next(5) == 0 ? null : random.Next(50) - 25,
            [
                .. Enumerable.Range(0, random.Next(4))
                    .Select(_ => $"{"abc"[random.Next(3)]}{random.Next(6)}").Distinct()]))];
        var deleted = docs.Select(_ => random.Next(8) == 0).ToArray();
        return new WordIndex(docs, segmentDocuments, docId => deleted[docId]);
    }

    public IEnumerable<int> Matching(Query query) =>
        Enumerable.Range(0, Docs.Count).Where(docId => !IsDeleted(docId) && Matches(query, Docs[docId]));

    public void Dispose() => _reader.Dispose();

    private static IndexDocument ToDocument(WordDoc doc, int id)
    {
        var document = new IndexDocument();
        document.Add(IndexField.Keyword("id", $"{id}"));
        document.Add(IndexField.Text(Field, string.Join(' ', doc.Words)));
        if (doc.Number is { } number) document.Add(IndexField.Numeric("number", number));
        foreach (var label in doc.Labels)
        {
            document.Add(IndexField.Facet(label[..1], label));
            document.Add(IndexField.SortedSet("labels", label));
            document.Add(IndexField.Keyword("label", label));
        }

        return document;
    }

    private static bool Matches(Query query, WordDoc doc) => query switch
    {
        MatchAllQuery => true,
        MatchNoneQuery => false,
        TermQuery { Field: "label" } q => doc.Labels.Contains(q.Term),
        TermQuery q => doc.Words.Contains(q.Term),
        PrefixQuery q => doc.Words.Any(word => word.StartsWith(q.Prefix, StringComparison.Ordinal)),
        TermRangeQuery q => doc.Words.Any(word =>
            (
                q.Lower is null
                    || string.CompareOrdinal(word, q.Lower) is var low && (low > 0 || (low == 0 && q.IncludeLower)))
            && (
                q.Upper is null
                    || string.CompareOrdinal(word, q.Upper) is var high
                    && (high < 0 || (high == 0 && q.IncludeUpper)))),
        LongRangeQuery q => doc.Number >= q.Lower && doc.Number <= q.Upper,
        FieldExistsQuery => doc.Number is not null,
        WildcardQuery q => doc.Words.Any(word => System.Text.RegularExpressions.Regex.IsMatch(
            word, $"^{q.Pattern.Replace("*", ".*", StringComparison.Ordinal).Replace('?', '.')}$")),
        RegexQuery q => doc.Words.Any(word => System.Text.RegularExpressions.Regex.IsMatch(word, $"^({q.Pattern})$")),
        FuzzyQuery q => doc.Words.Any(word => IsNear(q, word)),
        SynonymQuery q => q.Synonyms.Any(synonym => doc.Words.Contains(synonym.Term)),
        DisjunctionMaxQuery q => q.Queries.Any(part => Matches(part, doc)),
        PhraseQuery q => Enumerable.Range(0, doc.Words.Length).Any(start => q.Terms.All(term =>
            start + term.Position < doc.Words.Length && doc.Words[start + term.Position] == term.Term)),
        ConstantScoreQuery q => Matches(q.Inner, doc),
        BoostQuery q => Matches(q.Inner, doc),
        BooleanQuery q => MatchesBoolean(q, doc),
        _ => throw new ArgumentException($"No slow twin for {query.GetType().Name}."),
    };

    private static bool IsNear(FuzzyQuery query, string word)
    {
        if (query.PrefixLength >= query.Term.Length) return word == query.Term;
        if (!word.StartsWith(query.Term[..Math.Min(query.PrefixLength, query.Term.Length)], StringComparison.Ordinal))
            return false;
        var edits = new NearbyTexts(query.Term, 0, 0).Distance(NearbyTexts.Characters(word));
        return edits <= query.MaxEdits && (edits == 0 || edits < Math.Min(word.Length, query.Term.Length));
    }

    private static bool MatchesBoolean(BooleanQuery query, WordDoc doc)
    {
        int Count(Occur occur) => query.Clauses.Count(clause => clause.Occur == occur && Matches(clause.Query, doc));
        var required = query.Clauses.Count(clause => clause.Occur is Occur.Must or Occur.Filter);
        if (query.Clauses.All(clause => clause.Occur == Occur.MustNot)) return false;
        var needed = query.MinimumShouldMatch == 0 && required == 0 ? 1 : query.MinimumShouldMatch;
        return Count(Occur.Must) + Count(Occur.Filter) == required && Count(Occur.MustNot) == 0
            && Count(Occur.Should) >= needed;
    }
}
