using Dateline.Summarize.Rewriting;

namespace Dateline.Summarize.Tests.Rewriting;

public sealed class ModelEndpointTests
{
    [Fact]
    public void FromEnvironment_AllGiven_IsRead()
    {
        var endpoint = Read("http://127.0.0.1:1234/v1", "small", "0.15/0.60", "12", out var error);

        Assert.Null(error);
        Assert.Equal(new Uri("http://127.0.0.1:1234/v1"), endpoint!.Address);
        Assert.Equal("small", endpoint.Model);
        Assert.Equal((0.15m, 0.60m), (endpoint.InputPrice, endpoint.OutputPrice));
        Assert.Equal(TimeSpan.FromSeconds(12), endpoint.TimeLimit);
        Assert.DoesNotContain("secret", endpoint.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "m", null, null, ModelEndpoint.AddressVariable)]
    [InlineData("localhost:80", "m", null, null, ModelEndpoint.AddressVariable)]
    [InlineData("file:///etc/passwd", "m", null, null, ModelEndpoint.AddressVariable)]
    [InlineData("http://me:secret@127.0.0.1/v1", "m", null, null, ModelEndpoint.AddressVariable)]
    [InlineData("http://127.0.0.1/v1", " ", null, null, ModelEndpoint.ModelVariable)]
    [InlineData("http://127.0.0.1/v1", "m", "cheap", null, ModelEndpoint.PriceVariable)]
    [InlineData("http://127.0.0.1/v1", "m", "1", null, ModelEndpoint.PriceVariable)]
    [InlineData("http://127.0.0.1/v1", "m", null, "0", ModelEndpoint.SecondsVariable)]
    [InlineData("http://127.0.0.1/v1", "m", null, "soon", ModelEndpoint.SecondsVariable)]
    public void FromEnvironment_Wrong_NamesTheVariable(string? address, string? model, string? price, string? seconds,
        string named)
    {
        Assert.Null(Read(address, model, price, seconds, out var error));
        Assert.StartsWith(named, error, StringComparison.Ordinal);
    }

    private static ModelEndpoint? Read(string? address, string? model, string? price, string? seconds,
        out string? error) =>
        ModelEndpoint.FromEnvironment(
            name => name switch
            {
                ModelEndpoint.AddressVariable => address,
                ModelEndpoint.ModelVariable => model,
                ModelEndpoint.PriceVariable => price,
                ModelEndpoint.SecondsVariable => seconds,
                ModelEndpoint.KeyVariable => "secret",
                _ => null,
            },
            out error);
}
