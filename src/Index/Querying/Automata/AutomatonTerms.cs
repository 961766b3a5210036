using Dateline.Index.Reading;

namespace Dateline.Index.Querying;

/// <summary>
/// The terms of a field that an automaton accepts, in order. Where the current term leaves the automaton, the next text
/// that could be accepted is looked for: a few steps on, then by a seek.
/// </summary>
internal sealed class AutomatonTerms(TermsCursor cursor, LazyDfa automaton, CancellationToken cancellation)
{
    private const int StepsBeforeSeek = 4;
    private const int TermsPerCheck = 256;

    private byte[] _target = new byte[16];
    private byte[] _last = new byte[16]; // the term whose states are in _states
    private int[] _states = [automaton.Start];
    private int _known; // states of _states that are valid, less one: bytes of _last that were read
    private bool _started;
    private int _untilCheck = TermsPerCheck;

    /// <summary>The current term.</summary>
    public ReadOnlySpan<byte> Term => cursor.Term;

    /// <summary>Where its documents are.</summary>
    public TermState State => cursor.State;

    /// <summary>Moves to the next accepted term.</summary>
    public bool Next()
    {
        var found = _started ? cursor.Next() : First();
        while (found)
        {
            if (--_untilCheck == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                _untilCheck = TermsPerCheck;
            }

            var term = cursor.Term;
            var read = Read(term);
            if (read == term.Length)
            {
                if (automaton.IsAccepting(_states[read])) return true;
                found = cursor.Next();
            }
            else found = SkipFrom(read);
        }

        return false;
    }

    private bool First()
    {
        _started = true;
        return cursor.SeekCeiling([]);
    }

    // How many bytes the automaton can read; fills _states up to there.
    private int Read(ReadOnlySpan<byte> term)
    {
        var at = term.CommonPrefixLength(_last.AsSpan(0, _known));
        if (_states.Length <= term.Length) Array.Resize(ref _states, 2 * term.Length + 1);
        if (_last.Length < term.Length) Array.Resize(ref _last, 2 * term.Length);
        var state = _states[at];
        for (; at < term.Length; at++)
        {
            state = automaton.Step(state, term[at]);
            if (state == LazyDfa.Dead) break;
            _last[at] = term[at];
            _states[at + 1] = state;
        }

        return _known = at;
    }

    // The smallest text above the current term that the automaton can begin with.
    private bool SkipFrom(int read)
    {
        var term = cursor.Term;
        if (_target.Length <= read) Array.Resize(ref _target, 2 * read + 1);
        var next = automaton.FirstByte(_states[read], term[read] + 1);
        while (next > byte.MaxValue)
        {
            if (--read < 0) return false;
            next = automaton.FirstByte(_states[read], term[read] + 1);
        }

        term[..read].CopyTo(_target);
        _target[read] = (byte)next;
        var target = _target.AsSpan(0, read + 1);
        for (var step = 0; step < StepsBeforeSeek; step++)
        {
            if (!cursor.Next()) return false;
            if (cursor.Term.SequenceCompareTo(target) >= 0) return true;
        }

        return cursor.SeekCeiling(target);
    }
}
