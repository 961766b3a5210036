using System.Security.Cryptography;
using System.Text;

namespace Dateline.Search.Ingestion;

/// <summary>How the text of an input is to be read.</summary>
public enum InputFormat
{
    /// <summary>The text of a saved page, site chrome and all.</summary>
    PageText,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>Markdown, with optional front matter.</summary>
    Markdown,

    /// <summary>One JSON object with named fields.</summary>
    Json,
}

/// <summary>What reading one input gave: an <see cref="InputItem"/> or an <see cref="InputFailure"/>.</summary>
/// <param name="Origin">Path relative to the folder given (the file name for a file given by itself, <c>stdin</c> for
/// standard input), forward slashes. Behind it <c>#line</c> stands for a record of a line-based file, <c>#number</c>
/// for an element of a JSON array, feed or SGML file, and <c>!part</c> for what a container holds:
/// <c>a.zip!b/c.html</c>, <c>crawl.warc.gz!record 17</c>, <c>box.mbox!msg 3</c>, in any combination. Where another file
/// has that name already, the names of folders above go before it.</param>
public abstract record InputResult(string Origin)
{
    /// <summary>What <see cref="Location"/> is for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Absolute path of the file read, or <see cref="StandardInput"/>.</summary>
    public string Location { get; init; } = "";

    /// <summary>What follows the file in the origin, without the <c>#</c> or <c>!</c>; null for a whole file.</summary>
    public string? Record { get; init; }

    /// <summary>
    /// The article id this origin stands for: 16 lower-case hex digits, the head of SHA-256 of its UTF-8.
    /// </summary>
    public string Id { get; } = IdOf(Origin);

    /// <summary>The id for an origin.</summary>
    public static string IdOf(string origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)).AsSpan(0, 8));
    }
}

/// <summary>One decoded input, one article at most.</summary>
/// <param name="Origin">See <see cref="InputResult"/>.</param>
/// <param name="Format">How to read <paramref name="Text"/>.</param>
/// <param name="Text">The decoded source; the text that <c>EvidenceField.Source</c> spans point into.</param>
public sealed record InputItem(string Origin, InputFormat Format, string Text) : InputResult(Origin)
{
    /// <summary>Remarks on reading it (a guessed encoding …), one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Address it was fetched from, as a crawl tells; null when nobody does.</summary>
    public string? Address { get; init; }

    /// <summary>Which fields of a record hold what; null when they are to be told by their names.</summary>
    public FieldMap? Fields { get; init; }
}

/// <summary>Why an input could not be read.</summary>
public enum InputFailureReason
{
    /// <summary>No such file or folder.</summary>
    NotFound,

    /// <summary>The system refused to open or read it.</summary>
    Unreadable,

    /// <summary>No bytes, or only white space.</summary>
    Empty,

    /// <summary>Not text.</summary>
    Binary,

    /// <summary>Bytes that are valid in no encoding it could be in.</summary>
    Encoding,

    /// <summary>Over a limit of <see cref="InputLimits"/>.</summary>
    TooLarge,

    /// <summary>A record that is not a JSON object.</summary>
    MalformedRecord,

    /// <summary>A link to a folder, which is not followed.</summary>
    Link,

    /// <summary>Cut short, or not built as its format is.</summary>
    Damaged,

    /// <summary>Packed with a password.</summary>
    Encrypted,

    /// <summary>A known format that cannot be read.</summary>
    Unsupported,

    /// <summary>A helper program that its format needs is not installed.</summary>
    ToolMissing,

    /// <summary>Left out on purpose: a picture, style sheet, script, font or recording.</summary>
    Media,

    /// <summary>
    /// Left out on purpose: a crawl's record of a redirect, an error page or an answer without content.
    /// </summary>
    HttpStatus,

    /// <summary>A rule of ours failed on it.</summary>
    InternalError,
}

/// <summary>One input that could not be read; the others are unharmed.</summary>
/// <param name="Origin">See <see cref="InputResult"/>.</param>
/// <param name="Reason">What kind of failure.</param>
/// <param name="Message">One sentence naming what is wrong and where.</param>
/// <param name="Suggestion">One sentence on what to do about it.</param>
public sealed record InputFailure(string Origin, InputFailureReason Reason, string Message, string Suggestion)
    : InputResult(Origin)
{
    /// <summary>1-based line, where known.</summary>
    public long? Line { get; init; }

    /// <summary>0-based byte offset in the line (when <see cref="Line"/> is known) or in the file.</summary>
    public long? Position { get; init; }
}
