using Dateline.Search.Articles;
using Dateline.Search.Text;
using Dateline.Summarize.Speech;

namespace Dateline.Summarize.Tests.Speech;

public class ArticleSpeechTests
{
    [Fact]
    public void Read_SpeakerWithRoleBesideTheName_IsTheActorWithThatRole()
    {
        var article =
            Make.Article("a", "“The strikes will go on,” said Anna Kovac, a spokeswoman for the dockers’ union.")
            .Naming("Anna Kovac", ActorKind.Person);

        var said = Assert.Single(ArticleSpeech.Read(article).Statements);

        Assert.Equal(SpeakerKnowledge.Named, said.Speaker.Knowledge);
        Assert.Equal("anna-kovac", said.Speaker.Actor?.Id);
        Assert.Equal("a spokeswoman for the dockers’ union", said.Speaker.Role);
        Assert.Equal(("said", SpeechAct.States, SpeechForm.Direct), (said.Verb, said.Act, said.Attribution.Form));
    }

    [Fact]
    public void Read_PronounAfterOneSpeaker_IsThatSpeaker()
    {
        var article =
            Make.Article("a", "Omar Haddad said that the talks had failed.\n\n“We waited for days,” he said on Monday.")
            .Naming("Omar Haddad", ActorKind.Person);

        var speech = ArticleSpeech.Read(article);

        Assert.Equal(2, speech.Statements.Count);
        Assert.Equal(SpeakerKnowledge.FromContext, speech.Statements[1].Speaker.Knowledge);
        Assert.Equal("Omar Haddad", speech.Statements[1].Speaker.Name);
    }

    [Fact]
    public void Read_WordsCarriedByAnother_AreThoseOfTheSpeaker()
    {
        var article = Make.Article(
                "a", "Omar Haddad said that the talks had failed.\n\nHe said only nine guards were hurt in the port, "
                    + "according to comments carried by the Norrland News Agency.")
            .Naming("Omar Haddad", ActorKind.Person).Naming("Norrland News Agency", ActorKind.Media);

        var last = ArticleSpeech.Read(article).Statements[^1];

        Assert.Equal(("Omar Haddad", "said"), (last.Speaker.Name, last.Verb));
        Assert.StartsWith(
            "only nine guards", last.Attribution.Content[0].Of(article.Body).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SpokesmanBesideTheNameOfAnother_IsNotThatOther()
    {
        var article = Make.Article("a", "“The talks go on,” Haddad spokesman Ivo Brandt said on Monday.")
            .Naming("Haddad", ActorKind.Person).Naming("Ivo Brandt", ActorKind.Person);

        Assert.Equal("Ivo Brandt", Assert.Single(ArticleSpeech.Read(article).Statements).Speaker.Name);
    }

    [Fact]
    public void Read_PronounThatMayMeanTwo_StaysUnresolved()
    {
        var article = Make.Article(
                "a", "Omar Haddad said that the talks had failed.\n\nThe envoy Karim Saleh left the hall.\n\n“We "
                    + "waited for days,” he said.")
            .Naming("Omar Haddad", ActorKind.Person).Naming("Karim Saleh", ActorKind.Person);

        var last = ArticleSpeech.Read(article).Statements[^1];

        Assert.Equal(SpeakerKnowledge.Unresolved, last.Speaker.Knowledge);
        Assert.Null(last.Speaker.Actor);
        Assert.Equal("he", last.Speaker.Name);
    }

    [Fact]
    public void Read_PronounAgainstTheTitle_IsNotThatPerson()
    {
        var article = Make.Article("a", "Mr. Haddad said that the talks had failed.\n\n“I was there,” she said.")
            .Naming("Haddad", ActorKind.Person);

        Assert.Equal(SpeakerKnowledge.Unresolved, ArticleSpeech.Read(article).Statements[^1].Speaker.Knowledge);
    }

    [Fact]
    public void Read_TitleOfOnePerson_IsThatPerson()
    {
        var article = Make.Article(
                "a", "Foreign Minister Ivo Brandt met the envoys on Monday.\n\nThe minister said that the border "
                    + "would stay closed.")
            .Naming("Ivo Brandt", ActorKind.Person, "Foreign Minister");

        var said = Assert.Single(ArticleSpeech.Read(article).Statements);

        Assert.Equal("ivo-brandt", said.Speaker.Actor?.Id);
        Assert.Equal(SpeakerKnowledge.FromContext, said.Speaker.Knowledge);
    }

    [Fact]
    public void Read_UnnamedSpeaker_IsDescribedAndSpeaksForTheBody()
    {
        var article = Make.Article("a", "A spokesman for the Harbour Council said that the port would open on Friday.")
            .Naming("Harbour Council", ActorKind.Organisation);

        var said = Assert.Single(ArticleSpeech.Read(article).Statements);

        Assert.Equal(SpeakerKnowledge.Described, said.Speaker.Knowledge);
        Assert.Equal("harbour-council", said.Speaker.Actor?.Id);
        Assert.Equal("A spokesman for the Harbour Council", said.Speaker.Name);
    }

    [Fact]
    public void VoiceOf_TellsOutletsOwnWordsFromThoseOfOthers()
    {
        const string Body =
            "The road was closed on Monday.\n\n“It was chaos,” the mayor said. “People ran in all directions.”";
        var speech = ArticleSpeech.Read(Make.Article("a", Body));
        var sentences = SentenceSplitter.Split(Body);

        Assert.Equal(SentenceVoice.Outlet, speech.VoiceOf(sentences[0], out var none));
        Assert.Null(none);
        Assert.Equal(SentenceVoice.Attributed, speech.VoiceOf(sentences[1], out _));
        Assert.Equal(SentenceVoice.SpeakerElsewhere, speech.VoiceOf(sentences[2], out var said));
        Assert.Equal("the mayor", said?.Speaker.Name);
    }
}
