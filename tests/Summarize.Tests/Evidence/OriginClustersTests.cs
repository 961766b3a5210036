using Dateline.Summarize.Evidence;

namespace Dateline.Summarize.Tests.Evidence;

public sealed class OriginClustersTests
{
    private const string Wire =
        "The ferry to the islands sank in a storm on Monday night and forty people were rescued by fishermen from "
            + "the village nearby.";

    [Fact]
    public void Assign_ShortenedCopyUnderAnotherName_SharesTheOrigin()
    {
        var origins = OriginClusters.Assign([
            Make.Article(
                "a", Wire
                + " The cause is unknown. An inquiry was opened by the ministry of transport in the capital.",
                "Norrland"),
            Make.Article("b", Wire, "Harbour Post"),
            Make.Article("c", "A court in the capital freed the captain of a ferry after two years in prison.",
                "Levant Courier"),
        ]);

        Assert.Equal([0, 0, 1], origins);
    }

    [Fact]
    public void Assign_OneOutlet_IsOneOriginHoweverItIsSpelled()
    {
        var origins = OriginClusters.Assign([
            Make.Article("a", "One text about a ferry.", "Norrland"),
            Make.Article("b", "Another text about a court.", "Harbour Post"),
            Make.Article("c", "A third text about a tree.", "NORRLAND"),
        ]);

        Assert.Equal([0, 1, 0], origins);
    }

    [Fact]
    public void Assign_UnknownOutlets_AreOriginsOfTheirOwn()
    {
        var origins = OriginClusters.Assign([Make.Article("a", "One text."), Make.Article("b", "Another text.")]);

        Assert.Equal([0, 1], origins);
    }
}
