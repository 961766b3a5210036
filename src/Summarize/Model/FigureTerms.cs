namespace Dateline.Summarize.Model;

/// <summary>What a figure counts.</summary>
public enum FigureKind
{
    /// <summary>Persons killed.</summary>
    Killed,

    /// <summary>Persons injured.</summary>
    Injured,

    /// <summary>Killed, injured or missing together, as told in one number.</summary>
    Casualties,

    /// <summary>Persons missing.</summary>
    Missing,

    /// <summary>Persons arrested, detained or captured.</summary>
    Arrested,

    /// <summary>Persons kidnapped or held hostage.</summary>
    Kidnapped,

    /// <summary>Persons or families displaced: fled, evacuated, refugees.</summary>
    Displaced,

    /// <summary>Troops, peacekeepers and observers.</summary>
    Troops,

    /// <summary>Attacks, protests and other events counted; <c>What</c> tells which.</summary>
    Events,

    /// <summary>Aid, damage, ransom, loans and fines, in the currency that <c>What</c> tells.</summary>
    Money,
}

/// <summary>How a number was qualified.</summary>
public enum FigureQualifier
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>"at least", "no fewer than".</summary>
    AtLeast,

    /// <summary>"more than", "over".</summary>
    MoreThan,

    /// <summary>"about", "some", "an estimated".</summary>
    About,

    /// <summary>"nearly", "almost".</summary>
    Nearly,

    /// <summary>"up to", "as many as", "at most".</summary>
    UpTo,

    /// <summary>"fewer than", "under".</summary>
    LessThan,

    /// <summary>A range: "20 to 30".</summary>
    Range,

    /// <summary>A word for an order of size: "dozens", "hundreds", "several thousand".</summary>
    Vague,
}

/// <summary>What stretch of time a number covers.</summary>
public enum FigureScope
{
    /// <summary>One event or one day.</summary>
    Event,

    /// <summary>Everything over a longer time: "since March 2011", "so far this year", "in 16 months of
    /// conflict".</summary>
    Cumulative,
}
