using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Summarize.Model;

namespace Dateline.Eval.Figures;

/// <summary>A number of killed or injured that a key holds.</summary>
/// <param name="Kind">Killed or injured.</param>
/// <param name="Numbers">The number and its alternatives; any is right.</param>
/// <param name="Required">False where the key marks it optional or doubtful, and for totals of what it lists.</param>
internal sealed record CasualtyItem(FigureKind Kind, IReadOnlyList<decimal> Numbers, bool Required);

/// <summary>
/// Reads the human targets of MUC-3/4 key templates. A group that was both killed and injured under one number does not
/// tell which was how many, so its number is not required for either.
/// </summary>
internal static partial class CasualtyKey
{
    /// <summary>The items of one template, slots by name.</summary>
    public static List<CasualtyItem> Read(JsonElement slots)
    {
        var optional = Values(slots, "MESSAGE: TEMPLATE").Exists(static value =>
            value.Contains("OPTIONAL", StringComparison.Ordinal));
        var told = Values(slots, "HUM TGT: NUMBER").Select(Split).ToLookup(static pair => pair.Victim, static pair =>
            pair.Value);
        var items = new List<CasualtyItem>();
        foreach (var effects in Values(slots, "HUM TGT: EFFECT OF INCIDENT").Select(Split)
            .Where(static pair => Kind(pair.Value) is not null).GroupBy(static pair => pair.Victim, static pair =>
                pair.Value))
        {
            var numbers = told[effects.Key].Where(static value => Number().IsMatch(value)).ToList();
            var both = effects.Select(Kind).Distinct().Count() > numbers.Count;
            foreach (var (effect, place) in effects.Select(static (effect, place) => (effect, place)))
                if (numbers.Count > 0)
                    items.Add(Item(effect, numbers[Math.Min(place, numbers.Count - 1)], optional || both));
        }

        AddTotals(slots, items);
        return items;
    }

    private static CasualtyItem Item(string effect, string value, bool optional) => new(Kind(effect)!.Value,
        [.. Number().Matches(value).Select(static match => decimal.Parse(match.Value, CultureInfo.InvariantCulture))],
        !optional && !value.StartsWith('?') && !effect.StartsWith('?') && !effect.StartsWith('('));

    /// <summary>The texts of a slot.</summary>
    public static List<string> Values(JsonElement slots, string name) =>
        slots.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Select(static value => value.GetString()!)] : [];

    private static void AddTotals(JsonElement slots, List<CasualtyItem> items)
    {
        foreach (var group in items.GroupBy(static item => item.Kind).ToList())
        {
            items.Add(new CasualtyItem(group.Key, [group.Sum(static item => item.Numbers[0])], false));
            foreach (var slot in Values(slots, "HUM TGT: TOTAL NUMBER"))
                items.AddRange(Number().Matches(Split(slot).Value).Select(match =>
                    new CasualtyItem(group.Key, [decimal.Parse(match.Value, CultureInfo.InvariantCulture)], false)));
        }
    }

    // "? INJURY", "DEATH", "(INJURY / DEATH)"; "NO INJURY OR DEATH" is neither.
    private static FigureKind? Kind(string effect) => effect.Trim('?', ' ', '(', ')').Split('/')[0].Trim() switch
    {
        "DEATH" => FigureKind.Killed,
        "INJURY" => FigureKind.Injured,
        _ => null,
    };

    private static (string Value, string Victim) Split(string slot) =>
        slot.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon
            ? (slot[..colon].Trim(), slot[(colon + 1)..].Trim()) : (slot.Trim(), "");

    [GeneratedRegex(@"\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
