using System.Collections.Frozen;

namespace CandidateCrm.Engagement;

/// <summary>A scoring model, prepared once and shared: no state, safe for every thread.</summary>
internal sealed class ScorePlan
{
    private readonly FrozenDictionary<string, int> _signalOfKind;

    internal ScorePlan(ScoringModel model)
    {
        Model = model;
        GroupsInOrder = [.. model.Groups.OrderBy(group => group.Key.Value, StringComparer.Ordinal)];
        HalfLives = [.. model.Signals.Select(NanosOf).Where(nanos => nanos > 0).Distinct().Select(nanos => new HalfLifePlan(nanos))];
        Signals = [.. model.Signals.Select(Planned)];
        _signalOfKind = model.Signals.Select((signal, index) => (signal.Kind, index)).ToFrozenDictionary(pair => pair.Kind.Value, pair => pair.index, StringComparer.Ordinal);
        Rounded = MakeRounded();
        Unrounded = MakeUnrounded();
    }

    internal ScoringModel Model { get; }

    internal SignalGroup[] GroupsInOrder { get; }

    internal HalfLifePlan[] HalfLives { get; }

    internal SignalPlan[] Signals { get; }

    /// <summary>Gets the scale of answers: units of 10^-9.</summary>
    internal ScoreScale Rounded { get; }

    /// <summary>Gets the scale of searches: units of 2^-60.</summary>
    internal ScoreScale Unrounded { get; }

    /// <summary>Returns the index of the signal; -1 for a kind that the model does not name.</summary>
    internal int IndexOf(string kind) => _signalOfKind.TryGetValue(kind, out var index) ? index : -1;

    internal int IndexOf(BandKey? band)
    {
        for (var index = 0; index < Model.Bands.Length; index++)
        {
            if (Model.Bands[index].Key == band)
            {
                return index;
            }
        }

        return 0;
    }

    private static long NanosOf(Signal signal) => signal.HalfLife is { } halfLife ? halfLife.ToInt64Nanoseconds() : 0;

    private SignalPlan Planned(Signal signal)
    {
        var halfLife = Array.FindIndex(HalfLives, plan => plan.Nanos == NanosOf(signal));
        var group = signal.Group is { } key ? Array.FindIndex(GroupsInOrder, candidate => candidate.Key == key) : -1;
        return new SignalPlan(signal, halfLife, halfLife < 0 ? null : HalfLives[halfLife], group);
    }

    private ScoreScale MakeRounded() => new()
    {
        GroupOfSignal = [.. Signals.Select(signal => signal.Group)],
        GroupCaps = [.. GroupsInOrder.Select(group => FixedPoint.RoundedNanos(group.Cap))],
        Ceiling = Model.Ceiling is { } ceiling ? FixedPoint.RoundedNanos(ceiling) : null,
        Floor = Model.Floor is { } floor ? FixedPoint.RoundedNanos(floor) : null,
        Enter = [.. Model.Bands.Select(band => band.Enter is { } enter ? FixedPoint.CeilingNanos(enter) : Int128.MinValue)],
        Exit = [.. Model.Bands.Select(band => (band.Exit ?? band.Enter) is { } exit ? FixedPoint.CeilingNanos(exit) : Int128.MinValue)],
        IsRounded = true,
    };

    private ScoreScale MakeUnrounded() => new()
    {
        GroupOfSignal = Rounded.GroupOfSignal,
        GroupCaps = [.. GroupsInOrder.Select(group => FixedPoint.From(group.Cap))],
        Ceiling = Model.Ceiling is { } ceiling ? FixedPoint.From(ceiling) : null,
        Floor = Model.Floor is { } floor ? FixedPoint.From(floor) : null,
        Enter = [.. Model.Bands.Select(band => band.Enter is { } enter ? FixedPoint.From(enter) : Int128.MinValue)],
        Exit = [.. Model.Bands.Select(band => (band.Exit ?? band.Enter) is { } exit ? FixedPoint.From(exit) : Int128.MinValue)],
        IsRounded = false,
    };
}
