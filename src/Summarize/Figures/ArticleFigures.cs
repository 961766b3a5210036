using Dateline.Search.Articles;
using Dateline.Summarize.Speech;

namespace Dateline.Summarize.Figures;

/// <summary>All figures of an article with who says them. Stateless and thread-safe.</summary>
internal static class ArticleFigures
{
    /// <summary>The figures in text order; the speech model is asked only where there are any.</summary>
    public static List<Figure> Of(Article article, CancellationToken cancellationToken = default)
    {
        var figures = FigureFinder.Find(article);
        return figures.Count == 0
            ? figures : Attribute(article, figures, ArticleSpeech.Read(article, cancellationToken));
    }

    /// <summary>Figures of the article with who says them.</summary>
    public static List<Figure> Attribute(Article article, IReadOnlyList<Figure> figures, ArticleSpeech speech) =>
        FigureSpeakers.Assign(
            article, figures, [.. speech.Statements.Select(static statement => statement.Attribution)]);
}
