namespace Dateline.Search.Names;

/// <summary>Classes of words that stand in like surroundings in news text; the numbers belong to one model.</summary>
/// <param name="Coarse">1 to 255; 0 for a word the model does not know.</param>
/// <param name="Fine">1 to 4095; 0 for a word the model does not know.</param>
public readonly record struct WordUse(int Coarse, int Fine);
