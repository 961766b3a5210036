using System.Reflection;
using System.Xml.Linq;

namespace Dateline.Search.Tests.Architecture;

/// <summary>
/// Projects depend one way: Web, Cli → Summarize → Search → Index → the base library; the command line also hosts Web.
/// </summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Index"] = [],
        ["Search"] = ["Index"],
        ["Summarize"] = ["Search"],
        ["Web"] = ["Summarize"],
        ["Cli"] = ["Summarize", "Web"],
    };

    [Fact]
    public void Projects_Declared_AreExactlyTheFive() => Assert.Equal(
        Allowed.Keys.Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Path.Combine(Checkout.Root(), "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Index")]
    [InlineData("Search")]
    [InlineData("Summarize")]
    [InlineData("Web")]
    [InlineData("Cli")]
    public void Project_References_PointOneWay(string project)
    {
        var declared = Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
        Assert.Empty(declared.Except(Allowed[project]));
    }

    [Fact]
    public void Index_Packages_AreNone() => Assert.Empty(Load("Index").Descendants("PackageReference"));

    [Fact]
    public void Index_Assembly_NeedsTheBaseLibraryOnly() => Assert.All(
        References("Index"),
        name => Assert.StartsWith("System.", name, StringComparison.Ordinal));

    [Fact]
    public void Search_Assembly_NeedsNothingAbove() => Assert.DoesNotContain(
        References("Search"),
        static name => name.StartsWith("Dateline.", StringComparison.Ordinal) && name is not "Dateline.Index");

    private static XDocument Load(string project) =>
        XDocument.Load(Path.Combine(Checkout.Root(), "src", project, project + ".csproj"));

    private static string[] References(string project) =>
        [.. Assembly.Load("Dateline." + project).GetReferencedAssemblies().Select(static name => name.Name!)];
}
