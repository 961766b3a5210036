namespace Dateline.Index.Collecting;

/// <summary>Sorts by a numeric column instead of the score; documents without a value come last.</summary>
/// <param name="Field">The column.</param>
/// <param name="Descending">Largest first.</param>
public sealed record NumericSort(string Field, bool Descending = false);
