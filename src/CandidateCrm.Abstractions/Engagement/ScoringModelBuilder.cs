using System.Collections.Immutable;
using CandidateCrm.Timeline;
using NodaTime;
using Codes = CandidateCrm.Engagement.ScoringModelFaultCodes;

namespace CandidateCrm.Engagement;

/// <summary>Writes a scoring model as one sentence. Nothing throws before <see cref="Build"/>, which names every fault at once. For one thread.</summary>
public sealed class ScoringModelBuilder
{
    /// <summary>The name that the lowest band gets where the first band named has thresholds.</summary>
    public const string UnnamedLowestBand = "none";

    private readonly ScoreKey _key;
    private readonly List<ScoringModelFault> _bounds = [];
    private readonly List<Signal> _signals = [];
    private readonly List<SignalGroup> _groups = [];
    private readonly List<Band> _bands = [];
    private int _version = 1;
    private decimal? _floor;
    private decimal? _ceiling;

    internal ScoringModelBuilder(ScoreKey key) => _key = key;

    /// <summary>Sets the version, 1 or more.</summary>
    public ScoringModelBuilder Version(int version)
    {
        _version = Kept("version", ScoreBounds.Version(version)) ? version : 1;
        return this;
    }

    /// <summary>Adds a signal: what its touchpoints weigh, and how fast that fades (null: never).</summary>
    public ScoringModelBuilder Signal(TouchKind kind, decimal weight, Duration? halfLife = null) =>
        Signal(kind, weight, halfLife, _ => { });

    /// <summary>Adds a signal with a cap, a saturation or a group.</summary>
    public ScoringModelBuilder Signal(TouchKind kind, decimal weight, Duration? halfLife, Action<SignalLimits> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var set = new SignalLimits();
        limits(set);
        var part = $"signal {kind}";
        var kept = Kept(part, kind.IsAssigned ? null : "A signal's kind must be assigned.")
            & Kept(part, ScoreBounds.Weight(weight))
            & Kept(part, ScoreBounds.HalfLife(halfLife))
            & Kept(part, ScoreBounds.Cap(set.LargestValue))
            & Kept(part, ScoreBounds.Saturation(set.SaturationAt))
            & Kept(part, Name(set.GroupName, out SignalGroupKey? group));
        if (kept)
        {
            _signals.Add(new Signal { Kind = kind, Weight = weight, HalfLife = halfLife, Cap = set.LargestValue, Saturation = set.SaturationAt, Group = group });
        }

        return this;
    }

    /// <summary>Adds a group with the cap of its sum.</summary>
    public ScoringModelBuilder Group(string key, decimal cap)
    {
        if (Kept("group", Name(key, out SignalGroupKey? group)) & Kept($"group {group}", ScoreBounds.GroupCap(cap)))
        {
            _groups.Add(new SignalGroup { Key = group!.Value, Cap = cap });
        }

        return this;
    }

    /// <summary>Sets the least score.</summary>
    public ScoringModelBuilder Floor(decimal floor)
    {
        _floor = Kept("floor", ScoreBounds.Limit(floor)) ? floor : null;
        return this;
    }

    /// <summary>Sets the largest score.</summary>
    public ScoringModelBuilder Ceiling(decimal ceiling)
    {
        _ceiling = Kept("ceiling", ScoreBounds.Limit(ceiling)) ? ceiling : null;
        return this;
    }

    /// <summary>Adds the lowest band, which has no thresholds. Left out, it is called <see cref="UnnamedLowestBand"/>.</summary>
    public ScoringModelBuilder Band(string key) => Add(key, null, null);

    /// <summary>Adds the next band up: entered at <paramref name="enter"/> or more, left below <paramref name="exit"/> (null: below <paramref name="enter"/>).</summary>
    public ScoringModelBuilder Band(string key, decimal enter, decimal? exit = null)
    {
        if (_bands.Count == 0)
        {
            _bands.Add(new Band { Key = BandKey.From(UnnamedLowestBand) });
        }

        return Add(key, enter, exit);
    }

    /// <summary>Lists the faults; empty where <see cref="Build"/> succeeds.</summary>
    public ImmutableArray<ScoringModelFault> Review() => Review(Assemble());

    /// <summary>Makes the model, or throws with every fault.</summary>
    /// <exception cref="InvalidScoringModelException">The model has faults.</exception>
    public ScoringModel Build()
    {
        var model = Assemble();
        var faults = Review(model);
        return faults.IsEmpty ? model : throw new InvalidScoringModelException(faults);
    }

    private static string? Name(string? text, out SignalGroupKey? key)
    {
        key = SignalGroupKey.TryFrom(text, out var made) ? made : null;
        return text is null || key is not null ? null : "A group's name is 1 to 64 lower-case letters, digits and the marks - _ . : .";
    }

    private ScoringModelBuilder Add(string key, decimal? enter, decimal? exit)
    {
        var named = BandKey.TryFrom(key, out var band);
        if (Kept("band", named ? null : "A band's name is 1 to 64 lower-case letters, digits and the marks - _ . : .")
            & Kept($"band {band}", ScoreBounds.Threshold(enter) ?? ScoreBounds.Threshold(exit)))
        {
            _bands.Add(new Band { Key = band, Enter = enter, Exit = exit });
        }

        return this;
    }

    private ImmutableArray<ScoringModelFault> Review(ScoringModel model) => [.. _bounds, .. ScoringModelReview.FaultsOf(model)];

    private ScoringModel Assemble() => new()
    {
        Key = _key, Version = _version, Signals = [.. _signals], Groups = [.. _groups], Floor = _floor, Ceiling = _ceiling, Bands = [.. _bands],
    };

    private bool Kept(string part, string? fault)
    {
        if (fault is not null)
        {
            _bounds.Add(ScoringModelReview.Fault(Codes.OutOfBounds, $"{part}: {fault}"));
        }

        return fault is null;
    }
}
