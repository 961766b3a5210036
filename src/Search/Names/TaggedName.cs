using Dateline.Search.Text;

namespace Dateline.Search.Names;

/// <summary>What a name stands for.</summary>
public enum NameTag : byte
{
    /// <summary>A human being.</summary>
    Person,

    /// <summary>A company, state body, party, team or any other organised group.</summary>
    Organisation,

    /// <summary>A place on the map.</summary>
    Place,

    /// <summary>Any other name: nationalities, events, works, products.</summary>
    Other,
}

/// <summary>A name found in a text.</summary>
/// <param name="Span">Where, in UTF-16 code units of the text.</param>
/// <param name="Tag">What it stands for.</param>
public readonly record struct TaggedName(TextSpan Span, NameTag Tag);
