using Dateline.Eval.Names;
using Dateline.Search.Names;
using Dateline.Search.Text;
using Dateline.Search.Words;

namespace Dateline.Eval.PartsOfSpeech;

/// <summary>A sentence of a tagged corpus, read as the program reads it.</summary>
/// <param name="Text">The text its tokens point into.</param>
/// <param name="Tokens">The program's tokens; a word of the corpus may have several.</param>
/// <param name="Uses">Class of each token.</param>
/// <param name="Gold">Part of speech of the corpus's word that each token belongs to.</param>
/// <param name="Last">
/// True for the last token, marks aside, of a word of the corpus, which stands for it: "36-year-old" is what "old" is.
/// </param>
internal sealed record TaggedSentence(
    string Text, Token[] Tokens, WordUse[] Uses, PartOfSpeech[] Gold, bool[] Last)
{
    /// <summary>The sentences of a document.</summary>
    public static IEnumerable<TaggedSentence> Of(GoldDocument document, NameTagger tagger)
    {
        var word = 0;
        foreach (var span in SentenceSplitter.Split(document.Text))
        {
            var tokens = new List<Token>();
            foreach (var token in new Tokenizer(span.Of(document.Text)))
                tokens.Add(new Token(token.Start + span.Start, token.End + span.Start, token.Kind));
            var gold = new PartOfSpeech[tokens.Count];
            var last = new bool[tokens.Count];
            for (var at = 0; at < gold.Length; at++)
            {
                while (document.Words[word].End <= tokens[at].Start)
                    word++;
                gold[at] = PennTags.Read(document.PartsOfSpeech[word]);
                var isMore = at > 0 && tokens[at - 1].Start >= document.Words[word].Start;
                if (isMore && tokens[at].Kind == TokenKind.Punctuation)
                    continue;
                last[at] = true;
                for (var before = at - 1; before >= 0 && tokens[before].Start >= document.Words[word].Start; before--)
                    last[before] = false;
            }

            yield return new TaggedSentence(document.Text, [.. tokens], [.. tokens.Select(token =>
                token.Kind == TokenKind.Word ? tagger.UseOf(token.Of(document.Text)) : default)], gold, last);
        }
    }
}
