namespace Dateline.Search.Extraction.Html;

/// <summary>Where on a page an element stands.</summary>
/// <param name="Aside">Number of the innermost aside around it; -1 for none.</param>
/// <param name="Linked">In a link.</param>
/// <param name="Body">In the body.</param>
internal readonly record struct HtmlPlace(int Aside, bool Linked, bool Body);
