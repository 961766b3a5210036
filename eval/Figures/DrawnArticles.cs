using System.Text.RegularExpressions;
using Dateline.Eval.Joining;

namespace Dateline.Eval.Figures;

/// <summary>
/// Articles drawn by lot for labelling: of each set so many among all that have 40 to 800 words, a number within ten
/// words of one of the words below, and are not labelled already. The words are those that news of casualties, flight,
/// arrests, forces, money and events can hardly do without; the draw knows nothing of what we find. Because most
/// articles so drawn tell of other things, a second draw is of those with a number within three words of one that tells
/// of people.
/// </summary>
internal static partial class DrawnArticles
{
    private const int WideReach = 10;
    private const int NearReach = 3;

    private static readonly HashSet<string> People = [.. (
        "killed killing killings kill kills die died dies dead death deaths fatalities bodies toll casualties victims "
        + "wounded injured injuries hurt hospitalized missing disappeared "
        + "displaced refugees evacuated evacuees fled flee homeless "
        + "arrest arrested arrests detained detainees jailed captured kidnapped abducted hostages "
        + "troops soldiers forces police policemen guerrillas rebels fighters peacekeepers guards").Split(' ')];

    private static readonly HashSet<string> Words = [.. People, .. (
        "fine fined fines settlement damage damages ransom aid donated bail compensation penalty relief "
        + "attack attacks bombing bombings bomb bombs explosion explosions blasts protest protests demonstration "
        + "demonstrations raid raids riot riots clash clashes strikes ambush").Split(' ')];

    private static readonly HashSet<string> Numbers = [.. (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        + "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand "
        + "thousands million billion dozen dozens scores").Split(' ')];

    /// <summary>The fifty drawn from all, set by set, in the order of their lots.</summary>
    /// <param name="streamFolder">Folder of the news stream; the other sets lie beside it.</param>
    /// <param name="seed">Which ones.</param>
    public static List<LabelText> DrawWide(string streamFolder, string seed) =>
        Draw(streamFolder, seed, [20, 10, 10, 10], Labelled(FigureLabelSet.Chosen),
            static body => Fits(body, Words, WideReach));

    /// <summary>The thirty drawn from those that have numbers of people.</summary>
    public static List<LabelText> DrawNear(string streamFolder, string seed) =>
        Draw(streamFolder, seed, [10, 5, 5, 10], Labelled(FigureLabelSet.Chosen, FigureLabelSet.Drawn),
            static body => Fits(body, People, NearReach));

    private static HashSet<string> Labelled(params FigureLabelSet[] sets) =>
        sets.SelectMany(static set => set.Articles()).ToHashSet(StringComparer.Ordinal);

    private static List<LabelText> Draw(
        string folder, string seed, int[] shares, HashSet<string> labelled, Func<string, bool> fits)
    {
        bool IsNew(string id) => !labelled.Contains(id);
        IEnumerable<LabelText> Take(IEnumerable<LabelText> texts, int count) => texts.Where(text => fits(text.Body))
            .OrderBy(text => DrawCommand.Lot(seed, text.Id), StringComparer.Ordinal).Take(count);
        return
        [
            .. Take(LabelTexts.Stream(folder).Where(text => IsNew(text.Id)), shares[0]),
            .. Take(LabelTexts.Newswire(folder, IsNew), shares[1]),
            .. Take(LabelTexts.Updates(folder).Where(text => IsNew(text.Id)), shares[2]),
            .. Take(LabelTexts.Reports(folder, IsNew), shares[3]),
        ];
    }

    /// <summary>The articles of the sets with these ids.</summary>
    public static List<LabelText> Read(string streamFolder, HashSet<string> ids) =>
    [
        .. LabelTexts.Stream(streamFolder).Where(text => ids.Contains(text.Id)),
        .. LabelTexts.Newswire(streamFolder, ids.Contains),
        .. LabelTexts.Updates(streamFolder).Where(text => ids.Contains(text.Id)),
        .. LabelTexts.Reports(streamFolder, ids.Contains),
    ];

    private static bool Fits(string body, HashSet<string> words, int reach)
    {
        if (body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is < 40 or > 800) return false;
        var (number, word, at) = (0, 0, 0);
        foreach (var match in Parts().EnumerateMatches(body))
        {
            var part = body.Substring(match.Index, match.Length).ToLowerInvariant();
            at++;
            if (Numbers.Contains(part) || char.IsAsciiDigit(part[0])) number = at;
            if (words.Contains(part)) word = at;
            if (number > 0 && word > 0 && Math.Abs(number - word) <= reach) return true;
        }

        return false;
    }

    [GeneratedRegex("[A-Za-z]+|[0-9][0-9,.]*", RegexOptions.NonBacktracking)]
    private static partial Regex Parts();
}
