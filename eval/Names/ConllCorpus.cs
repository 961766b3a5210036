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
internal sealed record GoldDocument(
    string Name, string Text, IReadOnlyList<TextSpan> Words, IReadOnlyList<TaggedName> Names,
    IReadOnlyList<TextSpan> Sentences);

/// <summary>
/// Reads CoNLL column files: a token a line, tag in the last column (IOB1 or IOB2), an empty line between sentences,
/// <c>-DOCSTART-</c> before documents. Words are joined as they are written in prose, so that the program's own
/// tokenizer can read them.
/// </summary>
internal static class ConllCorpus
{
    /// <summary>The documents of a file.</summary>
    public static List<GoldDocument> Read(string file)
    {
        var documents = new List<GoldDocument>();
        var builder = new Builder();
        foreach (var line in File.ReadLines(file).Append("-DOCSTART- O"))
        {
            if (line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
            {
                if (builder.Build($"{Path.GetFileName(file)}:{documents.Count}") is { } document)
                    documents.Add(document);
                builder = new Builder();
            }
            else if (string.IsNullOrWhiteSpace(line))
                builder.EndSentence();
            else
                builder.Add(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        return documents;
    }

    private sealed class Builder
    {
        private readonly StringBuilder _text = new();
        private readonly List<TextSpan> _words = [], _sentences = [];
        private readonly List<TaggedName> _names = [];
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
            return _words.Count == 0 ? null : new GoldDocument(name, _text.ToString(), _words, _names, _sentences);
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
                var kind = Kind(tag[2..]);
                if (tag[0] == 'I' && _tag != "O" && _tag[2..] == tag[2..])
                    _names[^1] = new TaggedName(new TextSpan(_names[^1].Span.Start, span.End), kind);
                else
                    _names.Add(new TaggedName(span, kind));
            }

            _tag = tag;
        }

        private static NameTag Kind(string type) => type switch
        {
            "PER" => NameTag.Person,
            "ORG" => NameTag.Organisation,
            "LOC" => NameTag.Place,
            "MISC" => NameTag.Other,
            _ => throw new FormatException($"Unknown tag '{type}': expected PER, ORG, LOC or MISC."),
        };
    }
}
