using System.Data;
using System.Data.Common;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Tenants;

public sealed class SubmitTests
{
    private static readonly Instant At = Histories.Start;
    private static readonly HostFact Found = CrmUnderTest.Fact("found", At, new CandidateFound { Source = SourceCode.From("fair") });
    private static readonly HostFact Applied = CrmUnderTest.Fact("applied", At + Duration.FromHours(1), new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") });

    [Fact]
    public async Task A_submitted_fact_is_known_once_the_inbox_has_run_and_tells_the_same_as_one_that_was_recorded()
    {
        await using var crm = new CrmUnderTest();
        await using var direct = new CrmUnderTest();
        var submitted = await crm.Acme.SubmitAsync(Applied);
        Assert.Equal(new Submitted { Event = Applied.EventId, Status = SubmitStatus.Accepted }, submitted);
        Assert.Null(await crm.Acme.FindAsync(Histories.Anna.Candidate));
        Assert.Empty(await crm.TimelineAsync());

        var report = await crm.Runner.RunInboxAsync();
        Assert.Equal(Report(batches: 1, recorded: 1), report);
        await direct.Acme.RecordAsync(Applied);
        Assert.Equal(await TextAsync(direct), await TextAsync(crm));
        Assert.Equal(Report(), await crm.Runner.RunInboxAsync());
    }

    [Fact]
    public async Task What_is_malformed_is_refused_by_itself_and_the_rest_goes_in_together()
    {
        var store = new AppendingStore(new TestClock(At + Duration.FromDays(80)));
        await using var crm = On(store);
        HostFact[] facts = [Found, Applied with { OccurredAt = At + Duration.FromDays(900) }, null!, Applied, Found with { EventId = EventId.From("~mine") }, Found with { Candidate = default }];
        var answers = await crm.Acme.SubmitAsync(facts);

        Assert.Equal(
            ["found Accepted ", "applied Refused event.in_future", "(unassigned) Refused event.malformed", "applied Accepted ", "~mine Refused event.id_reserved", "found Refused event.malformed"],
            answers.Select(a => $"{a.Event} {a.Status} {a.Refusal?.Code}"));
        Assert.Equal(["2 facts"], store.Appends);
        Assert.Equal(Report(batches: 1, recorded: 2), await crm.Runner.RunInboxAsync());
    }

    [Fact]
    public async Task Where_all_is_refused_the_inbox_is_not_asked()
    {
        var store = new AppendingStore(new TestClock(At + Duration.FromDays(80)));
        await using var crm = On(store);

        Assert.Equal(SubmitStatus.Refused, (await crm.Acme.SubmitAsync(Found with { Candidate = default })).Status);
        Assert.Empty(await crm.Acme.SubmitAsync([]));
        Assert.Empty(store.Appends);
    }

    [Fact]
    public async Task What_the_inbox_throws_reaches_the_caller_and_nothing_waits()
    {
        var store = new AppendingStore(new TestClock(At + Duration.FromDays(80))) { Fails = true };
        await using var crm = On(store);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await crm.Acme.SubmitAsync([Found, Applied]));
        store.Fails = false;

        Assert.Equal(Report(), await crm.Runner.RunInboxAsync());
    }

