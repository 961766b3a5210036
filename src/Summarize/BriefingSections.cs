using System.Text;

namespace Dateline.Summarize;

/// <summary>How much a briefing says.</summary>
public enum BriefingLength
{
    /// <summary>What the request says, by default three sentences, eight points and twelve dates.</summary>
    Normal,

    /// <summary>Two sentences, four points, six dates.</summary>
    Brief,

    /// <summary>Four sentences, sixteen points, thirty dates.</summary>
    Full,
}

/// <summary>Sections that can be asked for one by one.</summary>
[Flags]
public enum BriefingSections
{
    /// <summary>Only what was found and from when.</summary>
    None = 0,

    /// <summary>The sentences that answer first.</summary>
    BottomLine = 1,

    /// <summary>Main points with their standing.</summary>
    KeyPoints = 2,

    /// <summary>By event date.</summary>
    Timeline = 4,

    /// <summary>What could not be answered.</summary>
    Gaps = 8,

    /// <summary>Numbers, one row a quantity and event.</summary>
    Figures = 16,

    /// <summary>Statements with their speakers.</summary>
    WhoSaidWhat = 32,

    /// <summary>Parties with and without a voice.</summary>
    SidesAndSilence = 64,

    /// <summary>Every section there is, also those added later.</summary>
    All = -1,
}

/// <summary>Names of sections as commands and addresses write them: <c>bottom-line,timeline</c>.</summary>
public static class SectionNames
{
    private static readonly (string Name, BriefingSections Section)[] Known =
    [
        .. Enum.GetValues<BriefingSections>().Where(static section => section > 0)
            .Select(static section => (Kebab(section.ToString()), section)),
    ];

    /// <summary>All names, comma-separated.</summary>
    public static string All { get; } = string.Join(", ", Known.Select(static pair => pair.Name));

    /// <summary>Reads a comma-separated list; null when a name is unknown. Nothing means all.</summary>
    public static BriefingSections? Parse(string? list)
    {
        if (string.IsNullOrWhiteSpace(list)) return BriefingSections.All;
        var sections = BriefingSections.None;
        foreach (var name in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var known = Array.Find(Known, pair => pair.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (known.Name is null) return null;
            sections |= known.Section;
        }

        return sections;
    }

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && kebab.Length > 0) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }
}
