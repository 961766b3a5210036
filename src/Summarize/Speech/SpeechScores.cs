namespace Dateline.Summarize.Speech;

/// <summary>
/// Scores the positions of a unit for its choices and keeps what other choices ask for again: the score of a place by
/// itself for the whole unit, of its bearing to the cue until another cue or layout comes. Not thread-safe.
/// </summary>
internal sealed class SpeechScores(SpeechModel model)
{
    private const int Choices = 7;

    // Positions from -1 to the greatest number of tokens.
    private const int Positions = (2 * SpeechText.MaxUnit) + 2;
    private readonly float[] _places = new float[Choices * Positions], _bearings = new float[Choices * Positions];
    private readonly (SpeechLayout Layout, int Cue)[] _kept = new (SpeechLayout, int)[Choices];
    private readonly uint[] _rows = new uint[SpeechFeatures.Most];
    private SpeechUnitView _unit = new();

    /// <summary>Forgets the last unit.</summary>
    public void Load(SpeechUnitView unit)
    {
        _unit = unit;
        Array.Fill(_kept, (SpeechLayout.None, -1));
        for (var choice = 0; choice < Choices; choice++)
            _places.AsSpan(choice * Positions, unit.Count + 2).Fill(float.NaN);
    }

    /// <summary>The score of a position, as of <see cref="SpeechFeatures.Position"/>.</summary>
    public float Of(SpeechChoice choice, SpeechLayout layout, int cue, int anchor, int at)
    {
        var row = (int)choice * Positions;
        if (_kept[(int)choice] != (layout, cue))
        {
            _kept[(int)choice] = (layout, cue);
            _bearings.AsSpan(row, _unit.Count + 2).Fill(float.NaN);
        }

        ref var bearing = ref _bearings[row + at + 1];
        if (float.IsNaN(bearing))
            bearing = Place(choice, at) + Sum(SpeechFeatures.Bearing(_unit, choice, layout, cue, at, _rows));
        return bearing + Sum(SpeechFeatures.Stretch(_unit, choice, layout, cue, anchor, at, _rows));
    }

    private float Place(SpeechChoice choice, int at)
    {
        ref var place = ref _places[((int)choice * Positions) + at + 1];
        if (float.IsNaN(place))
            place = Sum(SpeechFeatures.Place(_unit, choice, at, _rows));
        return place;
    }

    private float Sum(int count) => model.Position(_rows.AsSpan(0, count));
}
