namespace Dateline.Index.Checking;

/// <summary>What was looked at in one part of a segment.</summary>
/// <param name="Part">files, fields, terms, norms, columns, points, stored or deletions.</param>
/// <param name="Items">How many things were walked.</param>
/// <param name="Unit">What they are: terms, values, documents…</param>
/// <param name="Problems">What is wrong; empty when nothing is.</param>
public sealed record PartCheck(string Part, long Items, string Unit, IReadOnlyList<IndexProblem> Problems);
