namespace Dateline.Cli;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>Nothing matches, or verification found differences.</summary>
    public const int NoMatch = 1;

    /// <summary>Bad arguments or a query that cannot be read.</summary>
    public const int Usage = 2;

    /// <summary>Some inputs failed; the rest is indexed.</summary>
    public const int SomeFailed = 3;

    /// <summary>No archive there, or a file could not be read or written.</summary>
    public const int Unavailable = 4;

    /// <summary>The index is damaged.</summary>
    public const int Corrupt = 5;

    /// <summary>Stopped by the user, as shells count it.</summary>
    public const int Interrupted = 130;

    /// <summary>For the help text.</summary>
    public const string Help =
        """
        Exit codes:
          0  done
          1  nothing matches, or verify found differences
          2  wrong usage, or a query that cannot be read
          3  some inputs failed; the rest is indexed
          4  no archive, or a file could not be read or written
          5  the index is damaged
        """;
}
