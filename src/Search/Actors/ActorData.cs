using System.Reflection;

namespace Dateline.Search.Actors;

/// <summary>The lists shipped in the assembly.</summary>
internal static class ActorData
{
    /// <summary>Lines of a list without comments and blank lines.</summary>
    /// <exception cref="InvalidOperationException">The assembly lacks the list.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Actors." + name)
            ?? throw new InvalidOperationException($"The assembly lacks the list Actors.{name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
