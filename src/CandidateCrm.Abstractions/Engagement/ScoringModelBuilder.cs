using System.Collections.Immutable;
using CandidateCrm.Timeline;
using NodaTime;
using Codes = CandidateCrm.Engagement.ScoringModelFaultCodes;

namespace CandidateCrm.Engagement;

/// <summary>Writes a scoring model as one sentence. Nothing throws before <see cref="Build"/>, which names every fault at once. For one thread.</summary>
public sealed class ScoringModelBuilder
{
    /// <summary>The name of the lowest band where the first one that is named has thresholds: a model with bands always has one that a candidate without a touchpoint is in.</summary>
    public const string UnnamedLowestBand = "none";

    private readonly ScoreKey _key;
    private readonly List<ScoringModelFault> _bounds = [];

    // Of what is out of bounds stays what bears its name, and otherwise null, so that nothing is missed where the parts are judged together.
    private readonly List<Signal?> _signals = [];
    private readonly List<SignalGroup?> _groups = [];
    private readonly List<Band?> _bands = [];
    private int _version = 1;
    private decimal? _floor;
    private decimal? _ceiling;

    internal ScoringModelBuilder(ScoreKey key) => _key = key;

    /// <summary>Sets the version, 1 or more.</summary>
    public ScoringModelBuilder Version(int version)
    {
        _version = Kept("version", "version", ScoreBounds.Version(version)) ? version : 1;
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
        var (part, where) = ($"signal {kind}", Place("signals", _signals.Count));
        var kept = Kept(part, where + ".kind", kind.IsAssigned ? null : "A signal's kind must be assigned.")
            & Kept(part, where + ".weight", ScoreBounds.Weight(weight))
            & Kept(part, where + ".halfLife", ScoreBounds.HalfLife(halfLife))
            & Kept(part, where + ".cap", ScoreBounds.Cap(set.LargestValue))
            & Kept(part, where + ".saturation", ScoreBounds.Saturation(set.SaturationAt))
            & Kept(part, where + ".group", Name(set.GroupName, out SignalGroupKey? group));
        _signals.Add(kept
            ? new Signal { Kind = kind, Weight = weight, HalfLife = halfLife, Cap = set.LargestValue, Saturation = set.SaturationAt, Group = group }
            : ScoringModelParts.Named(kind, group));
        return this;
    }

    /// <summary>Adds a group with the cap of its sum.</summary>
    public ScoringModelBuilder Group(string key, decimal cap)
    {
        var where = Place("groups", _groups.Count);
        var kept = Kept("group", where + ".key", Name(key, out SignalGroupKey? group)) & Kept($"group {group}", where + ".cap", ScoreBounds.GroupCap(cap));
        _groups.Add(kept ? new SignalGroup { Key = group!.Value, Cap = cap } : ScoringModelParts.Named(group));
        return this;
    }

    /// <summary>Sets the least score.</summary>
    public ScoringModelBuilder Floor(decimal floor)
    {
        _floor = Kept("floor", "floor", ScoreBounds.Limit(floor)) ? floor : null;
        return this;
    }

    /// <summary>Sets the largest score.</summary>
    public ScoringModelBuilder Ceiling(decimal ceiling)
    {
        _ceiling = Kept("ceiling", "ceiling", ScoreBounds.Limit(ceiling)) ? ceiling : null;
        return this;
    }

    /// <summary>Adds the lowest band, which has no thresholds. Left out, it is called <see cref="UnnamedLowestBand"/>.</summary>
    public ScoringModelBuilder Band(string key) => Add(key, null, null);

    /// <summary>Adds the next band up, beneath which a lowest one named <see cref="UnnamedLowestBand"/> is added where this is the first: entered at <paramref name="enter"/> or more, left below <paramref name="exit"/> (null: below <paramref name="enter"/>).</summary>
    public ScoringModelBuilder Band(string key, decimal enter, decimal? exit = null)
    {
        if (_bands.Count == 0)
        {
            _bands.Add(new Band { Key = BandKey.From(UnnamedLowestBand) });
        }

        return Add(key, enter, exit);
    }

    /// <summary>Lists the faults; empty where <see cref="Build"/> succeeds.</summary>
    public ImmutableArray<ScoringModelFault> Review() =>
    [
        .. _bounds,
        .. ScoringModelReview.Counted(_signals.Count),
        .. ScoringModelReview.FaultsOf(new ScoringModelParts { Signals = [.. _signals], Groups = [.. _groups], Bands = [.. _bands], Floor = _floor, Ceiling = _ceiling }),
    ];

    /// <summary>Makes the model, or throws with every fault.</summary>
    /// <exception cref="InvalidScoringModelException">The model has faults.</exception>
    public ScoringModel Build()
    {
        var faults = Review();
        return faults.IsEmpty ? Assemble() : throw new InvalidScoringModelException(faults);
    }

    private static string? Name(string? text, out SignalGroupKey? key)
    {
        key = SignalGroupKey.TryFrom(text, out var made) ? made : null;
        return text is null || key is not null ? null : "A group's name is 1 to 64 lower-case letters, digits and the marks - _ . and begins with a letter or digit.";
    }

    private ScoringModelBuilder Add(string key, decimal? enter, decimal? exit)
    {
        var where = Place("bands", _bands.Count);
        var kept = Kept("band", where + ".key", BandKey.TryFrom(key, out var band) ? null : "A band's name is 1 to 64 lower-case letters, digits and the marks - _ . and begins with a letter or digit.")
            & Kept($"band {band}", where + ".enter", ScoreBounds.Threshold(enter))
            & Kept($"band {band}", where + ".exit", ScoreBounds.Threshold(exit));
        _bands.Add(kept ? new Band { Key = band, Enter = enter, Exit = exit } : null);
        return this;
    }

    private ScoringModel Assemble() => new()
    {
        Key = _key, Version = _version, Signals = [.. _signals.OfType<Signal>()], Groups = [.. _groups.OfType<SignalGroup>()], Floor = _floor, Ceiling = _ceiling, Bands = [.. _bands.OfType<Band>()],
    };

    private static string Place(string list, int index) => FormattableString.Invariant($"{list}[{index}]");

    private bool Kept(string part, string where, string? fault)
    {
        if (fault is not null)
        {
            _bounds.Add(ScoringModelReview.Fault(Codes.OutOfBounds, where, $"{part}: {fault}"));
        }

        return fault is null;
    }
}
