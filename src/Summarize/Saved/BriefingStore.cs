using System.Globalization;
using System.Text;
using System.Text.Json;
using Dateline.Search.Querying;
using Dateline.Summarize.Model;
using Dateline.Summarize.Rendering;

namespace Dateline.Summarize.Saved;

/// <summary>
/// Saved briefings: one JSON file each, in the form that <c>verify</c> reads, in a folder beside the index. Files are
/// written whole or not at all. What stands in them is as untrusted as any file.
/// </summary>
/// <param name="folder">The folder; made when first needed.</param>
/// <param name="time">Clock for the names.</param>
public sealed class BriefingStore(string folder, TimeProvider time)
{
    private const string Extension = ".json";
    private const string Stamp = "yyyyMMdd-HHmmss";
    private const int LongestSlug = 40;
    private const int LongestId = 80;

    /// <summary>Opens a file for the bytes of a briefing; a test has it fail.</summary>
    internal Func<string, Stream> Create { get; init; } = static path =>
        new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    /// <summary>Saves a briefing. When that fails, nothing of it is left behind.</summary>
    /// <returns>Its entry in the list.</returns>
    /// <exception cref="IOException">It cannot be written; the message names the folder and the reason.</exception>
    public SavedBriefing Save(Briefing briefing)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        try
        {
            return Write(briefing);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The briefing cannot be saved in {folder}: {e.Message}", e);
        }
    }

    private SavedBriefing Write(Briefing briefing)
    {
        Directory.CreateDirectory(folder);
        var id = Name(briefing.Header.Topic, time.GetUtcNow());
        var bytes = Encoding.UTF8.GetBytes(BriefingJson.Write(briefing));
        for (var copy = 1; ; copy++)
        {
            var candidate = copy == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{copy}");
            if (TryWrite(candidate, bytes))
                return Entry(candidate, briefing.Header);
        }
    }

    /// <summary>All saved briefings, newest first. A damaged one is listed with its problem and hides no
    /// other.</summary>
    public IReadOnlyList<SavedBriefing> List()
    {
        if (!Directory.Exists(folder))
            return [];
        return
        [
            .. Directory.EnumerateFiles(folder, "*" + Extension)
                .Select(Path.GetFileNameWithoutExtension).OfType<string>()
                .Where(static id => IsId(id) && SavedAt(id) is not null)
                .OrderDescending(StringComparer.Ordinal)
                .Select(Entry),
        ];
    }

    /// <summary>True when there is a file of that id, readable or not.</summary>
    public bool Has(string id) => PathOf(id) is { } path && File.Exists(path);

    /// <summary>Opens one.</summary>
    /// <returns>The briefing, or null when there is none of that id.</returns>
    /// <exception cref="JsonException">The file is no briefing; the message says why.</exception>
    public Briefing? Open(string id)
    {
        if (PathOf(id) is not { } path)
            return null;
        try
        {
            return BriefingJson.Read(Read(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Deletes one.</summary>
    /// <returns>False when there is none of that id.</returns>
    /// <exception cref="IOException">It cannot be deleted; the message names it and the reason.</exception>
    public bool Remove(string id)
    {
        if (!Has(id))
            return false;
        try
        {
            File.Delete(PathOf(id)!);
            return true;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"The briefing {id} cannot be deleted: {e.Message}", e);
        }
    }

    private static string Name(string topic, DateTimeOffset now)
    {
        var slug = new string([.. Slug.Of(topic)
            .Where(unit => unit is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9'))]);
        slug = (slug.Length > LongestSlug ? slug[..LongestSlug] : slug).Trim('-');
        return now.ToString(Stamp, CultureInfo.InvariantCulture) + (slug.Length == 0 ? "" : "-" + slug);
    }

    private static SavedBriefing Entry(string id, BriefingHeader header) =>
        new(id, SavedAt(id)!.Value, header.Topic, header.ArchiveVersion, header.HitsFound, null)
        {
            CurationVersion = header.CurationVersion,
        };

    // Nothing but a name of our own making ever becomes part of a path.
    private static bool IsId(string id)
    {
        foreach (var unit in id)
        {
            if (unit is not ('-' or (>= 'a' and <= 'z') or (>= '0' and <= '9')))
                return false;
        }

        return id.Length is > 0 and <= LongestId;
    }

    private static DateTimeOffset? SavedAt(string id) =>
        id.Length >= Stamp.Length && DateTimeOffset.TryParseExact(
            id.AsSpan(0, Stamp.Length), Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                out var saved)
            ? saved
            : null;

    private static string Read(string path)
    {
        if (new FileInfo(path).Length > 4L * BriefingJson.MaxLength)
            throw new JsonException("the file is too large for a briefing");
        return File.ReadAllText(path);
    }

    private string? PathOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return IsId(id) ? Path.Combine(folder, id + Extension) : null;
    }

    private SavedBriefing Entry(string id)
    {
        try
        {
            return Entry(id, BriefingJson.Read(Read(Path.Combine(folder, id + Extension))).Header);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return new SavedBriefing(id, SavedAt(id)!.Value, null, 0, 0, e.Message);
        }
    }

    // Who makes the unfinished file owns the id: two that save at once never write into one file or over each other.
    private bool TryWrite(string id, byte[] bytes)
    {
        var path = Path.Combine(folder, id + Extension);
        var unfinished = path + ".new";
        if (Claim(unfinished, path) is not { } file)
            return false;
        try
        {
            using (file)
            {
                if (File.Exists(path))
                    return false;
                file.Write(bytes);
                if (file is FileStream real)
                    real.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path);
            return true;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private Stream? Claim(string unfinished, string path)
    {
        try
        {
            return Create(unfinished);
        }
        catch (IOException) when (File.Exists(unfinished) || File.Exists(path))
        {
            return null;
        }
    }
}
