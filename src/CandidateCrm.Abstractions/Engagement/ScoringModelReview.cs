using System.Collections.Immutable;
using Codes = CandidateCrm.Engagement.ScoringModelFaultCodes;

namespace CandidateCrm.Engagement;

/// <summary>Says what is wrong with a scoring model, every fault at once.</summary>
public static class ScoringModelReview
{
    /// <summary>Lists the faults, each with its place, in the order in which the model is read; empty for a model that an engine takes.</summary>
    public static ImmutableArray<ScoringModelFault> FaultsOf(ScoringModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var parts = ScoringModelParts.Of(model);
        return [.. Counted(parts.Signals.Length), .. FaultsOf(parts)];
    }

    /// <summary>Lists what the parts that are known say to each other.</summary>
    internal static IEnumerable<ScoringModelFault> FaultsOf(ScoringModelParts model) =>
        [.. Signals(model), .. Groups(model), .. Limits(model), .. Bands(model.Bands)];

    internal static IEnumerable<ScoringModelFault> Counted(int signals)
    {
        if (signals is 0 or > ScoreBounds.MostSignals)
        {
            yield return Fault(Codes.SignalCount, "signals", $"A model has 1 to {ScoreBounds.MostSignals} signals, but this one has {signals}.");
        }
    }

    internal static ScoringModelFault Fault(string code, string where, FormattableString sentence) =>
        new() { Code = code, Where = where, Sentence = FormattableString.Invariant(sentence) };

    private static IEnumerable<ScoringModelFault> Signals(ScoringModelParts model) =>
        Repeats(model.Signals, signal => signal.Kind)
            .Select(signal => Fault(Codes.SignalRepeated, Place("signals", signal.Index, "kind"), $"More than one signal names the kind {signal.Key}."));

    private static IEnumerable<ScoringModelFault> Groups(ScoringModelParts model)
    {
        foreach (var (index, key) in Repeats(model.Groups, group => group.Key))
        {
            yield return Fault(Codes.GroupRepeated, Place("groups", index, "key"), $"More than one group bears the name {key}.");
        }

        // A group that could not be taken may be the one that is named.
        var known = model.Groups.Select(group => group?.Key).ToHashSet();
        for (var index = 0; index < model.Signals.Length && !known.Contains(null); index++)
        {
            if (model.Signals[index] is { Group: { } named } signal && !known.Contains(named))
            {
                yield return Fault(Codes.GroupUnknown, Place("signals", index, "group"), $"The signal {signal.Kind} names the group {named}, which the model does not have.");
            }
        }
    }

    private static IEnumerable<ScoringModelFault> Limits(ScoringModelParts model)
    {
        if (model.Floor > model.Ceiling)
        {
            yield return Fault(Codes.FloorAboveCeiling, "floor", $"The floor {model.Floor} lies above the ceiling {model.Ceiling}.");
        }
    }

    private static IEnumerable<ScoringModelFault> Bands(ImmutableArray<Band?> bands)
    {
        foreach (var (index, key) in Repeats(bands, band => band.Key))
        {
            yield return Fault(Codes.BandRepeated, Place("bands", index, "key"), $"More than one band bears the name {key}.");
        }

        if (bands is [{ } lowest, ..] && (lowest.Enter is not null || lowest.Exit is not null))
        {
            yield return Fault(Codes.LowestBandThreshold, "bands[0]", $"The lowest band, {lowest.Key}, must have no thresholds: it is where every other band is left to.");
        }

        decimal? below = null;
        for (var index = 1; index < bands.Length; index++)
        {
            if (bands[index] is { } band)
            {
                foreach (var fault in Thresholds(band, index, below))
                {
                    yield return fault;
                }

                below = band.Enter ?? below;
            }
        }
    }

    private static IEnumerable<ScoringModelFault> Thresholds(Band band, int index, decimal? below)
    {
        if (band.Enter is not { } enter)
        {
            yield return Fault(Codes.BandEnterMissing, Place("bands", index, "enter"), $"The band {band.Key} needs a score at which it is entered; only the lowest has none.");
            yield break;
        }

        if (enter <= below)
        {
            yield return Fault(Codes.BandOrder, Place("bands", index, "enter"), $"The band {band.Key} is entered at {enter}, which is not above the {below} of the band below it.");
        }

        if (band.Exit > enter)
        {
            yield return Fault(Codes.BandExit, Place("bands", index, "exit"), $"The band {band.Key} is left below {band.Exit}, which lies above the {enter} at which it is entered.");
        }
    }

    private static string Place(string list, int index, string member) => FormattableString.Invariant($"{list}[{index}].{member}");

    /// <summary>Returns each part that bears the key of an earlier one.</summary>
    private static IEnumerable<(int Index, TKey Key)> Repeats<T, TKey>(ImmutableArray<T?> parts, Func<T, TKey> key)
        where T : class
    {
        var earlier = new HashSet<TKey>();
        for (var index = 0; index < parts.Length; index++)
        {
            if (parts[index] is { } part && !earlier.Add(key(part)))
            {
                yield return (index, key(part));
            }
        }
    }
}
