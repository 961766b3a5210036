using System.Collections.Concurrent;
using Dateline.Search.Names;
using Dateline.Search.Text;

namespace Dateline.Summarize.Speech;

/// <summary>
/// Finds who said what in a text. For every word that may announce speech a log-linear model gives the likeliest
/// readings: whether it does, on which side the content stands, where that starts and ends, and who is the speaker;
/// whole readings are then judged and chosen together, and quotations that stand alone are joined to one (cue by cue,
/// as the attribution of Pareti et al. 2013, but choosing among positions instead of labelling tokens). The same text
/// always gives the same attributions; time is linear in the text. Thread-safe.
/// </summary>
public sealed class AttributionFinder
{
    /// <summary>Name of the model file, in the folder of the program.</summary>
    public const string ModelFile = "speech.model";

    private static readonly Lazy<AttributionFinder> Shared =
        new(() => new AttributionFinder(SpeechModelFile.Read(Path.Combine(AppContext.BaseDirectory, ModelFile)),
            NameTagger.Default));

    private readonly ConcurrentBag<SpeechDecoder> _free = [];
    private readonly SpeechModel _model;
    private readonly NameTagger _tagger;

    internal AttributionFinder(SpeechModel model, NameTagger tagger) => (_model, _tagger) = (model, tagger);

    /// <summary>The finder with the model that ships; loaded when first asked for.</summary>
    /// <exception cref="FileNotFoundException">The model is missing.</exception>
    /// <exception cref="InvalidDataException">The model is damaged or of another version.</exception>
    public static AttributionFinder Default => Shared.Value;

    /// <summary>The attributions of a text, in order of their first content.</summary>
    /// <param name="text">Paragraphs parted by blank lines.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public IReadOnlyList<Attribution> Find(string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!_free.TryTake(out var decoder))
            decoder = new SpeechDecoder(_model);
        var read = SpeechText.Read(text, _tagger, _model.Cues);
        var found = decoder.Decode(read, cancellationToken);
        _free.Add(decoder);
        return found;
    }
}
