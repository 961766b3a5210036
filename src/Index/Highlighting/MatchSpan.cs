namespace Dateline.Index.Highlighting;

/// <summary>
/// A place in a field's text that a query matches: UTF-16 units from Start up to, not including, End.
/// </summary>
/// <param name="Start">First unit.</param>
/// <param name="End">Unit after the last.</param>
/// <param name="Part">Which part of the query it is: equal numbers for equal parts, from 0.</param>
public readonly record struct MatchSpan(int Start, int End, int Part);

/// <summary>A stretch of text worth showing.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">Unit after the last.</param>
/// <param name="Score">Higher is better.</param>
/// <param name="Matches">Matches inside, ascending, not overlapping; positions in the whole text.</param>
public sealed record Passage(int Start, int End, float Score, IReadOnlyList<MatchSpan> Matches);
