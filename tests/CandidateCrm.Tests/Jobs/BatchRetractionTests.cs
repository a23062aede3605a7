using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Jobs;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Jobs;

public sealed class BatchRetractionTests
{
    private static readonly BatchId March = BatchId.From("march");
    private static readonly ReasonCode WrongFile = ReasonCode.From("wrong-file");

    [Fact]
    public void After_a_batch_was_taken_back_all_is_as_if_it_had_never_come() =>
        Prop.ForAll(Histories.Any, Arb.From(Gen.ArrayOf(Gen.Elements(true, false), 22)), (events, taken) =>
        {
            CheckAsync(events, taken).GetAwaiter().GetResult();
        }).Check(Tries.Of(40));

    [Fact]
    public async Task Everybody_with_a_fact_of_the_batch_has_it_taken_back_and_nobody_else()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 130, repliesIn: March);
        var job = await crm.Acme.RetractBatchAsync(March, WrongFile, People.Ops);
        var report = await People.FinishAsync(crm);

        Assert.Equal((JobKind.RetractBatch, "march", People.Ops), (job.Kind, job.Subject, job.StartedBy));
        Assert.Equal((130L, 65L), (report.Relationships, report.Changed));
        for (var i = 0; i < 130; i++)
        {
            var retraction = (await People.TimelineAsync(crm, i)).SingleOrDefault(e => e.Entry is FactsRetracted);
            Assert.Equal(i % 2 == 0, retraction is not null);
            if (retraction is not null)
            {
                Assert.Equal((job.OrderedAt, People.Ops, new FactsRetracted { Batch = March, Reason = WrongFile }), (retraction.OccurredAt, retraction.Actor, retraction.Entry));
                Assert.Null((await People.StoredAsync(crm, i)).Contact);
            }
        }
    }

    [Fact]
    public async Task Taking_a_batch_back_again_reaches_whom_it_came_to_since_and_repeats_nothing()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 4, repliesIn: March);
        var first = await crm.Acme.RetractBatchAsync(March, WrongFile, People.Ops);
        Assert.Equal(first.Id, (await crm.Acme.RetractBatchAsync(March, WrongFile, Actor.Host)).Id);
        await People.FinishAsync(crm);
        crm.Clock.Now += Duration.FromHours(1);
        await People.TellAsync(crm, 1, "late", new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }, March);
        await People.TellAsync(crm, 2, "late", new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }, March);
        var before = await People.TextAsync(crm, 1);
        var again = await crm.Acme.RetractBatchAsync(March, ReasonCode.From("other"), Actor.Host);
        var report = await People.FinishAsync(crm);

        Assert.Equal((JobState.Waiting, first.OrderedAt, People.Ops), (again.State, again.OrderedAt, again.StartedBy));
        Assert.Equal((4L, 1L), (report.Relationships, report.Changed));
        Assert.Equal(before, await People.TextAsync(crm, 1));
        Assert.Null((await People.StoredAsync(crm, 1)).Contact);
        Assert.Null((await People.StoredAsync(crm, 2)).Contact);
        Assert.DoesNotContain(await People.TimelineAsync(crm, 0), e => e.Entry is EventIdReused);
        Assert.Equal(Actor.Host, (await People.JobAsync(crm, first.Id)).Commands.Single().By);
    }

    [Fact]
    public async Task A_preview_of_a_batch_names_whom_it_touches_and_writes_nothing()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 6, repliesIn: March);
        var before = await People.TextAsync(crm, 6);
        var previews = await crm.Acme.PreviewRetractionAsync(March).ToArrayAsync();

        Assert.Equal(["c-000", "c-002", "c-004"], previews.Select(p => p.Candidate.Value));
        Assert.All(previews, p => Assert.Equal($"{p.Candidate}:replied", Assert.Single(p.Facts).Value));
        Assert.Equal(before, await People.TextAsync(crm, 6));
        Assert.Empty(await crm.Acme.Jobs.ListAsync());
        Assert.Empty(await crm.Acme.PreviewRetractionAsync(BatchId.From("april")).ToArrayAsync());
    }

    [Fact]
    public async Task What_waits_would_be_cancelled_and_what_was_handed_over_would_be_unfounded()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s", Histories.Start, new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") });
        crm.Clock.Now = Instant.FromUtc(2026, 3, 2, 13, 0);
        await crm.Runner.RunDueWorkAsync();
        var retraction = new FactsRetracted { Events = [EventId.From("s")], Reason = WrongFile };
        var waiting = await crm.Acme.PreviewRetractionAsync(Histories.Anna.Candidate, retraction);
        await crm.Runner.DrainOutboxAsync();
        var done = await crm.Acme.PreviewRetractionAsync(Histories.Anna.Candidate, retraction);

        Assert.Empty(waiting!.Unfounded);
        Assert.Empty(done!.Cancelled);
        Assert.Contains(waiting.Cancelled, e => e.Intent is OpenTask);
        Assert.Equal(waiting.Cancelled.Select(e => e.Key), done.Unfounded.Select(e => e.Key));
        Assert.Contains(done.Retracted, e => e.Entry is PromiseBroken);
        Assert.NotNull(done.Before.Applications);
        Assert.Null(done.After.Applications);
    }

    [Fact]
    public async Task A_preview_of_nobody_is_null_and_one_of_nothing_is_refused()
    {
        await using var crm = new CrmUnderTest();
        var nothing = new FactsRetracted { Reason = WrongFile };

        Assert.Null(await crm.Acme.PreviewRetractionAsync(CandidateId.From("nobody"), nothing with { Batch = March }));
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.PreviewRetractionAsync(CandidateId.From("nobody"), nothing));
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.PreviewRetractionAsync(CandidateId.From("nobody"), nothing with { Batch = March, Events = [EventId.From("e")] }));
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.RetractBatchAsync(default, WrongFile, People.Ops));
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.RetractBatchAsync(March, default, People.Ops));
        Assert.Throws<ArgumentException>(() => crm.Acme.PreviewRetractionAsync(default));
    }

    [Fact]
    public async Task A_preview_refuses_what_the_door_would_refuse()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 1);
        FactsRetracted[] malformed =
        [
            new() { Batch = March, Reason = default },
            new() { Events = [default(EventId)], Reason = WrongFile },
            new() { Events = [EventId.Stored("~made-by-the-library")], Reason = WrongFile },
        ];
        foreach (var retraction in malformed)
        {
            var refused = await crm.Acme.RecordAsync(CrmUnderTest.Fact("x", crm.Clock.Now, retraction, "c-000"));
            var thrown = await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.PreviewRetractionAsync(CandidateId.From("c-000"), retraction));
            Assert.StartsWith(refused.Refusal!.Sentence, thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_preview_of_what_was_taken_back_before_would_change_no_verdict()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 1, repliesIn: March);
        await crm.Acme.RetractBatchAsync(March, WrongFile, People.Ops);
        await People.FinishAsync(crm);
        crm.Clock.Now += Duration.FromHours(1);
        var retraction = new FactsRetracted { Batch = March, Reason = WrongFile };
        var preview = (await crm.Acme.PreviewRetractionAsync(CandidateId.From("c-000"), retraction))!;
        var recorded = await crm.Acme.RecordAsync(CrmUnderTest.Fact("again", crm.Clock.Now, retraction, "c-000"));

        Assert.Empty(preview.Facts);
        Assert.Equal(Lines(recorded.Derived), Lines(preview.Added));
        Assert.Equal(StateText.Of(Bare(recorded.Relationship!)), StateText.Of(Bare(preview.After)));
        Assert.Empty(await crm.Acme.PreviewRetractionAsync(March).ToArrayAsync());
    }

    /// <summary>Records a history of which some facts are of a batch, and previews and takes the batch back; beside it a CRM that never got those facts.</summary>
    private static async Task CheckAsync(TimelineEvent[] events, bool[] taken)
    {
        await using var crm = new CrmUnderTest();
        await using var spared = new CrmUnderTest();
        for (var i = 0; i < events.Length; i++)
        {
            var fact = CrmUnderTest.Told(events[i]);
            await crm.Acme.RecordAsync(taken[i] ? fact with { Batch = March } : fact);
            if (!taken[i])
            {
                await spared.Acme.RecordAsync(fact);
            }
        }

        var before = await TextAsync(crm);
        var preview = await crm.Acme.PreviewRetractionAsync(Histories.Anna.Candidate, new FactsRetracted { Batch = March, Reason = WrongFile });
        Assert.Equal(before, await TextAsync(crm));

        var then = await crm.TimelineAsync();
        await crm.Acme.RetractBatchAsync(March, WrongFile, People.Ops);
        await People.FinishAsync(crm);
        if (!taken.Take(events.Length).Contains(true))
        {
            Assert.Empty(preview!.Facts);
            Assert.Equal(before, await TextAsync(crm));
            return;
        }

        var now = await crm.TimelineAsync();
        Assert.Equal(Lines(then.Where(IsVerdict).Except(now, Same)), Lines(preview!.Retracted));
        Assert.Equal(Lines(now.Where(IsVerdict).Except(then, Same)), Lines(preview.Added));
        var stored = (await crm.Store.LoadAsync(RelationshipKeys.Of(Histories.Anna), default))[0];
        Assert.Equal(StateText.Of(Bare(stored)), StateText.Of(Bare(preview.After)));

        // As if it had never come, once the same time has passed for both.
        var settled = await crm.AnnaAsync();
        var never = await spared.Acme.FindAsync(Histories.Anna.Candidate) ?? Relationship.Empty(Histories.Anna);
        Assert.Equal(StateText.Of(Bare(never)), StateText.Of(Bare(settled)));
        Assert.Equal(await TrueAsync(spared), await TrueAsync(crm));
    }

    // What the record says about its own correction is no part of the past.
    private static bool IsVerdict(TimelineEvent e) => e.Class == EntryClass.Derived && !CorrectionNotice.Is(e);

    private static IEqualityComparer<TimelineEvent> Same { get; } =
        EqualityComparer<TimelineEvent>.Create((a, b) => ReplayCheck.Line(a!) == ReplayCheck.Line(b!), e => e.Id.GetHashCode());

    private static IEnumerable<string> Lines(IEnumerable<TimelineEvent> events) => events.Select(ReplayCheck.Line).Order(StringComparer.Ordinal);

    /// <summary>The state without what tells that more was told than counts.</summary>
    private static Relationship Bare(Relationship state) =>
        state with { Revision = 0, Told = 0, ToldAtCheckpoint = 0, Retractions = null, Cursor = TimelinePlace.Start, RulesPosition = 0 };

    private static async Task<IEnumerable<string>> TrueAsync(CrmUnderTest crm)
    {
        // What is due rings, so that both stand at the same instant.
        await crm.Runner.RunDueWorkAsync();
        return Lines((await crm.TimelineAsync()).Where(IsVerdict));
    }

    private static async Task<string> TextAsync(CrmUnderTest crm)
    {
        var effects = await crm.Store.ReadEffectsAsync(EffectQuery.Of(Histories.Anna), default);
        return StateText.Of((object)(await crm.Store.LoadAsync(RelationshipKeys.Of(Histories.Anna), default))[0])
            + string.Join('\n', (await crm.TimelineAsync()).Select(ReplayCheck.Line)) + string.Join('\n', effects.Select(e => $"{e.Effect.Key} {e.State}"));
    }
}
