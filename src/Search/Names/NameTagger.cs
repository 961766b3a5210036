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
    /// <param name="text">
    /// A whole document, title and body in paragraphs of their own: names written in full in one place help the others.
    /// </param>
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
        var document = scratch.Document;
        document.Read(text, _model.Lexicon);
        Span<byte> labels = stackalloc byte[DocumentTokens.MaxSentence];
        for (var i = 0; i < document.Sentences.Count; i++)
        {
            var range = document.Sentences[i];
            var tokens = document.Tokens[range];
            scratch.Decoder.Decode(document.Facts[range], document.Manners[i], _model, labels);
            Collect(tokens, labels[..tokens.Length], names);
        }

        _free.Add(scratch);
        return document.Count;
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

    private sealed class Scratch
    {
        public DocumentTokens Document { get; } = new();

        public NameDecoder Decoder { get; } = new();
    }
}
