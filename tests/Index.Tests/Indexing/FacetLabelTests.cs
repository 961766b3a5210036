using Dateline.Index.Indexing;

namespace Dateline.Index.Tests.Indexing;

public sealed class FacetLabelTests
{
    [Theory]
    [InlineData("place", "Homs", "place\u001FHoms")]
    [InlineData("a\u001Fb", "c\u001Ed", "a\u001E\u001Fb\u001Fc\u001E\u001Ed")]
    public void Encode_AnyParts_DecodesToThem(string dimension, string label, string stored)
    {
        Assert.Equal(stored, FacetLabel.Encode(dimension, label));
        Assert.Equal((dimension, label), FacetLabel.Decode(stored));
    }

    [Fact]
    public void Decode_DimensionAlone_IsNoLabel() => Assert.Null(FacetLabel.Decode("place"));
}
