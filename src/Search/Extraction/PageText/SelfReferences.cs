using System.Buffers;
using Dateline.Search.Articles;

namespace Dateline.Search.Extraction.PageText;

/// <summary>
/// How an article speaks of its own outlet: "X cannot independently confirm", "X's Jane Doe, reporting from …" (one is
/// enough), "told X" (twice). Only known outlets count, since any organisation may be told something.
/// </summary>
internal static class SelfReferences
{
    private const int MaxScan = 60_000;
    private const int MaxNameWords = 4;

    private static readonly SearchValues<string> Confirm =
        SearchValues.Create(["confirm", "verify", "corroborate", "authenticate"], StringComparison.Ordinal);
    private static readonly SearchValues<string> ToldPhrases =
        SearchValues.Create(["told ", "interview with "], StringComparison.Ordinal);
    private static readonly string[] Unable =
        [" cannot", " can not", " could not", " can't", " can’t", " couldn't", " couldn’t", " has not been able",
        " was not able", " is not able", " was unable", " is unable", " has been unable"];
    private static readonly string[] Reports = ["reporting", "reports", "reported", "said", "says"];

    /// <summary>The outlet and the words that name it, or null.</summary>
    public static (string Name, Evidence Evidence)? Find(string source, int start, int end)
    {
        var text = source.AsSpan(start, Math.Min(end - start, MaxScan));
        if (CannotConfirm(text) is { } unable)
            return OutletFinder.Named(source, start + unable.Start.Value,
                unable.End.Value - unable.Start.Value, "self-cannot-confirm");
        if (Correspondent(text) is { } correspondent)
            return OutletFinder.Named(source, start + correspondent.Start.Value,
                correspondent.End.Value - correspondent.Start.Value, "self-correspondent");
        return Told(text) is { } told
            ? OutletFinder.Named(source, start + told.Start.Value, told.End.Value - told.Start.Value, "self-told")
            : null;
    }

    private static Range? CannotConfirm(ReadOnlySpan<char> text)
    {
        for (var from = 0; text[from..].IndexOfAny(Confirm) is >= 0 and var offset; from += offset + 6)
        {
            var at = from + offset;
            var before = Math.Max(0, at - 50);
            foreach (var phrase in Unable)
            {
                var modal = text[before..at].LastIndexOf(phrase, StringComparison.Ordinal);
                if (modal > 0 && KnownEndingAt(text, before + modal) is { } name)
                    return name;
            }
        }

        return null;
    }

    private static Range? Correspondent(ReadOnlySpan<char> text)
    {
        for (var from = 0; text[from..].IndexOfAny('\'', '’') is >= 0 and var offset; from += offset + 1)
        {
            var at = from + offset;
            if (!text[(at + 1)..].StartsWith("s ") || KnownEndingAt(text, at) is not { } name)
                continue;
            var rest = text[(at + 3)..Math.Min(text.Length, at + 60)];
            foreach (var verb in Reports)
            {
                var verbAt = rest.IndexOf(verb, StringComparison.Ordinal);
                if (verbAt > 4 && LineShape.Words(rest[..verbAt]) is 2 or 3
                    && LineShape.Capitalised(rest[..verbAt]) == 1)
                    return name;
            }
        }

        return null;
    }

    private static Range? Told(ReadOnlySpan<char> text)
    {
        var first = new Dictionary<string, (Range Name, int Count)>(StringComparer.Ordinal);
        for (var from = 0; text[from..].IndexOfAny(ToldPhrases) is >= 0 and var offset; from += offset + 5)
        {
            var at = from + offset;
            at += text[at..].IndexOf("told ") == 0 ? 5 : "interview with ".Length;
            if (at < text.Length && KnownStartingAt(text, at) is { } name)
            {
                var known = OutletNames.Known(text[name])!;
                first[known] = first.TryGetValue(known, out var old) ? (old.Name, old.Count + 1) : (name, 1);
            }
        }

        var most = first.Values.OrderByDescending(static value => value.Count)
            .ThenBy(static value => value.Name.Start.Value).FirstOrDefault();
        return most.Count >= 2 ? most.Name : null;
    }

    private static Range? KnownEndingAt(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        for (var words = 0; words < MaxNameWords && start > 0; words++)
        {
            var from = start;
            while (from > 0 && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '.'))
                from--;
            if (from == start)
                return null;
            if (char.IsUpper(text[from]) && OutletNames.Known(text[from..end]) is not null)
                return from..end;
            start = from > 0 && text[from - 1] == ' ' ? from - 1 : 0;
        }

        return null;
    }

    private static Range? KnownStartingAt(ReadOnlySpan<char> text, int start)
    {
        if (text[start..].StartsWith("the "))
            start += 4;
        Range? longest = null;
        var end = start;
        for (var words = 0; words < MaxNameWords && end < text.Length; words++)
        {
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end > start && char.IsUpper(text[start]) && OutletNames.Known(text[start..end]) is not null)
                longest = start..end;
            if (end >= text.Length || text[end] != ' ')
                break;
            end++;
        }

        return longest;
    }
}
