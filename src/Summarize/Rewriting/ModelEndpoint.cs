using System.Globalization;

namespace Dateline.Summarize.Rewriting;

/// <summary>
/// Where a language model is asked, and within what bounds. Nothing is asked unless somebody turned it on.
/// </summary>
/// <param name="Address">Base address of an OpenAI-compatible service, e.g. <c>http://127.0.0.1:11434/v1</c>.</param>
/// <param name="Model">Name of the model there.</param>
public sealed record ModelEndpoint(Uri Address, string Model)
{
    /// <summary>Environment variable with <see cref="Address"/>.</summary>
    public const string AddressVariable = "DATELINE_MODEL_URL";

    /// <summary>Environment variable with <see cref="Model"/>.</summary>
    public const string ModelVariable = "DATELINE_MODEL";

    /// <summary>Environment variable with <see cref="Key"/>.</summary>
    public const string KeyVariable = "DATELINE_MODEL_KEY";

    /// <summary>
    /// Environment variable with <see cref="InputPrice"/> and <see cref="OutputPrice"/>: <c>0.15/0.60</c>.
    /// </summary>
    public const string PriceVariable = "DATELINE_MODEL_PRICE";

    /// <summary>Environment variable with <see cref="TimeLimit"/> in seconds.</summary>
    public const string SecondsVariable = "DATELINE_MODEL_SECONDS";

    /// <summary>Key sent as bearer token; never written anywhere. Local services often need none.</summary>
    public string? Key { private get; init; }

    /// <summary>Longest time for one briefing, connecting and retrying included.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most tokens the model may write for one briefing.</summary>
    public int MaxOutputTokens { get; init; } = 2_000;

    /// <summary>Most characters of article text sent for one briefing.</summary>
    public int MaxInputCharacters { get; init; } = 24_000;

    /// <summary>Price of a million tokens read, in the currency of the user's bill; null when not told.</summary>
    public decimal? InputPrice { get; init; }

    /// <summary>Price of a million tokens written; null when not told.</summary>
    public decimal? OutputPrice { get; init; }

    /// <summary>Hands the key to who opens the connection.</summary>
    internal string KeyOrPlaceholder => string.IsNullOrWhiteSpace(Key) ? "none" : Key;

    /// <summary>Reads the environment.</summary>
    /// <param name="variable">Value of an environment variable, or null.</param>
    /// <param name="error">What is missing or wrong, naming the variable; null when all is well.</param>
    /// <returns>The endpoint, or null.</returns>
    public static ModelEndpoint? FromEnvironment(Func<string, string?> variable, out string? error)
    {
        ArgumentNullException.ThrowIfNull(variable);
        error = null;
        if (!Uri.TryCreate(variable(AddressVariable), UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https"))
            error = $"{AddressVariable} must be the http or https address of an OpenAI-compatible service, e.g. "
                + $"http://127.0.0.1:11434/v1.";
        else if (address.UserInfo.Length > 0)
            error = $"{AddressVariable} must not hold a name or password: give the key in {KeyVariable}.";
        else if (string.IsNullOrWhiteSpace(variable(ModelVariable)))
            error = $"{ModelVariable} must name the model to ask at {address}.";
        if (error is not null)
            return null;
        var endpoint = new ModelEndpoint(address!, variable(ModelVariable)!.Trim()) { Key = variable(KeyVariable) };
        return WithSeconds(WithPrice(endpoint, variable(PriceVariable), ref error),
            variable(SecondsVariable), ref error);
    }

    /// <summary>The key does not show.</summary>
    public override string ToString() => $"{Model} at {Address.GetLeftPart(UriPartial.Path)}";

    private static ModelEndpoint WithPrice(ModelEndpoint endpoint, string? prices, ref string? error)
    {
        if (string.IsNullOrWhiteSpace(prices))
            return endpoint;
        var parts = prices.Split('/');
        if (parts.Length == 2 && TryPrice(parts[0], out var input) && TryPrice(parts[1], out var output))
            return endpoint with { InputPrice = input, OutputPrice = output };
        error = $"{PriceVariable} is '{prices}': give the prices of a million tokens read and written, e.g. 0.15/0.60.";
        return endpoint;
    }

    private static bool TryPrice(string text, out decimal price) =>
        decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out price);

    private static ModelEndpoint? WithSeconds(ModelEndpoint endpoint, string? seconds, ref string? error)
    {
        if (error is not null)
            return null;
        if (string.IsNullOrWhiteSpace(seconds))
            return endpoint;
        if (int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value is >= 1 and <= 600)
            return endpoint with { TimeLimit = TimeSpan.FromSeconds(value) };
        error = $"{SecondsVariable} is '{seconds}': give whole seconds, 1 to 600.";
        return null;
    }
}
