using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Jobs;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Tenants;

/// <summary>Load, decide, commit, and again: one way for all that write.</summary>
public sealed class CommitLoopTests
{
    private static readonly CandidateId Anna = Histories.Anna.Candidate;
    private static readonly TouchpointRecorded Replied = new() { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound };
    private static readonly ApplicationSubmitted Submitted = new() { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") };
    private static readonly Instant AcknowledgeDue = Instant.FromUtc(2026, 3, 2, 13, 0);

    [Fact]
    public async Task What_changes_again_and_again_is_busy_whoever_writes_it()
    {
        var (crm, store) = With(new FailingReaction());
        await using var it = crm;
        await People.ApplyAsync(crm, 1);
        await crm.HappenAsync("r", crm.Clock.Now, Replied);
        var job = await People.PublishAsync(crm, People.Rescored);
        store.Answers = _ => CommitOutcome.RevisionConflict([Anna]);

        Func<Task>[] writers =
        [
            async () => await crm.Acme.RecordAsync(CrmUnderTest.Fact("x", crm.Clock.Now, Replied)),
            async () => await crm.Acme.Faults.RedriveAsync(Anna),
            async () => await crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, People.Ops, "because"),
            async () => await crm.Acme.Jobs.PauseAsync(job, People.Ops),
        ];
        var thrown = await Task.WhenAll(writers.Select(writer => Assert.ThrowsAsync<BusyException>(writer)));
        Assert.All(thrown, busy => Assert.EndsWith("Nothing was written; try again.", busy.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_alarm_of_whom_somebody_changes_all_the_time_is_left_to_others()
    {
        var (crm, store) = With();
        await using var it = crm;
        await crm.HappenAsync("s", Histories.Start, Submitted);
        crm.Clock.Now = AcknowledgeDue;
        store.Answers = _ => CommitOutcome.RevisionConflict([Anna]);
        var report = await crm.Runner.RunDueWorkAsync();
        store.Answers = _ => null;

        Assert.Equal((0, 1), (report.Settled, report.LeftToOthers));
        Assert.Equal(1, (await crm.Runner.RunDueWorkAsync()).Settled);
    }

    [Fact]
    public async Task A_store_that_says_a_claim_is_taken_of_a_commit_without_claims_is_told_so()
    {
        var (crm, store) = With();
        await using var it = crm;
        store.Answers = _ => CommitOutcome.AlreadyClaimed(new Claim("permit", "p-1"));
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(async () => await crm.Acme.RecordAsync(CrmUnderTest.Fact("x", crm.Clock.Now, Replied)));

        Assert.Contains("permit/p-1", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("record")]
    [InlineData("redrive")]
    [InlineData("alarm")]
    public async Task Whatever_writes_a_relationship_in_one_process_waits_for_its_turn(string second)
    {
        var (crm, store) = With(new FailingReaction());
        await using var it = crm;
        await crm.HappenAsync("r", Histories.Start, Replied);
        await crm.HappenAsync("s", Histories.Start, Submitted);
        crm.Clock.Now = AcknowledgeDue;
        var inside = new TaskCompletionSource();
        var open = new TaskCompletionSource();
        store.Before = async () =>
        {
            inside.TrySetResult();
            await open.Task;
        };
        var first = crm.Acme.RecordAsync(CrmUnderTest.Fact("x", crm.Clock.Now, Replied)).AsTask();
        await inside.Task;
        store.Before = null;
        var other = second switch
        {
            "record" => crm.Acme.RecordAsync(CrmUnderTest.Fact("y", crm.Clock.Now, Replied)).AsTask(),
            "redrive" => crm.Acme.Faults.RedriveAsync(Anna).AsTask(),
            _ => (Task)crm.Runner.RunDueWorkAsync().AsTask(),
        };
        open.SetResult();
        await Task.WhenAll(first, other);

        Assert.DoesNotContain(CommitStatus.RevisionConflict, store.Statuses);
    }

    [Fact]
    public async Task A_correction_counts_once_it_is_written_and_a_conflict_only_where_the_revision_was_another()
    {
        var (crm, store) = With();
        await using var it = crm;
        await crm.HappenAsync("s", Histories.Start, Submitted);
        await crm.HappenAsync("r", Histories.Start + Duration.FromHours(1), Replied);
        using var ears = new Counted();
        await crm.Acme.PreviewRetractionAsync(Anna, new FactsRetracted { Events = [EventId.From("r")], Reason = ReasonCode.From("mistake") });
        Assert.Equal((0, 0), (ears[CrmTelemetry.Corrections], ears[CrmTelemetry.Conflicts]));

        CommitOutcome?[] first = [CommitOutcome.RulesChanged, CommitOutcome.RevisionConflict([Anna]), CommitOutcome.RulesChanged];
        var answers = new ConcurrentQueue<CommitOutcome?>(first);
        store.Answers = _ => answers.TryDequeue(out var next) ? next : null;
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("late", Histories.Start + Duration.FromMinutes(1), Replied));
        Assert.Equal((1, 1), (ears[CrmTelemetry.Corrections], ears[CrmTelemetry.Conflicts]));
    }

    private static (CrmUnderTest Crm, AnsweringStore Store) With(FailingReaction? failing = null)
    {
        AnsweringStore? store = null;
        var crm = new CrmUnderTest(more =>
        {
            more.UseStore(clock => store = new AnsweringStore(clock));
            if (failing is not null)
            {
                more.Services.AddSingleton(new RelationshipEngine([.. ReactionOrder.All, failing]));
            }
        });
        crm.Clock.Now = Histories.Start;
        _ = crm.Store;
        return (crm, store!);
    }

    /// <summary>A store that can be told what to answer to commits, and notes the answers.</summary>
    private sealed class AnsweringStore(IClock clock) : StoreAround(new InMemoryCrmStore(clock))
    {
        internal Func<CrmCommit, CommitOutcome?> Answers { get; set; } = _ => null;

        internal Func<Task>? Before { get; set; }

        internal ConcurrentQueue<CommitStatus> Statuses { get; } = [];

        public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
        {
            await (Before?.Invoke() ?? Task.CompletedTask);
            var outcome = Answers(commit) ?? await base.CommitAsync(commit, cancellationToken);
            Statuses.Enqueue(outcome.Status);
            return outcome;
        }
    }

    /// <summary>Counts what this test does and no other: measurements are taken where they are made.</summary>
    private sealed class Counted : IDisposable
    {
        private static readonly AsyncLocal<Counted?> Mine = new();

        private readonly MeterListener _meter = new();
        private readonly ConcurrentDictionary<string, long> _counts = [];

        internal Counted()
        {
            Mine.Value = this;
            _meter.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == CrmTelemetry.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _meter.SetMeasurementEventCallback<long>((instrument, count, _, _) =>
            {
                if (Mine.Value == this)
                {
                    _counts.AddOrUpdate(instrument.Name, count, (_, known) => known + count);
                }
            });
            _meter.Start();
        }

        internal long this[string name] => _counts.GetValueOrDefault(name);

        public void Dispose() => _meter.Dispose();
    }
}
