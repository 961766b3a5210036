using Dateline.Search.Articles;

namespace Dateline.Search.Archive;

/// <summary>A story of several articles, over the whole archive, whatever was searched for.</summary>
/// <param name="Id">What <c>story:</c> finds it by.</param>
/// <param name="Articles">How many articles it has.</param>
/// <param name="Texts">How many independent texts they hold: copies are left out, and texts of one agency or outlet
/// count once.</param>
/// <param name="First">When the earliest of them was published; null when none is dated.</param>
/// <param name="FirstOutlet">Who published that.</param>
public sealed record StorySummary(string Id, int Articles, int Texts, DateRange? First, string? FirstOutlet);
