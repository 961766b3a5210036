using AngleSharp.Dom;

namespace Dateline.Search.Extraction.Html;

/// <summary>Finds the element that holds the article: what the markup declares, else where the prose is.</summary>
internal static class HtmlRoot
{
    /// <summary>Stages in order of trust; each candidate must hold a fair share of the page's prose.</summary>
    public static IElement Find(IElement body, HtmlSurvey survey, HtmlProse prose)
    {
        var total = prose.Of(body);
        var declared = Largest(survey.DeclaredBodies, prose);
        if (declared is not null && prose.Of(declared) * 3 > total)
            return Widened(declared, prose, total);
        var article = Largest(survey.Articles, prose);
        if (article is not null && prose.Of(article) * 2 > total)
            return Dominant(article, prose);
        var hinted = Largest(survey.Hinted, prose);
        if (hinted is not null && prose.Of(hinted) * 5 > total * 2)
            return Dominant(hinted, prose);
        var main = Largest(survey.Mains, prose);
        if (article is not null && prose.Of(article) * 4 > total && survey.Articles.Count < 4)
            return Dominant(article, prose);
        return Dominant(main is not null && prose.Of(main) * 2 > total ? main : body, prose);
    }

    private static IElement? Largest(IEnumerable<IElement> elements, HtmlProse prose)
    {
        IElement? largest = null;
        var most = 0;
        foreach (var element in elements)
        {
            if (prose.Of(element) > most)
                (largest, most) = (element, prose.Of(element));
        }

        return largest;
    }

    /// <summary>A body split over several declared elements: their parent, when that adds prose.</summary>
    private static IElement Widened(IElement declared, HtmlProse prose, int total)
    {
        var parent = declared.ParentElement;
        return parent is not null && prose.Of(declared) * 2 < total && prose.Of(parent) > prose.Of(declared) * 3 / 2
            ? parent : declared;
    }

    /// <summary>Follows the child that holds most of the prose as far down as one does.</summary>
    private static IElement Dominant(IElement element, HtmlProse prose)
    {
        while (true)
        {
            IElement? best = null;
            foreach (var child in element.Children)
            {
                if (HtmlNames.IsBlock(child) && (best is null || prose.Of(child) > prose.Of(best)))
                    best = child;
            }

            if (best is null || prose.Of(best) * 4 < prose.Of(element) * 3
                || best.LocalName is "p" or "li" or "ul" or "ol" or "blockquote" or "tr")
                return element;
            element = best;
        }
    }
}
