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
    internal FeatureCode Feature => FeatureOf(Effect.Key.Part);

    private static FeatureCode FeatureOf(string part) => part switch
    {
        "announce.phase_changed" or "check-in" or "close-check-in" or "close-unfounded-check-in" => FeatureCode.Lifecycle,
        "announce.band_changed" => FeatureCode.Engagement,
        "announce.past_corrected" => default,
        _ => FeatureCode.Charter,
    };
}
