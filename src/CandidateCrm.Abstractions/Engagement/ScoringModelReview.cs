using System.Collections.Immutable;
using Codes = CandidateCrm.Engagement.ScoringModelFaultCodes;

namespace CandidateCrm.Engagement;

/// <summary>Says what is wrong with a scoring model, every fault at once.</summary>
public static class ScoringModelReview
{
    /// <summary>Lists the faults in the order in which the model is read; empty for a model that an engine takes.</summary>
    public static ImmutableArray<ScoringModelFault> FaultsOf(ScoringModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var faults = ImmutableArray.CreateBuilder<ScoringModelFault>();
        ReviewSignals(model, faults);
        ReviewGroups(model, faults);
        if (model.Floor > model.Ceiling)
        {
            faults.Add(Fault(Codes.FloorAboveCeiling, $"The floor {model.Floor} lies above the ceiling {model.Ceiling}."));
        }

        ReviewBands(model, faults);
        return faults.ToImmutable();
    }

    internal static ScoringModelFault Fault(string code, FormattableString sentence) =>
        new() { Code = code, Sentence = FormattableString.Invariant(sentence) };

    private static void ReviewSignals(ScoringModel model, ImmutableArray<ScoringModelFault>.Builder faults)
    {
        if (model.Signals.Length is 0 or > ScoreBounds.MostSignals)
        {
            faults.Add(Fault(Codes.SignalCount, $"A model has 1 to {ScoreBounds.MostSignals} signals, but this one has {model.Signals.Length}."));
        }

        foreach (var kind in Repeated(model.Signals.Select(signal => signal.Kind)))
        {
            faults.Add(Fault(Codes.SignalRepeated, $"More than one signal names the kind {kind}."));
        }
    }

    private static void ReviewGroups(ScoringModel model, ImmutableArray<ScoringModelFault>.Builder faults)
    {
        foreach (var key in Repeated(model.Groups.Select(group => group.Key)))
        {
            faults.Add(Fault(Codes.GroupRepeated, $"More than one group bears the name {key}."));
        }

        foreach (var signal in model.Signals.Where(s => s.Group is { } key && model.Groups.All(group => group.Key != key)))
        {
            faults.Add(Fault(Codes.GroupUnknown, $"The signal {signal.Kind} names the group {signal.Group}, which the model does not have."));
        }
    }

    private static void ReviewBands(ScoringModel model, ImmutableArray<ScoringModelFault>.Builder faults)
    {
        foreach (var key in Repeated(model.Bands.Select(band => band.Key)))
        {
            faults.Add(Fault(Codes.BandRepeated, $"More than one band bears the name {key}."));
        }

        if (model.Bands is [{ } lowest, ..] && (lowest.Enter is not null || lowest.Exit is not null))
        {
            faults.Add(Fault(Codes.LowestBandThreshold, $"The lowest band, {lowest.Key}, must have no thresholds: it is where every other band is left to."));
        }

        decimal? below = null;
        foreach (var band in model.Bands.Skip(1))
        {
            ReviewThresholds(band, below, faults);
            below = band.Enter ?? below;
        }
    }

    private static void ReviewThresholds(Band band, decimal? below, ImmutableArray<ScoringModelFault>.Builder faults)
    {
        if (band.Enter is not { } enter)
        {
            faults.Add(Fault(Codes.BandEnterMissing, $"The band {band.Key} needs a score at which it is entered; only the lowest has none."));
            return;
        }

        if (enter <= below)
        {
            faults.Add(Fault(Codes.BandOrder, $"The band {band.Key} is entered at {enter}, which is not above the {below} of the band below it."));
        }

        if (band.Exit > enter)
        {
            faults.Add(Fault(Codes.BandExit, $"The band {band.Key} is left below {band.Exit}, which lies above the {enter} at which it is entered."));
        }
    }

    private static IEnumerable<T> Repeated<T>(IEnumerable<T> keys) =>
        keys.GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key);
}
