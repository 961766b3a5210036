namespace Dateline.Cli;

/// <summary>Arguments that fit each by itself but not together; the message is for the user.</summary>
internal sealed class UsageException(string message) : Exception(message);
