using System.Collections.Frozen;
using Dateline.Summarize.Figures;

namespace Dateline.Summarize.Rewriting;

/// <summary>Words that decide what a shortened sentence may leave out. All lower-case.</summary>
internal static class RewriteWords
{
    /// <summary>May be put in or left out without changing what is said.</summary>
    public static readonly FrozenSet<string> Free = Set("the", "a", "an", "that");

    /// <summary>Join two statements into one sentence.</summary>
    public static readonly FrozenSet<string> Joiners = Set("and", "while", "but", ";");

    /// <summary>
    /// Open a phrase of place or circumstance that can be left out as a whole. Those that more often complete a word
    /// ("of", "by", "with", "for", "from", "to") are missing.
    /// </summary>
    public static readonly FrozenSet<string> Prepositions = Set(
        "in", "on", "at", "near", "during", "since", "inside", "outside", "along", "across", "amid", "after", "before");

    /// <summary>Open a clause that may be left out at the end of a sentence.</summary>
    public static readonly FrozenSet<string> Conjunctions =
        Set("and", "but", "while", "after", "before", "who", "which", "where", "when");

    /// <summary>
    /// Make a statement wider when something beside them is left out ("nobody was killed on Sunday"): a span with one
    /// of them is taken whole or not at all.
    /// </summary>
    public static readonly FrozenSet<string> Widening = Set(
        "no", "not", "never", "none", "nor", "neither", "nobody", "nothing", "without", "hardly", "barely", "cannot",
        "isn't", "aren't", "wasn't", "weren't", "don't", "doesn't", "didn't", "won't", "wouldn't", "can't", "couldn't",
        "hasn't", "haven't", "hadn't", "shouldn't", "all", "every", "each", "any", "only", "always", "first", "last",
        "most", "except", "exception", "excluding", "instead", "if", "unless", "until", "whether", "than", "deny",
        "denies", "denied", "denying");

    /// <summary>Tell when: a number keeps the time it belongs to.</summary>
    public static readonly FrozenSet<string> Times = Set(
        "since", "so", "far", "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours",
        "today", "yesterday", "tomorrow", "overnight", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "morning", "afternoon", "evening", "night", "daily", "total");

    /// <summary>Numbers in words.</summary>
    public static readonly FrozenSet<string> Numbers =
        Set([.. NumberWords.Names, "half", "third", "quarter", "several"]);

    /// <summary>
    /// Carry denial, doubt, condition or attribution: whoever cites the sentence keeps them, wherever in it they stand.
    /// </summary>
    public static readonly FrozenSet<string> Kept = Set(
        "no", "not", "never", "none", "nor", "neither", "nobody", "nothing", "without", "hardly", "barely", "cannot",
        "isn't", "aren't", "wasn't", "weren't", "don't", "doesn't", "didn't", "won't", "wouldn't", "can't", "couldn't",
        "hasn't", "haven't", "hadn't", "shouldn't", "may", "might", "could", "would", "should", "if", "unless",
        "whether", "until", "perhaps", "possibly", "possible", "likely", "unlikely", "probably", "apparently",
        "apparent", "alleged", "allegedly", "reportedly", "purported", "purportedly", "supposed", "supposedly",
        "suspected", "unconfirmed", "unverified", "rumoured", "rumored", "false", "falsely", "untrue", "so-called",
        "would-be", "deny", "denies", "denied", "denying", "reject", "rejects", "rejected", "rejecting", "dismiss",
        "dismisses", "dismissed", "dismissing", "refute", "refutes", "refuted", "dispute", "disputes", "disputed",
        "doubt", "doubts", "doubted", "refuse", "refuses", "refused", "refusing", "fail", "fails", "failed", "say",
        "says", "said", "saying", "tell", "tells", "told", "telling", "according", "claim", "claims", "claimed",
        "claiming", "allege", "alleges", "alleging", "accuse", "accuses", "accused", "accusing", "stated", "stating",
        "announce", "announces", "announced", "announcing", "declare", "declares", "declared", "declaring", "report",
        "reports", "reported", "reporting", "add", "adds", "added", "adding", "warn", "warns", "warned", "warning",
        "insist", "insists", "insisted", "insisting", "argue", "argues", "argued", "arguing", "assert", "asserts",
        "asserted", "asserting", "maintain", "maintains", "maintained", "estimate", "estimates", "estimated",
        "estimating", "believe", "believes", "believed", "believing", "think", "thinks", "thought", "expect", "expects",
        "expected", "hope", "hopes", "hoped", "suggest", "suggests", "suggested", "suggesting", "predict", "predicts",
        "predicted", "fear", "fears", "feared", "quote", "quotes", "quoted", "quoting", "cite", "cites", "cited",
        "citing", "confirm", "confirms", "confirmed", "confirming", "acknowledge", "acknowledges", "acknowledged",
        "admit", "admits", "admitted", "vow", "vows", "vowed", "promise", "promises", "promised", "threaten",
        "threatens", "threatened", "planned", "describe", "describes", "described", "describing", "called", "calling",
        "blame", "blames", "blamed", "blaming");

    private static FrozenSet<string> Set(params ReadOnlySpan<string> words) =>
        FrozenSet.Create(StringComparer.Ordinal, words);
}
