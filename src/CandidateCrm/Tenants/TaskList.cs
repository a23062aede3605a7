using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>One tenant's open tasks.</summary>
internal sealed class TaskList(TenantId tenant, ICrmStore store, ICrmIndex index, Recorder recorder, IClock clock) : ITaskList
{
    public async ValueTask<IReadOnlyList<ListedTask>> ListAsync(ListedTask? after = null, int max = 100, CancellationToken cancellationToken = default)
    {
        var query = new IndexQuery
        {
            Tenant = tenant,
            Index = IndexNames.Tasks,
            After = after is null ? null : RowOf(after),
            Max = PageSize.Checked(max, nameof(max)),
        };
        var now = clock.GetCurrentInstant();
        return await index.FilledPageAsync(query, rows => OpenAsync(rows, now, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<bool> CloseAsync(CandidateId candidate, EffectKey task, Actor by, CancellationToken cancellationToken = default)
    {
        if (task.Rule is null)
        {
            throw new ArgumentException("A task is named by its key.", nameof(task));
        }

        var key = new RelationshipKey(tenant, candidate);
        var stored = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (OpenTasks.Find(stored?.Tasks, task) is not { } open)
        {
            return false;
        }

        var now = clock.GetCurrentInstant();
        var closed = new TimelineEvent
        {
            Relationship = key,
            Id = ActIds.OfClosing(key, open),

            // At one instant facts come before alarms, and this clock may be behind that of the store: closed is what was open.
            OccurredAt = Instant.Max(now, open.WantedAt + Duration.FromTicks(10)),
            RecordedAt = now,
            Actor = by,
            Entry = new TaskClosed { Task = task },
        };
        var terms = new RecordTerms { While = state => OpenTasks.Find(state.Tasks, task)?.WantedAt == open.WantedAt };
        return (await recorder.RecordAsync(key, [closed], terms, cancellationToken).ConfigureAwait(false)).Written is not null;
    }

    /// <summary>Looks up the tasks of rows. One that was closed since its row was read is open no more.</summary>
    private async ValueTask<IEnumerable<ListedTask>> OpenAsync(IReadOnlyList<IndexRow> rows, Instant now, CancellationToken cancellationToken)
    {
        var keys = new RelationshipKeys { Tenant = tenant, Candidates = [.. rows.Select(row => row.Candidate).Distinct()] };
        var loaded = await store.LoadAsync(keys, cancellationToken).ConfigureAwait(false);
        var tasks = loaded.SelectMany(r => r.Tasks?.Open ?? [], (r, task) => (r.Key.Candidate, Task: task))
            .ToDictionary(each => (each.Candidate, each.Task.Key.ToString()), each => each.Task);
        return from row in rows
               let task = tasks.GetValueOrDefault((row.Candidate, row.Item))
               where task is not null
               select new ListedTask { Candidate = row.Candidate, Task = task, Age = Duration.Max(Duration.Zero, now - task.WantedAt) };
    }

    private static IndexRow RowOf(ListedTask listed) => IndexRows.OfTask(listed.Candidate, listed.Task);
}
