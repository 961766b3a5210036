using System.Text;
using AngleSharp.Dom;

namespace Dateline.Search.Extraction.Html;

/// <summary>The words of a heading.</summary>
internal sealed class HtmlHeading
{
    private readonly StringBuilder _words = new();
    private bool _begun;

    private HtmlHeading()
    {
    }

    /// <summary>
    /// Folded text up to where, after some words, a block starts or ends: a heading that is never closed has the rest
    /// of the page inside it.
    /// </summary>
    public static string Text(IElement heading)
    {
        var reading = new HtmlHeading();
        reading.Children(heading, 0);
        return TextFolding.Fold(reading._words.ToString());
    }

    // False once the heading has ended.
    private bool Children(IElement element, int depth)
    {
        if (depth > HtmlGuard.MaxDepth * 2)
            return true;
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text)
                Append(text.Data);
            else if (child is IElement { LocalName: "br" })
                Append(" ");
            else if (child is IElement inner && !Element(inner, depth))
                return false;
        }

        return true;
    }

    private bool Element(IElement element, int depth)
    {
        if (!HtmlNames.IsBlock(element))
            return HtmlNames.IsNever(element) || Children(element, depth + 1);
        return !_begun && Children(element, depth + 1) && !_begun;
    }

    private void Append(string text)
    {
        _words.Append(text);
        _begun |= !string.IsNullOrWhiteSpace(text);
    }
}
