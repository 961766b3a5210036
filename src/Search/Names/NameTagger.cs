using System.Collections.Concurrent;
using Dateline.Search.Text;

namespace Dateline.Search.Names;

/// <summary>
/// Finds the names of persons, organisations, places and other things in a text: a linear-chain model over words,
/// shapes, word clusters, lists and the document's own evidence. The same text always gives the same names.
/// Thread-safe.
/// </summary>
public sealed class NameTagger
{
    /// <summary>Name of the model file, in the folder of the program.</summary>
    public const string ModelFile = "names.model";

    private static readonly Lazy<NameTagger> Shared =
        new(() => Load(Path.Combine(AppContext.BaseDirectory, ModelFile)));

    private readonly NameModel _model;
    private readonly ConcurrentBag<Scratch> _free = [];

    internal NameTagger(NameModel model) => _model = model;

    /// <summary>The tagger with the model that ships; loaded when first asked for.</summary>
    /// <exception cref="FileNotFoundException">The model is missing.</exception>
    /// <exception cref="InvalidDataException">The model is damaged or of another version.</exception>
    public static NameTagger Default => Shared.Value;

    internal NameModel Model => _model;

    /// <summary>Loads a model file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or of another version.</exception>
    public static NameTagger Load(string file) => new(NameModelFile.Read(file));

    /// <summary>The names of a text, in order, none overlapping another.</summary>
    /// <param name="text">A whole document, title and body in paragraphs of their own: names written in full in one
    /// place help the others.</param>
    public List<TaggedName> Tag(ReadOnlySpan<char> text)
    {
        var names = new List<TaggedName>();
        Tag(text, names);
        return names;
    }

    /// <summary>Adds the names of a text to a list.</summary>
    /// <returns>Number of tokens read.</returns>
    public int Tag(ReadOnlySpan<char> text, List<TaggedName> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (!_free.TryTake(out var scratch))
            scratch = new Scratch();
        scratch.Document.Read(text, _model.Lexicon);
        scratch.Label(_model);
        foreach (var range in scratch.Document.Sentences)
            Collect(scratch.Document.Tokens[range], scratch.Labels[range], names);
        _free.Add(scratch);
        return scratch.Document.Count;
    }

    /// <summary>
    /// How a word is used in news text: its coarse and fine class of words used alike, 0 when unknown.
    /// </summary>
    public WordUse UseOf(ReadOnlySpan<char> word)
    {
        var words = _model.Lexicon.Words;
        var exact = words.Find(WordHash.Exact(word));
        var known = WordClass.Unpack(exact != 0 ? exact : words.Find(WordHash.FoldedKey(WordHash.Lower(word))));
        return new WordUse(known.Coarse, known.Fine);
    }

    private static void Collect(ReadOnlySpan<Token> tokens, ReadOnlySpan<byte> labels, List<TaggedName> names)
    {
        var start = 0;
        for (var at = 0; at < labels.Length; at++)
        {
            if (labels[at] == NameLabels.Outside)
                continue;
            if (NameLabels.MayStart(labels[at]))
                start = tokens[at].Start;
            if (NameLabels.MayEnd(labels[at]))
                names.Add(new TaggedName(new TextSpan(start, tokens[at].End), (NameTag)(labels[at] >> 2)));
        }
    }

    // A first reading labels sentence by sentence; a second lets the document's sentences help one another.
    private sealed class Scratch
    {
        private readonly NameDecoder _decoder = new();
        private readonly NameVotes _votes = new();
        private short[] _scores = [];
        private byte[] _labels = [];

        public DocumentTokens Document { get; } = new();

        public ReadOnlySpan<byte> Labels => _labels.AsSpan(0, Document.Count);

        public void Label(NameModel model)
        {
            if (_labels.Length < Document.Count || _labels.Length > 16 * (Document.Count + 256))
            {
                _labels = new byte[Document.Count + 256];
                _scores = new short[_labels.Length * NameLabels.Weighted];
            }

            _votes.Reset(Document.Count);
            for (var i = 0; i < Document.Sentences.Count; i++)
            {
                var range = Document.Sentences[i];
                var scores = ScoresOf(range);
                _decoder.Score(Document.Facts[range], Document.Manners[i], model, scores);
                _decoder.Decode(scores, model, _labels.AsSpan(range));
                _votes.Add(Document.Facts[range], Document.Manners[i], _labels.AsSpan(range));
            }

            for (var i = 0; i < Document.Sentences.Count; i++)
            {
                var range = Document.Sentences[i];
                var scores = ScoresOf(range);
                if (_votes.Apply(Document.Facts[range], Document.Manners[i], _labels.AsSpan(range), scores))
                    _decoder.Decode(scores, model, _labels.AsSpan(range));
            }
        }

        private Span<short> ScoresOf(Range range)
        {
            var (start, length) = range.GetOffsetAndLength(Document.Count);
            return _scores.AsSpan(start * NameLabels.Weighted, length * NameLabels.Weighted);
        }
    }
}
