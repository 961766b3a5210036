namespace Dateline.Search.Extraction.PublicationDates;

/// <summary>A run of digits, a run of letters, or one other character.</summary>
internal readonly record struct DateToken(int Start, int End, bool IsNumber, bool IsWord, int Value)
{
    public int Length => End - Start;
}

/// <summary>Cuts a short text into <see cref="DateToken"/>s; white space is dropped.</summary>
internal static class DateTokens
{
    /// <summary>Fills the tokens and returns their number, or -1 when there are more than fit.</summary>
    public static int Scan(ReadOnlySpan<char> text, Span<DateToken> tokens)
    {
        var count = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            if (count == tokens.Length)
                return -1;
            var start = at;
            if (char.IsAsciiDigit(text[at]))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                    at++;
                tokens[count++] =
                    new DateToken(start, at, true, false, at - start <= 8 ? int.Parse(text[start..at]) : -1);
            }
            else if (char.IsLetter(text[at]))
            {
                while (at < text.Length && char.IsLetter(text[at]))
                    at++;
                tokens[count++] = new DateToken(start, at, false, true, 0);
            }
            else
            {
                tokens[count++] = new DateToken(start, ++at, false, false, 0);
            }
        }

        return count;
    }
}
