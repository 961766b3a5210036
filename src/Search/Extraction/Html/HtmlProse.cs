using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dateline.Search.Extraction.Html;

/// <summary>
/// How much prose each element holds: text outside links, counted in pieces long enough to be part of a sentence.
/// </summary>
internal sealed class HtmlProse
{
    private const int MinPiece = 30;
    private readonly Dictionary<INode, int> _units = new(ReferenceEqualityComparer.Instance);

    public HtmlProse(IElement root) => Count(root, 0);

    public int Of(INode node) => _units.TryGetValue(node, out var units) ? units : 0;

    private int Count(IElement element, int depth)
    {
        if (depth > HtmlGuard.MaxDepth * 2 || HtmlNames.IsNever(element) || element is IHtmlAnchorElement
            || HtmlNames.IsHidden(element) || HtmlNames.IsOtherText(element))
            return 0;
        var units = 0;
        var run = 0;
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text)
            {
                run += text.Data.AsSpan().Trim().Length;
            }
            else if (child is IElement inner && !HtmlNames.IsBlock(inner) && inner.LocalName != "br")
            {
                run += Math.Max(Count(inner, depth + 1),
                    IsLinkOrNever(inner)
                    ? 0 : inner.TextContent.Length < MinPiece * 20 ? inner.TextContent.AsSpan().Trim().Length : 0);
            }
            else if (child is IElement block)
            {
                units += run >= MinPiece ? run : 0;
                run = 0;
                units += Count(block, depth + 1);
            }
        }

        units += run >= MinPiece ? run : 0;
        if (units > 0)
            _units[element] = units;
        return units;
    }

    private static bool IsLinkOrNever(IElement element) => element is IHtmlAnchorElement || HtmlNames.IsNever(element);
}
