using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dateline.Search.Extraction.Html;

/// <summary>One paragraph-like piece of text.</summary>
/// <param name="Text">Folded text.</param>
/// <param name="Tag">Name of the block element it stands in.</param>
/// <param name="LinkUnits">How much of it is link text.</param>
internal readonly record struct HtmlBlock(string Text, string Tag, int LinkUnits);

/// <summary>Walks a subtree in reading order and cuts it into blocks, leaving out what is furniture.</summary>
internal sealed class HtmlBlocks
{
    private readonly HtmlProse _prose;
    private readonly int _total;
    private readonly bool _everything;
    private readonly StringBuilder _run = new();
    private readonly List<HtmlBlock> _blocks = [];
    private int _linkUnits;
    private int _breaks;

    private HtmlBlocks(HtmlProse prose, int total, bool everything) =>
        (_prose, _total, _everything) = (prose, total, everything);

    /// <summary>Blocks of the subtree; doubtful parts are left out unless they hold most of its prose.</summary>
    public static List<HtmlBlock> Of(IElement root, HtmlProse prose) =>
        Walked(root, new HtmlBlocks(prose, prose.Of(root), everything: false));

    /// <summary>Blocks of the whole subtree but for scripts and the like.</summary>
    public static List<HtmlBlock> All(IElement root, HtmlProse prose) =>
        Walked(root, new HtmlBlocks(prose, prose.Of(root), everything: true));

    private static List<HtmlBlock> Walked(IElement root, HtmlBlocks walk)
    {
        walk.Children(root, root.LocalName, 0, false);
        walk.Flush(root.LocalName);
        return walk._blocks;
    }

    private void Children(IElement element, string tag, int depth, bool link)
    {
        if (depth > HtmlGuard.MaxDepth * 2)
            return;
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text)
                Append(text.Data, link);
            else if (child is IElement inner)
                Element(inner, tag, depth, link);
        }
    }

    private void Element(IElement element, string tag, int depth, bool link)
    {
        if (element.LocalName == "br")
        {
            if (++_breaks >= 2)
                Flush(tag);
            else
                _run.Append(' ');
            return;
        }

        if (IsLeftOut(element))
            return;
        if (!HtmlNames.IsBlock(element))
        {
            Children(element, tag, depth + 1, link || element is IHtmlAnchorElement);
            return;
        }

        Flush(tag);
        Children(element, element.LocalName, depth + 1, link);
        Flush(element.LocalName);
    }

    private bool IsLeftOut(IElement element)
    {
        if (HtmlNames.IsNever(element) || HtmlNames.IsHidden(element))
            return true;
        return !_everything
            && (HtmlNames.IsOtherText(element) || (HtmlNames.IsDoubtful(element) && _prose.Of(element) * 2 < _total));
    }

    private void Append(string text, bool link)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            _run.Append(' ');
            return;
        }

        _breaks = 0;
        _run.Append(text);
        _linkUnits += link ? text.AsSpan().Trim().Length : 0;
    }

    private void Flush(string tag)
    {
        _breaks = 0;
        if (_run.Length == 0)
            return;
        var text = TextFolding.Fold(_run.ToString());
        _run.Clear();
        if (text.Length > 0)
            _blocks.Add(new HtmlBlock(text, tag, _linkUnits));
        _linkUnits = 0;
    }
}
