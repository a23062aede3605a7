using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>The states that the signals of a draft came from: one that no touchpoint changed since goes into the next state as it is.</summary>
internal sealed class SharedSignals(int count)
{
    private readonly SignalState?[] _unchanged = new SignalState?[count];
    private ImmutableArray<SignalState> _all;

    internal void Load(ImmutableArray<SignalState> states)
    {
        states.CopyTo(_unchanged!);
        _all = states;
    }

    internal void Change(int signal)
    {
        _unchanged[signal] = null;
        _all = default;
    }

    internal void Clear()
    {
        Array.Clear(_unchanged);
        _all = default;
    }

    internal ImmutableArray<SignalState> Freeze(ReadOnlySpan<SignalDraft> drafts, ScorePlan plan)
    {
        if (_all.IsDefault)
        {
            var states = ImmutableArray.CreateBuilder<SignalState>(drafts.Length);
            for (var index = 0; index < drafts.Length; index++)
            {
                states.Add(_unchanged[index] ??= drafts[index].Freeze(plan.Signals[index]));
            }

            _all = states.MoveToImmutable();
        }

        return _all;
    }
}
