using System.Security.Cryptography;
using System.Text;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace GreenhouseBridge.Mapping;

/// <summary>
/// The ids of facts: the natural key, the instant, and a fingerprint of all that the fact says. So a fact that is told again has the same id, and
/// one that says anything else has another. The candidate is part of it, because ids are unique within a tenant.
/// </summary>
internal static class FactIds
{
    internal static EventId Of(CandidateId candidate, Telling telling) =>
        EventId.From($"greenhouse:candidate:{candidate}:{telling.Key}:{telling.Moment.At}#{Fingerprint(telling.Content)}");

    internal static EventId OfRetraction(CandidateId candidate, FactsRetracted retraction) =>
        EventId.From($"greenhouse:candidate:{candidate}:superseded#{Fingerprint(string.Join('\n', retraction.Events))}");

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
