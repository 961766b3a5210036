using Dateline.Eval.Measuring;

namespace Dateline.Eval.Tests.Measuring;

public sealed class FloorTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "floors.tsv");

    public static TheoryData<string> MeasuresWithFloors() =>
        [.. Floors.Read(File).Select(static floor => floor.Measure).Distinct(StringComparer.Ordinal)];

    [SkippableTheory]
    [MemberData(nameof(MeasuresWithFloors))]
    public void Sample_OfPublicGoldData_HoldsItsFloors(string name)
    {
        var measure = Measures.All.Single(measure => measure.Name == name);
        var data = DataSets.Locate(measure.Set, AppContext.BaseDirectory, out var reason);
        Skip.If(data is null, reason);
        var table = new StringWriter();
        Assert.True(FloorCheck.Run(data!, Floors.Read(File).FindAll(floor => floor.Measure == name), true, table),
            table.ToString());
    }

    [Theory]
    [InlineData(false, 0.95, 0.949, false)]
    [InlineData(false, 0.95, 0.950, true)]
    [InlineData(true, 0.01, 0.011, false)]
    [InlineData(true, 0.01, 0.010, true)]
    public void Floor_AgainstAValue_HoldsOnItsSide(bool atMost, double bound, double value, bool holds) =>
        Assert.Equal(holds, new Floor("m", "f", atMost, bound, bound).Holds(value));

    [Fact]
    public void FloorFile_WithABadLine_NamesFileAndLine()
    {
        var file = Path.GetTempFileName();
        System.IO.File.WriteAllLines(file, ["# comment", "bodies\tF1\t>=\thigh\t1"]);
        var error = Assert.Throws<FormatException>(() => Floors.Read(file));
        Assert.Contains($"{file}:2", error.Message, StringComparison.Ordinal);
        System.IO.File.Delete(file);
    }

    [Fact]
    public void Parts_OfASet_AreHalvesWithoutOverlap()
    {
        var names = Enumerable.Range(0, 2000).Select(number => $"page-{number}.html").ToList();
        var looked = names.FindAll(Run(Part.Looked).Includes);
        var unseen = names.FindAll(Run(Part.Unseen).Includes);
        Assert.Empty(looked.Intersect(unseen));
        Assert.Equal(names.Count, looked.Count + unseen.Count);
        Assert.InRange(looked.Count, 850, 1150);
    }

    private static MeasureRun Run(Part part) => new("", part, false, 0, TextWriter.Null);
}
