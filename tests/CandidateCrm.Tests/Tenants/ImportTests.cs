using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Tenants;

public sealed class ImportTests
{
    private static readonly ApplicationSubmitted Submitted = new() { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") };
    private static readonly Instant AcknowledgeDue = Instant.FromUtc(2026, 3, 2, 13, 0);

    [Fact]
    public async Task A_promise_broken_between_the_last_fact_and_the_import_opens_no_task()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = AcknowledgeDue + Duration.FromHours(3);
        await ImportAsync(crm, CrmUnderTest.Fact("s", Histories.Start, Submitted));
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();

        Assert.Empty(crm.Tasks);
        Assert.Empty(crm.Announced);
        Assert.All(await EffectsAsync(crm), e => Assert.Equal(EffectState.Withheld, e.State));
        Assert.Contains(await crm.TimelineAsync(), e => e.Entry is PromiseBroken && e.OccurredAt == AcknowledgeDue);
    }

    [Fact]
    public async Task A_task_that_an_import_comes_too_late_for_is_nobodys_and_is_not_closed_later()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = AcknowledgeDue + Duration.FromDays(30);
        await ImportAsync(crm, CrmUnderTest.Fact("s", Histories.Start, Submitted));

        Assert.Empty(await crm.Acme.Tasks.ListAsync());
        Assert.Empty((await crm.AnnaAsync()).Tasks?.Open ?? []);
        Assert.Equal(2, (await crm.TimelineAsync()).Count(e => e.Entry is EffectSkipped { Reason: EffectSkipCodes.Imported }));
        await crm.HappenAsync("end", crm.Clock.Now + Duration.FromHours(1), new ApplicationEnded { Application = Submitted.Application, Disposition = Disposition.PositionClosed });
        await crm.Runner.DrainOutboxAsync();
        Assert.Empty(crm.Tasks);
        Assert.Empty(crm.Closed);
    }

    [Fact]
    public async Task A_task_under_a_name_that_an_import_skipped_is_nobodys_also_where_a_corrected_past_wants_it_later()
    {
        await using var crm = new CrmUnderTest();
        var reply = new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound };
        crm.Clock.Now = AcknowledgeDue + Duration.FromDays(30);
        await ImportAsync(
            crm,
            CrmUnderTest.Fact("old", crm.Clock.Now - Duration.FromDays(20), reply) with { Batch = BatchId.From("mistake") },
            CrmUnderTest.Fact("new", crm.Clock.Now, reply));
        await crm.HappenAsync("r", crm.Clock.Now + Duration.FromMinutes(1), new FactsRetracted { Batch = BatchId.From("mistake"), Reason = ReasonCode.From("mistake") });
        crm.Clock.Now += Duration.FromDays(20);
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();

        Assert.Contains((await crm.AnnaAsync()).Charter!.Promises, p => p.State == PromiseState.Broken);
        Assert.Empty(crm.Tasks);
        Assert.Empty((await crm.AnnaAsync()).Tasks!.Open);
        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate);
    }

    [Fact]
    public async Task An_import_in_two_parts_and_once_more_skips_each_task_once()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = AcknowledgeDue + Duration.FromDays(30);
        var second = Submitted with { Application = JobApplicationId.From("app-2") };
        HostFact[] facts = [CrmUnderTest.Fact("s", Histories.Start, Submitted), CrmUnderTest.Fact("s-2", Histories.Start - Duration.FromDays(7), second)];
        await ImportAsync(crm, facts[0]);
        crm.Clock.Now += Duration.FromHours(1);
        await ImportAsync(crm, facts[1]);
        crm.Clock.Now += Duration.FromHours(1);
        await ImportAsync(crm, facts);

        Assert.Empty((await crm.AnnaAsync()).Tasks?.Open ?? []);
        Assert.Equal(4, (await crm.TimelineAsync()).Count(e => e.Entry is EffectSkipped { Reason: EffectSkipCodes.Imported }));
        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate);
    }

    [Fact]
    public async Task A_promise_broken_after_the_import_opens_its_task()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = AcknowledgeDue - Duration.FromTicks(10);
        await ImportAsync(crm, CrmUnderTest.Fact("s", Histories.Start, Submitted));
        crm.Clock.Now = AcknowledgeDue;
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();

        Assert.Single(crm.Tasks);
        Assert.Equal("announce.promise_broken", Assert.Single(crm.Announced).Key.Part);
    }

    [Fact]
    public async Task What_an_import_asks_for_at_its_very_instant_is_for_the_record_only()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Histories.Start;
        await ImportAsync(crm, CrmUnderTest.Fact("s", Histories.Start, Submitted));

        var effects = await EffectsAsync(crm);
        Assert.NotEmpty(effects);
        Assert.All(effects, e => Assert.Equal((Histories.Start, EffectState.Withheld), (e.WantedAt, e.State)));
    }

    [Fact]
    public async Task Of_many_states_to_replay_from_the_newest_are_kept()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Histories.Start + Duration.FromDays(400);
        await ImportAsync(crm, [.. Enumerable.Range(0, 400).Select(day => CrmUnderTest.Fact($"f-{day}", Histories.Start + Duration.FromDays(day), new CandidateFound { Source = SourceCode.From("fair") }))]);
        var before = new TimelinePlace(Microseconds.ToMicros(crm.Clock.Now), TimelinePlace.BoundaryRank, long.MinValue);
        var checkpoint = await crm.Store.LoadCheckpointAsync(Histories.Anna, before, default);

        Assert.InRange(checkpoint!.Cursor.At, Histories.Start + Duration.FromDays(380), crm.Clock.Now);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public async Task What_was_due_before_the_import_came_is_still_handed_over(int hours)
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s", Histories.Start, Submitted);
        crm.Clock.Now = AcknowledgeDue + Duration.FromHours(3);
        await ImportAsync(crm, CrmUnderTest.Fact("f", AcknowledgeDue + Duration.FromHours(hours), new CandidateFound { Source = SourceCode.From("fair") }));
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();

        Assert.Single(crm.Tasks);
        Assert.Equal(1, crm.Announced.Count(a => a.Key.Part == "announce.promise_broken"));
    }

    [Fact]
    public async Task What_waits_to_be_handed_over_still_is_when_an_import_moves_its_instant()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s", Histories.Start + Duration.FromHours(1), Submitted);
        await ImportAsync(crm, CrmUnderTest.Fact("f", Histories.Start, new CandidateFound { Source = SourceCode.From("fair") }));
        await crm.Runner.DrainOutboxAsync();

        Assert.Equal([Histories.Start, Histories.Start + Duration.FromHours(1)], crm.Announced.Where(a => a.Key.Rule == "lifecycle").Select(a => a.At));
    }

    [Fact]
    public async Task A_cancelled_import_says_so_keeps_what_it_committed_and_goes_on_when_run_again()
    {
        await using var crm = new CrmUnderTest();
        using var stop = new CancellationTokenSource();
        var facts = Enumerable.Range(0, 1_000).Select(i => CrmUnderTest.Fact($"e-{i}", Histories.Start + Duration.FromMinutes(i), new CandidateFound { Source = SourceCode.From("fair") }, $"c-{i % 37}")).ToArray();
        var options = new ImportOptions { PageSize = 100 };
        var seen = new List<ImportProgress>();
        var first = await crm.Acme.ImportAsync(facts.ToAsyncEnumerable(), options, new Seen(p =>
        {
            seen.Add(p);
            if (p.Read == 300)
            {
                stop.Cancel();
            }
        }), stop.Token);

        Assert.True(first.Cancelled);
        Assert.Equal((300, 300), (first.Progress.Read, first.Progress.Recorded));
        Assert.Equal([100, 200, 300], seen.Select(p => p.Read));
        var again = await crm.Acme.ImportAsync(facts.ToAsyncEnumerable(), options);
        Assert.False(again.Cancelled);
        Assert.Equal((1_000, 700, 300), (again.Progress.Read, again.Progress.Recorded, again.Progress.Repeated));
        var skipping = await crm.Acme.ImportAsync(facts.ToAsyncEnumerable(), options with { Skip = 900 });
        Assert.Equal((1_000, 0, 100), (skipping.Progress.Read, skipping.Progress.Recorded, skipping.Progress.Repeated));
    }

    [Fact]
    public async Task An_import_cancelled_within_a_page_counts_what_it_committed_of_it()
    {
        await using var crm = new CrmUnderTest();
        using var stop = new CancellationTokenSource();
        var facts = Enumerable.Range(0, 50).Select(i => CrmUnderTest.Fact($"e-{i}", Histories.Start, new CandidateFound { Source = SourceCode.From("fair") }, $"c-{i}"));
        var report = await crm.Acme.ImportAsync(StoppingAt(facts, 30, stop), new ImportOptions { PageSize = 20 }, null, stop.Token);

        Assert.True(report.Cancelled);
        Assert.Equal((20, 20), (report.Progress.Read, report.Progress.Recorded));
    }

    [Fact]
    public async Task Memory_stays_flat_except_for_what_the_store_keeps()
    {
        await using var crm = new CrmUnderTest();
        Allocated(crm, Generated(0, 2_000));
        var few = Allocated(crm, Generated(1, 5_000));
        var many = Allocated(crm, Generated(2, 50_000));

        // Per fact the same, however many there are: 20 % for growing tables.
        Assert.InRange(many / 50_000.0, 0, 1.2 * few / 5_000.0);
        Assert.InRange(many / 50_000, 0, 20_000);
    }

    private static long Allocated(CrmUnderTest crm, IEnumerable<HostFact> facts)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var import = crm.Acme.ImportAsync(facts.ToAsyncEnumerable());

        // The store in memory never waits, so all of it was done on this thread.
        Assert.True(import.IsCompletedSuccessfully);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static IEnumerable<HostFact> Generated(int run, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var candidate = $"r{run}-c{i / 5}";
            var application = JobApplicationId.From($"{candidate}:app");
            var at = Histories.Start + Duration.FromMinutes((i / 5 % 10_000) + (i % 5 * 60));
            yield return CrmUnderTest.Fact($"r{run}-e{i}", at, (i % 5) switch
            {
                0 => new CandidateFound { Source = SourceCode.From("fair") },
                1 => new ApplicationSubmitted { Application = application, Requisition = RequisitionId.From("req-1") },
                2 => new StageEntered { Application = application, Stage = StageKey.From("screening") },
                3 => new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Application = application },
                _ => new ApplicationEnded { Application = application, Disposition = Disposition.PositionClosed },
            }, candidate);
        }
    }

    private static async IAsyncEnumerable<HostFact> StoppingAt(IEnumerable<HostFact> facts, int number, CancellationTokenSource stop)
    {
        foreach (var fact in facts)
        {
            if (--number == 0)
            {
                await stop.CancelAsync();
            }

            yield return fact;
        }
    }

    private static async Task ImportAsync(CrmUnderTest crm, params HostFact[] facts) => await crm.Acme.ImportAsync(facts.ToAsyncEnumerable());

    private static async Task<IReadOnlyList<EffectRecord>> EffectsAsync(CrmUnderTest crm) => await crm.Store.ReadEffectsAsync(EffectQuery.Of(Histories.Anna), default);

    private sealed class Seen(Action<ImportProgress> see) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => see(value);
    }

    [Fact]
    public async Task What_was_read_before_the_source_failed_goes_in_and_the_failure_stays_the_callers()
    {
        await using var crm = new CrmUnderTest();
        var seen = new List<ImportProgress>();

        await Assert.ThrowsAsync<IOException>(() => crm.Acme.ImportAsync(FailingAsync(), progress: new Seen(seen.Add)).AsTask());

        Assert.Equal((3, 2, 1), (seen[^1].Read, seen[^1].Recorded, seen[^1].Refused));
        Assert.Equal(2, (await crm.TimelineAsync()).Count(e => e.Class == EntryClass.Fact));

        static async IAsyncEnumerable<HostFact> FailingAsync()
        {
            yield return CrmUnderTest.Fact("1", Histories.Start, new CandidateFound { Source = SourceCode.From("fair") });
            yield return null!;
            yield return CrmUnderTest.Fact("2", Histories.Start, new CandidateFound { Source = SourceCode.From("fair") });
            await Task.CompletedTask;
            throw new IOException("The source is gone.");
        }
    }

    [Fact]
    public async Task A_clock_that_was_ahead_once_breaks_no_promise_of_today()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("a", Histories.Start, Submitted);
        crm.Clock.Now = Histories.Start + Duration.FromDays(90);
        await crm.Runner.RunDueWorkAsync();
        var today = await crm.HappenAsync("b", Histories.Start + Duration.FromHours(1), new ApplicationSubmitted { Application = JobApplicationId.From("app-2"), Requisition = RequisitionId.From("req-2") });
        await crm.Runner.DrainOutboxAsync();

        Assert.All(today.Promises, promise => Assert.Equal(CandidateCrm.Charter.PromiseState.Open, promise.State));
        Assert.Empty(crm.Tasks);
    }
}
