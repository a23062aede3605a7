using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;

namespace CandidateCrm.Audit;

/// <summary>Answers why something did not happen, from a past that was seen. Pure.</summary>
internal static class WhyNotEngine
{
    internal static WhyNotAnswer Answer(SeenPast past, WhyNot question)
    {
        if (past.Passes.Count == 0)
        {
            return No([Because.Of(WhyNotCodes.CandidateUnknown, $"Nothing was recorded of {past.Key}.", $"Tell a fact about the candidate; facts that wait in the inbox count once they are recorded.")]);
        }

        return question switch
        {
            WhyNot.PromiseOpened opened => new WhyNotOpened(past, opened.Expectation, opened.Subject).Answer(),
            WhyNot.PromiseKept kept => new WhyNotKept(past, kept.Promise).Answer(),
            WhyNot.HandedOver handed => new WhyNotHandedOver(past, handed.Effect).Answer(),
            _ => throw new ArgumentException("A question is one of the records of WhyNot.", nameof(question)),
        };
    }

    internal static WhyNotAnswer No(IEnumerable<WhyNotReason> reasons) => new() { Reasons = [.. reasons] };

    /// <summary>Says why promises did not react to a fact at all, or null: they were off, had failed, or the expectation was suspended.</summary>
    internal static WhyNotReason? Resting(SeenPass pass, string expectation)
    {
        var told = pass.Cause!;
        if (pass.InForce.IsOff(FeatureCode.Charter.Value))
        {
            return Because.Of(
                WhyNotCodes.FeatureOff,
                $"{Because.Name(told)} found promises switched off, or resting with a suspended definition, under position {pass.InForce.Position} of the activation log.",
                $"Switch the feature {FeatureCode.Charter} on and lift suspensions of its definitions; that counts for facts from then on.",
                told);
        }

        if (FaultOf(pass.After) is { } fault)
        {
            return Failed(fault, $"{Because.Name(told)} came when promises had failed");
        }

        return pass.InForce.IsSuspended(expectation)
            ? Because.Of(
                WhyNotCodes.DefinitionSuspended,
                $"{Because.Name(told)} came while the expectation {expectation} was suspended under position {pass.InForce.Position} of the activation log.",
                $"Lift the suspension; that counts for facts from then on.",
                told)
            : null;
    }

    /// <summary>Says why a promise is not judged at present, if so: promises have failed, or its expectation is suspended.</summary>
    internal static IEnumerable<WhyNotReason> Unjudged(SeenPast past, PromiseKey promise)
    {
        if (FaultOf(past.Decision.Next) is { } fault)
        {
            yield return Failed(fault, "Promises failed");
        }

        var inForce = past.Log.InForceAt(past.Until);
        if (inForce.IsSuspended(new DefinitionName(DefinitionKind.Expectation, promise.Expectation.Value)))
        {
            yield return Because.Of(
                WhyNotCodes.DefinitionSuspended,
                $"The expectation {promise.Expectation} is suspended under position {inForce.Position} of the activation log, so nothing keeps {promise} and nothing breaks it.",
                $"Lift the suspension: what is overdue by then breaks at once.");
        }
    }

    /// <summary>Says that promises have failed.</summary>
    private static WhyNotReason Failed(SliceFault fault, string begin) => Because.Of(
        WhyNotCodes.FeatureFaulted,
        $"{begin} at {EntryWords.At(fault.At)} with {fault.Code}{(fault.Definition is { } definition ? $" on {definition}" : string.Empty)}.",
        $"Mend what failed and have it tried again: the whole past is then judged anew.");

    private static SliceFault? FaultOf(Relationship? state) =>
        state?.Faults.FirstOrDefault(fault => string.Equals(fault.Feature, FeatureCode.Charter.Value, StringComparison.Ordinal));
}
