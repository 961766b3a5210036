namespace Dateline.Index.Querying;

/// <summary>A term of a phrase and its position relative to the others.</summary>
public readonly record struct PhraseTerm(string Term, int Position);
