using System.Collections.Frozen;
using CandidateCrm.Rules;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>One entry of an activation log in the form that the fold reads: compiled rules, and what each feature may do.</summary>
internal sealed class RulesInForce
{
    private static readonly FrozenDictionary<string, FeatureCode> Switchable = new[]
    {
        FeatureCode.Applications, FeatureCode.Lifecycle, FeatureCode.Engagement, FeatureCode.Charter,
    }.ToFrozenDictionary(code => code.Value, StringComparer.Ordinal);

    private readonly FrozenSet<string> _off;
    private readonly FrozenSet<string> _unavailable;
    private readonly bool _isAnyOff;
    private readonly bool _isEverythingLive;
    private readonly FrozenSet<string> _suspendedExpectations;

    internal RulesInForce(Activation activation, CompiledRules rules)
    {
        Activation = activation;
        Rules = rules;
        _off = Switchable.Values.Where(IsStopped).Select(code => code.Value).ToFrozenSet(StringComparer.Ordinal);
        _unavailable = UnavailableOf(activation);
        _isAnyOff = _off.Count > 0;
        _suspendedExpectations = activation.Suspended.Where(name => name.Kind == DefinitionKind.Expectation).Select(name => name.Key).ToFrozenSet(StringComparer.Ordinal);
        SuspendsExpectations = _suspendedExpectations.Count > 0;
        _isEverythingLive = activation.Modes.Rows is [{ Feature.IsAssigned: false }, ..] rows && rows.All(row => row is { Mode: Mode.Live, EffectsFrom: null });
    }

    private RulesInForce(RulesInForce origin, CompiledRules rules, FrozenSet<string> off)
    {
        Activation = origin.Activation;
        Rules = rules;
        _off = off;
        _unavailable = origin._unavailable;
        _isAnyOff = off.Count > 0;
        _suspendedExpectations = origin._suspendedExpectations;
        SuspendsExpectations = origin.SuspendsExpectations;
        _isEverythingLive = origin._isEverythingLive;
    }

    internal Activation Activation { get; }

    internal CompiledRules Rules { get; }

    internal long Position => Activation.Position;

    /// <summary>Says whether a feature does not react at all.</summary>
    internal bool IsOff(string feature) => _isAnyOff && _off.Contains(feature);

    /// <summary>Says whether a definition of a feature is lost: nobody can tell what it would have said, and no other version answers for it.</summary>
    internal bool IsUnavailable(string feature) => _unavailable.Count > 0 && _unavailable.Contains(feature);

    /// <summary>Gets a value indicating whether any expectation is suspended.</summary>
    internal bool SuspendsExpectations { get; }

    /// <summary>Says whether a feature reacts under these rules and did not under those before.</summary>
    internal bool BringsBack(FeatureCode feature, RulesInForce before) => before.IsOff(feature.Value) && !IsOff(feature.Value);

    /// <summary>Says whether an expectation opens and judges nothing for the time being.</summary>
    internal bool IsSuspended(string expectation) => SuspendsExpectations && _suspendedExpectations.Contains(expectation);

    /// <summary>Returns why what a feature wants at an instant is not handed over, or null. What the aggregate itself wants goes with the mode of all others.</summary>
    internal string? WithholdingOf(string feature, Instant at) =>
        _isEverythingLive ? null : Activation.Modes.WithholdingOf(Switchable.GetValueOrDefault(feature), at);

    /// <summary>Says whether a state can go on under these rules: sums of another version of a scoring model cannot, unless nobody adds to them.</summary>
    internal bool CanGoOnFrom(Relationship state) =>
        state.Engagement is not { } slice || Rules.HasTheModelsOf(slice) || IsOff(FeatureCode.Engagement.Value)
        || state.Faults.Any(fault => string.Equals(fault.Feature, FeatureCode.Engagement.Value, StringComparison.Ordinal));

    /// <summary>Returns these rules with other definitions, and with features on that may have been off.</summary>
    internal RulesInForce Lifted(string[] lifted, CompiledRules rules)
    {
        var off = _off.Overlaps(lifted) ? _off.Except(lifted).ToFrozenSet(StringComparer.Ordinal) : _off;
        return ReferenceEquals(off, _off) && ReferenceEquals(rules, Rules) ? this : new RulesInForce(this, rules, off);
    }

    private static FrozenSet<string> UnavailableOf(Activation activation)
    {
        var lost = activation.LeftOut.Where(left => left.Code is RulesFaultCodes.Absent or RulesFaultCodes.HashDiffers).Select(left => FeatureOfKind.Of(left.Row.Name.Kind)).ToArray();
        return (lost.Any(feature => !feature.IsAssigned) ? Switchable.Values : lost.AsEnumerable()).Select(feature => feature.Value).ToFrozenSet(StringComparer.Ordinal);
    }

    // One lifecycle, one set of scores: where the definition itself fails, the feature rests. Of expectations each rests by itself.
    private bool IsStopped(FeatureCode feature) =>
        Activation.Modes.ModeOf(feature).Mode == Mode.Off || Activation.Suspended.Any(name => name.Kind != DefinitionKind.Expectation && FeatureOfKind.Of(name.Kind) == feature);
}
