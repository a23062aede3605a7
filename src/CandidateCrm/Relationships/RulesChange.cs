using CandidateCrm.Engagement;

namespace CandidateCrm.Relationships;

/// <summary>A change of rules that concerns a relationship.</summary>
/// <param name="Before">The rules before.</param>
/// <param name="Past">What all facts so far would have come to, had the features that ask for it reacted all along; null where none asks.</param>
/// <param name="PastTouches">What counted in a score in that past; null where nobody collects it.</param>
internal sealed record RulesChange(RulesInForce Before, Draft? Past, CountedTouches? PastTouches);
