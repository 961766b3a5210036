using Dateline.Index.Collecting;

namespace Dateline.Index.Reading;

/// <summary>Gathers the documents of many terms of one field. Belongs to one thread.</summary>
internal abstract class DocsCollector
{
    /// <summary>
    /// Adds the documents of a term that the set has room for; those of the segment at and after
    /// <see cref="DocBits.MaxDoc"/> are left out.
    /// </summary>
    public abstract void AddTo(DocBits bits, in TermState state);
}