    [Fact]
    public async Task A_transaction_is_handed_to_the_store_and_one_without_transactions_refuses_it()
    {
        await using var crm = new CrmUnderTest();
        using var transaction = new NoTransaction();
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.SubmitAsync(Found, transaction));
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.SubmitAsync([Found, Applied], transaction));

        Assert.Equal(Report(), await crm.Runner.RunInboxAsync());
    }

    [Fact]
    public async Task A_day_without_a_time_is_moved_to_its_start_in_the_tenants_zone_at_both_doors()
    {
        await using var crm = new CrmUnderTest();
        var dated = Found with { OccurredAt = Instant.FromUtc(2026, 3, 2, 15, 0), Precision = Precision.Day };
        await crm.Acme.SubmitAsync(dated);
        await crm.Runner.RunInboxAsync();

        Assert.Equal(Instant.FromUtc(2026, 3, 1, 23, 0), (await crm.TimelineAsync())[0].OccurredAt);
        Assert.Equal(RecordStatus.Repeated, (await crm.Acme.RecordAsync(dated)).Status);
    }

    [Fact]
    public async Task The_library_learned_of_a_submitted_fact_when_it_was_submitted()
    {
        await using var crm = new CrmUnderTest();
        var submittedAt = crm.Clock.Now;
        await crm.Acme.SubmitAsync(Found with { Personal = PersonalPart.Of("name", "Anna") });
        crm.Clock.Now += Duration.FromHours(3);
        await crm.Runner.RunInboxAsync();

        var fact = Assert.Single(await crm.TimelineAsync(), e => e.Class == EntryClass.Fact);
        Assert.Equal((submittedAt, PersonalPart.Of("name", "Anna")), (fact.RecordedAt, fact.Personal));
    }

    [Fact]
    public async Task Repetitions_and_reused_ids_are_counted_and_change_nothing()
    {
        await using var crm = new CrmUnderTest();
        await crm.Acme.RecordAsync(Found);
        await crm.Acme.SubmitAsync([Found, Applied, Applied, Applied with { OccurredAt = At }]);
        Assert.Equal(Report(batches: 1, recorded: 1, repeated: 2, idReused: 1), await crm.Runner.RunInboxAsync());
        await crm.Acme.SubmitAsync(Applied with { OccurredAt = At });
        Assert.Equal(Report(batches: 1, idReused: 1), await crm.Runner.RunInboxAsync());

        Assert.Equal(["applied", "found"], (await crm.TimelineAsync()).Where(e => e.Class == EntryClass.Fact).Select(e => e.Id.Value).Order(StringComparer.Ordinal));
        Assert.Single(await crm.TimelineAsync(), e => e.Entry is FindingNoted { Code: FindingCodes.EventIdReused });
    }

    [Fact]
    public async Task Facts_of_two_tenants_under_the_same_ids_are_apart()
    {
        await using var crm = new CrmUnderTest();
        var globex = crm.Crm.For(TenantId.From("globex"));
        await crm.Acme.SubmitAsync(Found);
        await globex.SubmitAsync(Applied with { EventId = Found.EventId });

        Assert.Equal(Report(batches: 2, recorded: 2), await crm.Runner.RunInboxAsync());
        Assert.Null((await crm.AnnaAsync()).Applications);
        Assert.NotNull((await globex.FindAsync(Histories.Anna.Candidate))!.Applications);
    }

    private static InboxReport Report(int batches = 0, long recorded = 0, long repeated = 0, long idReused = 0) => new()
    {
        Batches = batches,
        Recorded = recorded,
        Repeated = repeated,
        IdReused = idReused,
        Failed = 0,
        Parked = 0,
        LeftToOthers = 0,
    };

    private static async Task<string> TextAsync(CrmUnderTest crm) =>
        StateText.Of(await crm.AnnaAsync()) + string.Join(Environment.NewLine, (await crm.TimelineAsync()).Select(ReplayCheck.Line));

    private static CrmUnderTest On(AppendingStore store) => new(more =>
    {
        more.Services.AddSingleton(store);
        more.UseStore<AppendingStore>();
    });

    private sealed class AppendingStore(IClock clock) : StoreAround(new InMemoryCrmStore(clock)), ICrmInbox
    {
        internal List<string> Appends { get; } = [];

        internal bool Fails { get; set; }

        ValueTask ICrmInbox.AppendAsync(InboxAppend append, CancellationToken cancellationToken)
        {
            Appends.Add($"{append.Facts.Length} facts");
            return Fails ? throw new InvalidTimeZoneException() : AppendAsync(append, cancellationToken);
        }
    }

    private sealed class NoTransaction : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.Unspecified;

        protected override DbConnection? DbConnection => null;

        public override void Commit() => throw new NotSupportedException();

        public override void Rollback() => throw new NotSupportedException();
    }
}
