using System.Text;
using Dateline.Search.Names;
using Dateline.Search.Text;

namespace Dateline.Eval.Names;

/// <summary>A document of a tagged corpus, put back into running text.</summary>
/// <param name="Name">File and number.</param>
/// <param name="Text">Sentences in paragraphs of their own.</param>
/// <param name="Words">The corpus's tokens in the text.</param>
/// <param name="Names">The gold names.</param>
/// <param name="Sentences">Spans of the sentences.</param>
/// <param name="Doubtful">Phrases of which the corpus does not say whether they are names.</param>
internal sealed record GoldDocument(
    string Name, string Text, IReadOnlyList<TextSpan> Words, IReadOnlyList<TaggedName> Names,
    IReadOnlyList<TextSpan> Sentences, IReadOnlyList<TextSpan> Doubtful)
{
    /// <summary>Part of speech of each of <see cref="Words"/>, in the corpus's tags; empty where it has none.</summary>
    public IReadOnlyList<string> PartsOfSpeech { get; init; } = [];
}

/// <summary>Reads a label of a corpus.</summary>
internal delegate TagReading LabelReader(string label, ReadOnlySpan<char> phrase);

/// <summary>
/// Reads CoNLL column files: a token a line, tag in the last column (IOB1 or IOB2), an empty line between sentences,
/// <c>-DOCSTART-</c> before documents. Words are joined as they are written in prose, so that the program's own
/// tokenizer can read them.
/// </summary>
internal static class ConllCorpus
{
    /// <summary>The documents of a file with the labels of CoNLL.</summary>
    public static List<GoldDocument> Read(string file) => Read(file, TagScheme.Conll, false);

    /// <summary>The documents of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="labels">Reads its labels.</param>
    /// <param name="scattered">True when every sentence is from another text.</param>
    public static List<GoldDocument> Read(string file, LabelReader labels, bool scattered)
    {
        var documents = new List<GoldDocument>();
        var builder = new Builder(labels);
        foreach (var line in File.ReadLines(file).Append("-DOCSTART- O"))
        {
            if (line.StartsWith("-DOCSTART-", StringComparison.Ordinal)
                || (scattered && string.IsNullOrWhiteSpace(line)))
            {
                if (builder.Build($"{Path.GetFileName(file)}:{documents.Count}") is { } document)
                    documents.Add(document);
                builder = new Builder(labels);
            }
            else if (string.IsNullOrWhiteSpace(line))
                builder.EndSentence();
            else
                builder.Add(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        return documents;
    }

    private sealed class Builder(LabelReader labels)
    {
        // Word, part of speech, chunk and name.
        private const int ColumnsOfConll = 4;

        private readonly StringBuilder _text = new();
        private readonly List<TextSpan> _words = [], _sentences = [];
        private readonly List<(TextSpan Span, string Label)> _phrases = [];
        private readonly List<string> _partsOfSpeech = [];
        private int _sentenceStart;
        private string _before = "", _tag = "O";
        private bool _quoted;

        public void Add(string[] columns)
        {
            var word = columns[0];
            if (_text.Length > _sentenceStart && HasSpace(word))
                _text.Append(' ');
            if (word == "\"")
                _quoted = !_quoted;
            var span = new TextSpan(_text.Length, _text.Length + word.Length);
            _text.Append(word);
            _words.Add(span);
            if (columns.Length == ColumnsOfConll)
                _partsOfSpeech.Add(columns[1]);
            AddTag(columns[^1], span);
            _before = word;
        }

        public void EndSentence()
        {
            if (_text.Length == _sentenceStart)
                return;
            _sentences.Add(new TextSpan(_sentenceStart, _text.Length));
            _text.Append("\n\n");
            (_sentenceStart, _before, _tag, _quoted) = (_text.Length, "", "O", false);
        }

        public GoldDocument? Build(string name)
        {
            EndSentence();
            if (_words.Count == 0)
                return null;
            var text = _text.ToString();
            var names = new List<TaggedName>();
            var doubtful = new List<TextSpan>();
            foreach (var (span, label) in _phrases)
            {
                var reading = labels(label, span.Of(text));
                if (reading.IsName)
                    names.Add(new TaggedName(span, reading.Tag));
                else if (reading.IsDoubtful)
                    doubtful.Add(span);
            }

            return new GoldDocument(name, text, _words, names, _sentences, doubtful) { PartsOfSpeech = _partsOfSpeech };
        }

        private bool HasSpace(string word)
        {
            if (word == "\"")
                return !_quoted;
            if (_before == "\"" && _quoted)
                return false;
            return word is not ("," or "." or ":" or ";" or "?" or "!" or ")" or "]"
                    or "'s" or "'S" or "'" or "n't" or "%")
                && _before is not ("(" or "$" or "[");
        }

        private void AddTag(string tag, TextSpan span)
        {
            if (tag != "O")
            {
                if (tag[0] == 'I' && _tag != "O" && _tag[2..] == tag[2..])
                    _phrases[^1] = (new TextSpan(_phrases[^1].Span.Start, span.End), tag[2..]);
                else
                    _phrases.Add((span, tag[2..]));
            }

            _tag = tag;
        }
    }
}
