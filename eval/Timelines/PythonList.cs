using System.Text;

namespace Dateline.Eval.Timelines;

/// <summary>Reads a list of strings as Python prints it: <c>['one', "it's two"]</c>.</summary>
internal static class PythonList
{
    public static List<string> Read(string text)
    {
        List<string> items = [];
        var item = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('\'' or '"')) continue;
            var quote = text[at++];
            item.Clear();
            for (; at < text.Length && text[at] != quote; at++)
                if (text[at] == '\\' && at + 1 < text.Length) at = Escape(text, at + 1, item);
                else item.Append(text[at]);
            items.Add(item.ToString());
        }

        return items;
    }

    // Gives the place of the escape's last unit.
    private static int Escape(string text, int at, StringBuilder item)
    {
        var digits = text[at] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0 && at + digits < text.Length
            && int.TryParse(text.AsSpan(at + 1, digits), System.Globalization.NumberStyles.HexNumber,
                System.Globalization.CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code))
        {
            item.Append(new Rune(code).ToString());
            return at + digits;
        }

        item.Append(text[at] switch { 'n' or 't' or 'r' => ' ', var other => other });
        return at;
    }
}
