using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Work;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>Tries the failed features of one relationship again and writes what differs.</summary>
internal sealed class FaultRedriving(ICrmStore store, RelationshipEngine engine, Rework rework)
{
    internal ValueTask<(Relationship After, bool IsWritten)> RunAsync(Relationship relationship, Instant now, CancellationToken cancellationToken) =>
        rework.RunAsync(
            relationship,
            async (state, log, token) => Redriving.Plan(engine, await RecordedPast.ReadAsync(store, state, token).ConfigureAwait(false), log, now),
            cancellationToken);
}
