using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Json;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>Names acts by a hash of what made them, so that the same act is never on record twice.</summary>
internal static class ActIds
{
    internal static EventId OfEffect(RelationshipKey key, EffectKey effect) => Hashed("effect", key.Candidate.Value, effect.ToString());

    /// <summary>Names the act that a task is nobody's. A corrected past may want it again at another instant, to be skipped once more, so that the instant is part of it.</summary>
    internal static EventId OfSkip(RelationshipKey key, Effect task) =>
        Hashed("skip", key.Candidate.Value, task.Key.ToString(), Number(Microseconds.ToMicros(task.IntendedAt)));

    /// <summary>Names the retraction of a batch for one candidate: asked for again, it is the same.</summary>
    internal static EventId OfRetraction(RelationshipKey key, BatchId batch) => Hashed("retract", key.Candidate.Value, batch.Value);

    internal static EventId OfNotice(RelationshipKey key, long revision, int ordinal) => Hashed("notice", key.Candidate.Value, Number(revision), Number(ordinal));

    /// <summary>
    /// Names the fact that a task was closed, as a host would: by the task. When it was wanted is part of it, because a corrected past may
    /// want the same task again at another time, to be closed once more.
    /// </summary>
    internal static EventId OfClosing(RelationshipKey key, WantedTask task) =>
        EventId.From($"task-closed:{Hash(key.Candidate.Value, task.Key.ToString(), Number(Microseconds.ToMicros(task.WantedAt)))}");

    /// <summary>
    /// Names the fact that a requisition was closed, as a host would, for one candidate: by the requisition, the number of its closing and the number
    /// of the run of its job. Done again, a page of a run tells nothing new.
    /// </summary>
    internal static EventId OfClosedRequisition(RelationshipKey key, RequisitionId requisition, int closing, int run) =>
        EventId.From($"requisition-closed:{Hash(key.Candidate.Value, requisition.Value, Number(closing), Number(run))}");

    /// <summary>Names the report of a second event under an id by that event's rule part: what <see cref="TimelineEvent.SameRulePart"/> compares, and nothing else.</summary>
    internal static EventId OfReuse(TimelineEvent second) => Hashed(
        "reuse",
        second.Relationship.Candidate.Value,
        second.Id.Value,
        second.Origin.Value,
        Number(Microseconds.ToMicros(second.OccurredAt)),
        Number(second.SourceOrder),
        Number((int)second.Precision),
        Number((int)second.Actor.Kind),
        second.Actor.Person.ToString(),
        Number((int)second.Trust),
        EntryJson.Text(second.Entry));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static EventId Hashed(params ReadOnlySpan<string> parts) => EventId.Stored($"{EventId.Reserved}a{Hash(parts)}");

    private static string Hash(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
