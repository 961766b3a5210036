using System.Collections.Frozen;

namespace Dateline.Summarize.Topics;

/// <summary>What a question asks for; sentences that have it answer better.</summary>
internal enum AnswerKind
{
    /// <summary>No question, or one of what or why.</summary>
    Any,

    /// <summary>How many, how much.</summary>
    Number,

    /// <summary>When.</summary>
    Date,

    /// <summary>Who.</summary>
    Actor,

    /// <summary>Where.</summary>
    Place,
}

/// <summary>Words of a topic that ask instead of naming what is asked about.</summary>
internal static class QuestionWords
{
    private static readonly FrozenSet<string> Function = Words(
        "a an the and or of in on at to from for with without by about into over under between among against "
        + "during after before since until as than that this these those its his her their our my your it he she "
        + "they we you i me him them us is are was were be been being am do does did done has have had having "
        + "can could will would shall should may might must there here what who whom whose which when where why "
        + "how if so not no any some all please");

    // Only where a question is asked: "How many people", "What did they say".
    private static readonly FrozenSet<string> Asking =
        Words("many much say says said tell told happen happened happening long often");

    private static readonly FrozenSet<string> Openings =
        Words("what who whom whose which when where why how did does do is are was were");

    /// <summary>Places of the words that say what the topic is about; of all words when none would be left.</summary>
    /// <param name="words">Words of a topic, as written.</param>
    public static IReadOnlyList<int> Content(IReadOnlyList<string> words)
    {
        var asks = words.Count > 0 && Openings.Contains(Bare(words[0])) && !IsName(words, 0);
        List<int> content = [];
        for (var at = 0; at < words.Count; at++)
        {
            var word = Bare(words[at]);
            if (IsName(words, at) || !(Function.Contains(word) || (asks && Asking.Contains(word)))) content.Add(at);
        }

        return content.Count > 0 ? content : [.. Enumerable.Range(0, words.Count)];
    }

    /// <summary>What the words ask for.</summary>
    /// <param name="words">Words of a topic, as written.</param>
    public static AnswerKind AnswerTo(IReadOnlyList<string> words) => words.Count == 0
        || IsName(words, 0) ? AnswerKind.Any
        : Bare(words[0]).ToLowerInvariant() switch
        {
            "how" when words.Count > 1 && Bare(words[1]).ToLowerInvariant() is "many" or "much" => AnswerKind.Number,
            "when" => AnswerKind.Date,
            "who" or "whom" => AnswerKind.Actor,
            "where" => AnswerKind.Place,
            _ => AnswerKind.Any,
        };

    // "US" and "WHO" in capitals are names, unless everything is in capitals.
    private static bool IsName(IReadOnlyList<string> words, int at) =>
        Bare(words[at]) is { Length: > 1 } word && word.All(char.IsUpper)
            && words.Any(static other => other.Any(char.IsLower));

    private static string Bare(string word) => word.TrimEnd('?', '!', '.', ',', ';', ':');

    private static FrozenSet<string> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
