using Dateline.Search.Articles;

namespace Dateline.Search.Places.Settings;

/// <summary>What one mention tells of its place.</summary>
/// <param name="Setting">What happened to be told.</param>
/// <param name="FirstToken">First word of what tells it; -1 where nothing does.</param>
/// <param name="LastToken">Its last word.</param>
internal readonly record struct MentionSetting(PlaceSetting Setting, int FirstToken, int LastToken)
{
    public static MentionSetting None { get; } = new(PlaceSetting.Mentioned, -1, -1);
}
