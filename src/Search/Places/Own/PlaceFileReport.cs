namespace Dateline.Search.Places.Own;

/// <summary>What became of a file of places that was added.</summary>
/// <param name="Name">What the gazetteer is called from now on.</param>
/// <param name="Places">New places.</param>
/// <param name="Spellings">New names of places known before.</param>
/// <param name="LeftOut">Rows of kinds that are no places of the tree (wells, schools, springs).</param>
/// <param name="BadLines">Lines that could not be read, with their numbers; the first of them.</param>
/// <param name="BadLineCount">How many there are in all.</param>
public sealed record PlaceFileReport(
    string Name, int Places, int Spellings, int LeftOut, IReadOnlyList<string> BadLines, int BadLineCount);

/// <summary>A gazetteer of the user's own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Places">Places in it.</param>
/// <param name="Bytes">Size of its file.</param>
/// <param name="Added">When it was added.</param>
public sealed record OwnGazetteer(string Name, int Places, long Bytes, DateTimeOffset Added);

/// <summary>A file of places had nothing that could be added.</summary>
public sealed class PlaceFileException(string message) : IOException(message);
