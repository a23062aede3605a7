using CandidateCrm.Applications;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Jobs;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Tests.Work;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Tenants;

/// <summary>A feature that failed is tried again by itself.</summary>
public sealed class RedriveTests
{
    // Monday, 2 March 2026, 09:00 in Berlin.
    private static readonly Instant Monday = Histories.Start;
    private static readonly TouchpointRecorded Replied = new() { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Automated = true };

    [Fact]
    public async Task What_failed_is_tried_again_after_a_minute_then_after_pauses_that_double_until_it_works()
    {
        var tries = new List<Instant>();
        CrmUnderTest? crm = null;
        var failing = new FailingReaction
        {
            Fails = () =>
            {
                tries.Add(crm!.Clock.Now);
                return crm.Clock.Now < Monday + Duration.FromMinutes(12);
            },
        };
        await using var it = crm = With(failing);
        await crm.HappenAsync("r", Monday, Replied);
        var first = await StoredAsync(crm);
        Assert.Equal("failing", Assert.Single(first.Faults).Feature);
        Assert.Equal(0, first.Redrive!.Value.Attempts);
        (first.Redrive.Value.At!.Value - Monday).IsAbout(Duration.FromMinutes(1));
        Assert.Equal(first.Redrive.Value.At, first.AlarmAt);

        await PassAsync(crm, Duration.FromMinutes(30), Duration.FromSeconds(30));

        tries.AreAbout(look: Duration.FromSeconds(30), Duration.FromMinutes(1), Duration.FromMinutes(2), Duration.FromMinutes(4), Duration.FromMinutes(8));
        var healed = await StoredAsync(crm);
        Assert.Empty(healed.Faults);
        Assert.Null(healed.Redrive);
        var timeline = await crm.TimelineAsync();
        Assert.DoesNotContain(timeline, e => e.Entry is FindingNoted { Code: FindingCodes.FeatureFaulted });
        Assert.Contains(timeline, e => e.Entry is PastCorrected);

        // What it wanted all along is handed over now, once.
        await crm.Runner.DrainOutboxAsync();
        await crm.Runner.DrainOutboxAsync();
        Assert.Equal(("failing", Monday), (Assert.Single(crm.Tasks).Task.Rule, crm.Tasks.Single().Task.DueAt));
    }

    [Theory]
    [InlineData(3, new[] { 0.0, 1, 3, 7 })]
    [InlineData(1, new[] { 0.0, 1 })]
    [InlineData(0, new[] { 0.0 })]
    public async Task After_the_most_tries_it_waits_for_a_person(int most, double[] expected)
    {
        var tries = new List<Instant>();
        CrmUnderTest? crm = null;
        var failing = new FailingReaction();
        failing.Fails = () =>
        {
            tries.Add(crm!.Clock.Now);
            return true;
        };
        await using var it = crm = With(failing, o => o.MostRedrives = most);
        await crm.HappenAsync("r", Monday, Replied);
        await PassAsync(crm, Duration.FromMinutes(30), Duration.FromSeconds(30));
        await PassAsync(crm, Duration.FromDays(3), Duration.FromHours(3));

        Assert.Equal(expected, tries.Select(at => (at - Monday).TotalMinutes));
        Assert.Equal(new Redrive { Attempts = most, At = null }, (await StoredAsync(crm)).Redrive);
        failing.Fails = () => false;
        await PassAsync(crm, Duration.FromDays(1), Duration.FromHours(6));
        Assert.Single((await StoredAsync(crm)).Faults);

        // A person asks for it.
        Assert.Equal("failing", Assert.Single((await crm.Acme.Faults.RedriveAsync(Histories.Anna.Candidate))!.Healed).Feature);
        Assert.Empty((await StoredAsync(crm)).Faults);
        Assert.Null((await StoredAsync(crm)).Redrive);
    }

    [Fact]
    public async Task The_pause_grows_to_a_day_and_no_further()
    {
        await using var crm = With(new FailingReaction(), o => (o.MostRedrives, o.FirstRedrive) = (30, Duration.FromHours(1)));
        await crm.HappenAsync("r", Monday, Replied);
        for (var attempt = 1; attempt < 12; attempt++)
        {
            var due = (await StoredAsync(crm)).Redrive!.Value.At!.Value;
            crm.Clock.Now = due;
            await crm.Runner.RunDueWorkAsync();

            var next = (await StoredAsync(crm)).Redrive!.Value;
            Assert.Equal(attempt, next.Attempts);
            (next.At!.Value - due).IsAbout(Duration.FromHours(Math.Min(24, 1 << attempt)));
        }
    }

    [Fact]
    public async Task Facts_and_alarms_meanwhile_go_on_and_leave_the_turn_as_it_is()
    {
        await using var crm = With(new FailingReaction());
        await crm.HappenAsync("r", Monday, Replied);
        var turn = (await StoredAsync(crm)).Redrive;
        await crm.HappenAsync("s", Monday + Duration.FromSeconds(30), new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") });

        var stored = await StoredAsync(crm);
        Assert.Equal(turn, stored.Redrive);
        Assert.Equal(3, stored.Charter!.Promises.Length);
        Assert.Single(stored.Faults);
    }

    [Fact]
    public async Task When_it_is_tried_again_is_said_also_where_the_state_is_made_anew()
    {
        await using var crm = With(new FailingReaction());
        await crm.HappenAsync("r", Monday, Replied);
        await crm.HappenAsync("s", Monday + Duration.FromSeconds(30), new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") });
        var turn = (await StoredAsync(crm)).Redrive;
        Assert.NotNull(turn);

        Assert.Equal(turn, (await crm.Acme.FindAsync(Histories.Anna.Candidate, Monday))!.Redrive);
        await People.PublishAsync(crm, People.Rescored);
        crm.Clock.Now += Duration.FromSeconds(1);
        Assert.Equal(turn, (await crm.AnnaAsync()).Redrive);
    }

    private static CrmUnderTest With(FailingReaction failing, Action<DueWorkOptions>? options = null)
    {
        var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Scores = [], Announced = [] }), more: more =>
        {
            more.Services.AddSingleton(new RelationshipEngine([.. ReactionOrder.All, failing]));
            more.Services.Configure(options ?? (_ => { }));
        });
        crm.Clock.Now = Monday;
        return crm;
    }

    private static async Task PassAsync(CrmUnderTest crm, Duration time, Duration step)
    {
        for (var end = crm.Clock.Now + time; crm.Clock.Now < end;)
        {
            crm.Clock.Now += step;
            await crm.Runner.RunDueWorkAsync();
        }
    }

    private static async Task<Relationship> StoredAsync(CrmUnderTest crm) => (await crm.Store.LoadAsync(RelationshipKeys.Of(Histories.Anna), default))[0];
}
