using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

/// <summary>How cases park rows, and look at them.</summary>
internal static class ParkedSteps
{
    /// <summary>Has facts of a new candidate wait and parks them.</summary>
    internal static async Task ParkFactsAsync(this StoreExamination c, RelationshipKey key, params string[] ids)
    {
        await c.AppendAsync([.. ids.Select(id => Fact(key, id))]).ConfigureAwait(false);
        var batch = (await c.ClaimBatchesAsync().ConfigureAwait(false)).Single(b => b.Lease.Relationship == key);
        await c.FailsAsync(batch, retryAt: null).ConfigureAwait(false);
    }

    /// <summary>Wants an effect of a new candidate and parks it.</summary>
    internal static async Task ParkEffectAsync(this StoreExamination c, RelationshipKey key, string name, long revision = 0)
    {
        await c.WriteAsync(Wanting(key, revision, Want(name))).ConfigureAwait(false);
        var claimed = (await c.ClaimEffectsAsync().ConfigureAwait(false)).Single(e => e.Record.Relationship == key);
        await c.Outbox.FailAsync(new EffectFailure { Lease = claimed.Lease, Code = "mail.down", RetryAt = null }, CancellationToken.None).ConfigureAwait(false);
    }

    internal static async Task<IReadOnlyList<ParkedRow>> ListAsync(this StoreExamination c, TenantId tenant, ParkedRow? after = null, int max = 100) =>
        await c.Parked.ListParkedAsync(new ParkedQuery { Tenant = tenant, After = after, Max = max }, CancellationToken.None).ConfigureAwait(false);

    internal static async Task<ParkedRow> ParkedRowAsync(this StoreExamination c)
    {
        var rows = await c.ListAsync(Acme).ConfigureAwait(false);
        c.Check.Holds(rows.Count == 1, "one parked row", $"{rows.Count}");
        return rows[0];
    }

    internal static async Task HasParkedAsync(this StoreExamination c, params string[] rows) =>
        c.Check.SameList(rows, (await c.ListAsync(Acme).ConfigureAwait(false)).Select(Text), "the parked rows");

    internal static async Task RedrivesAsync(this StoreExamination c, ParkedRow row, bool answer = true) =>
        c.Check.Same(answer, await c.Parked.RedriveAsync(row, CancellationToken.None).ConfigureAwait(false), "redriven");

    internal static async Task DropsAsync(this StoreExamination c, ParkedRow row, bool answer = true) =>
        c.Check.Same(answer, await c.Parked.DropAsync(row, CancellationToken.None).ConfigureAwait(false), "dropped");

    internal static string Text(ParkedRow row) =>
        row.Queue == ParkedQueue.Inbox ? $"facts of {row.Relationship.Candidate}" : $"{row.Item} of {row.Relationship.Candidate}";
}
