using System.Collections.Frozen;

namespace Dateline.Search.Actors;

/// <summary>A fixed set of words, looked up without allocating; case counts.</summary>
/// <param name="words">The words.</param>
internal sealed class WordSet(IEnumerable<string> words)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words =
        words.Where(word => word.Length > 0).ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}
