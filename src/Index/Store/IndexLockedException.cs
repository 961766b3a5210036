namespace Dateline.Index.Store;

/// <summary>Another process (or another writer in this one) holds the index for writing.</summary>
public sealed class IndexLockedException(string message, Exception? inner = null) : IOException(message, inner);
