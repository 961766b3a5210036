using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>A stretch between quotation marks.</summary>
/// <param name="Span">With its marks; ends with the paragraph where nothing closes it.</param>
/// <param name="Closed">False where the paragraph ends first, as in a quotation over several paragraphs.</param>
public readonly record struct Quotation(TextSpan Span, bool Closed);

/// <summary>
/// Finds what stands between double quotation marks: curly, straight, angled, or two apostrophes typed for one mark.
/// A quotation never passes the end of its paragraph: news style opens every paragraph of a longer one anew and
/// closes only the last, and a mark that was forgotten must not turn the rest of the article around. One pass.
/// </summary>
public static class QuotationFinder
{
    private enum Mark
    {
        None,
        Open,
        Close,
        Either,
    }

    /// <summary>The quotations of a text, in order, none overlapping another.</summary>
    public static List<Quotation> Find(ReadOnlySpan<char> text)
    {
        var found = new List<Quotation>();
        int open = -1, nested = 0;
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '\n')
            {
                if (open >= 0 && EndsQuotation(text, at))
                    Add(found, text, ref open, at, false);
                at++;
                continue;
            }

            var mark = MarkAt(text, at, out var length);
            var straight = mark == Mark.Either;
            if (straight)
                mark = Direction(text, at, length, open >= 0);
            if (mark == Mark.Open && open < 0)
                (open, nested) = (at, 0);
            else if (mark == Mark.Open)
                nested += (MarkAt(text, open, out _) == Mark.Either) == straight
                    ? Reopen(found, text, ref open, at) : 1;
            else if (mark == Mark.Close && open >= 0 && --nested < 0)
                Add(found, text, ref open, at + length, true);
            at += length;
        }

        if (open >= 0)
            Add(found, text, ref open, text.Length, false);
        return found;
    }

    // A mark of the same kind inside a quotation means that one was forgotten; one of another kind stands inside.
    private static int Reopen(List<Quotation> found, ReadOnlySpan<char> text, ref int open, int at)
    {
        Add(found, text, ref open, at, false);
        open = at;
        return 0;
    }

    private static void Add(List<Quotation> found, ReadOnlySpan<char> text, ref int open, int end, bool closed)
    {
        while (end > open && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end - open > 2)
            found.Add(new Quotation(new TextSpan(open, end), closed));
        open = -1;
    }

    // A blank line, or a line that opens a quotation of its own.
    private static bool EndsQuotation(ReadOnlySpan<char> text, int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] != '\n' && char.IsWhiteSpace(text[next]))
            next++;
        return next >= text.Length || text[next] == '\n' || MarkAt(text, next, out _) is Mark.Open or Mark.Either;
    }

    private static Mark MarkAt(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 1;
        switch (text[at])
        {
            case '“' or '„' or '«':
                return Mark.Open;
            case '”' or '»':
                return Mark.Close;
            case '"' or '″':
                return Mark.Either;
            case '\'' or '`' when at + 1 < text.Length && text[at + 1] == text[at]:
                length = 2;
                return text[at] == '`' ? Mark.Open : Mark.Either;
            default:
                return Mark.None;
        }
    }

    private static Mark Direction(ReadOnlySpan<char> text, int at, int length, bool isOpen)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + length < text.Length ? text[at + length] : ' ';
        var opens = (char.IsWhiteSpace(before) || before is '(' or '[' or '—' or '–' or '-')
            && !char.IsWhiteSpace(after) && after is not (',' or '.' or ';');
        if (isOpen)
            return opens && !char.IsWhiteSpace(after) && char.IsLetterOrDigit(after) ? Mark.Open : Mark.Close;
        if (char.IsAsciiDigit(before))
            return Mark.None;
        return char.IsWhiteSpace(after) && !char.IsWhiteSpace(before) ? Mark.None : Mark.Open;
    }
}
