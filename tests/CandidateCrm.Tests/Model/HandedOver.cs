using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;

namespace CandidateCrm.Tests.Model;

/// <summary>Something that reached the host.</summary>
/// <param name="Relationship">Whose it is.</param>
/// <param name="Effect">The effect, as it was then.</param>
/// <param name="Log">The log as it was published by then.</param>
internal sealed record HandedOver(RelationshipKey Relationship, Effect Effect, ActivationLog Log)
{
    /// <summary>Gets the feature that asks for it: of an announcement, the one whose words the event is said in; of a task, the one that opens and closes such tasks.</summary>
    internal FeatureCode Feature => Effect.Intent is Announce announce
        ? FeatureCode.All.FirstOrDefault(feature => announce.Event.GetType().Namespace!.EndsWith($".{feature.Value}", StringComparison.OrdinalIgnoreCase))
        : Effect.Key.Part.EndsWith("check-in", StringComparison.Ordinal) ? FeatureCode.Lifecycle : FeatureCode.Charter;
}
