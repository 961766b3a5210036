namespace Dateline.Search.Tests.Architecture;

/// <summary>No line of C# is longer than 120 columns, which no analyzer checks.</summary>
public sealed class LineLengthTests
{
    private const int MostColumns = 120;

    private static readonly string[] Folders =
        ["src", "tests", "eval", "bench"];

    [Fact]
    public void Lines_OfCode_AreNoLongerThan120Columns()
    {
        var files = Folders.SelectMany(Files).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(TooLong));
    }

    [Fact]
    public void TooLong_LongLine_IsFoundUnlessItIsTextOfARawLiteral()
    {
        var longLine = new string('x', MostColumns + 1);

        Assert.Equal(["a.cs:2: 121 columns"], TooLong("a.cs", ["x", longLine, "y"]));
        Assert.Equal(["a.cs:4: 121 columns"], TooLong("a.cs", ["Read(\"\"\"", longLine, "\"\"\");", longLine]));
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Checkout.Root(), folder), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"));

    private static IEnumerable<string> TooLong(string file) =>
        TooLong(Path.GetRelativePath(Checkout.Root(), file), File.ReadAllLines(file));

    // The text of a raw literal over several lines is data, whose line breaks mean something.
    private static IEnumerable<string> TooLong(string file, string[] lines)
    {
        var inText = false;
        for (var number = 0; number < lines.Length; number++)
        {
            var line = lines[number];
            if (line.Split("\"\"\"").Length % 2 == 0)
                inText = !inText;
            else if (!inText && line.Length > MostColumns)
                yield return $"{file}:{number + 1}: {line.Length} columns";
        }
    }
}
