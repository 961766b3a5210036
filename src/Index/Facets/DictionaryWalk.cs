using Dateline.Index.Reading;

namespace Dateline.Index.Facets;

/// <summary>Reads one segment's dictionary in order while dictionaries are merged.</summary>
internal sealed class DictionaryWalk(IOrdDictionary dictionary, int[] globalOrds)
{
    private int _ord = -1;

    public byte[] Label { get; private set; } = [];

    public bool Next()
    {
        if (++_ord >= globalOrds.Length) return false;
        Label = dictionary.Lookup(_ord).ToArray();
        return true;
    }

    public void SetGlobalOrd(int globalOrd) => globalOrds[_ord] = globalOrd;
}

/// <summary>Unsigned byte order.</summary>
internal sealed class ByteOrder : IComparer<byte[]>
{
    public static ByteOrder Comparer { get; } = new();

    public int Compare(byte[]? left, byte[]? right) => left.AsSpan().SequenceCompareTo(right);
}
