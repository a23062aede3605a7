using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using static CandidateCrm.Tests.Rules.PausedCrm;

namespace CandidateCrm.Tests.Rules;

/// <summary>Who paused what, why and until when.</summary>
public sealed class PauseRecordTests
{
    private static readonly PauseScope Charter = PauseScope.Of(FeatureCode.Charter);

    [Fact]
    public async Task Who_paused_and_resumed_what_when_and_why_is_listed_and_stays()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Submitted;
        var tenant = await crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, Olga, "We move.", Submitted + Duration.FromHours(3));
        crm.Clock.Now += Duration.FromHours(1);
        var charter = await crm.Acme.Pauses.PauseAsync(Charter, Actor.Host, "The calendar is wrong.");
        Assert.Equal([tenant, charter], await crm.Acme.Pauses.ListAsync());
        Assert.Equal((Submitted, Submitted + Duration.FromHours(3), Olga, "We move."), (tenant.Since, tenant.Until, tenant.By, tenant.Why));

        crm.Clock.Now += Duration.FromHours(1);
        Assert.True(await crm.Acme.Pauses.ResumeAsync(Charter, Olga, "It is right now."));
        Assert.False(await crm.Acme.Pauses.ResumeAsync(Charter, Olga, "Once more."));
        Assert.Equal([tenant], await crm.Acme.Pauses.ListAsync());
        crm.Clock.Now += Duration.FromHours(2);
        Assert.Empty(await crm.Acme.Pauses.ListAsync());
        Assert.Equal(
            [
                charter with { End = new PauseEnd { At = Submitted + Duration.FromHours(2), By = Olga, Why = "It is right now." } },
                tenant with { End = new PauseEnd { At = Submitted + Duration.FromHours(3), By = Actor.Crm, Why = string.Empty } },
            ],
            await crm.Acme.Pauses.EndedAsync());
        Assert.Empty(await crm.Crm.Pauses.EndedAsync());
    }

    [Fact]
    public async Task A_scope_that_is_paused_anew_keeps_both_on_record()
    {
        await using var crm = new CrmUnderTest();
        var first = await crm.Acme.Pauses.PauseAsync(Charter, Olga, "First.", crm.Clock.Now + Duration.FromHours(1));
        var second = await crm.Acme.Pauses.PauseAsync(Charter, Actor.Host, "Second.");

        Assert.Equal([second], await crm.Acme.Pauses.ListAsync());
        Assert.Equal([first with { End = new PauseEnd { At = crm.Clock.Now, By = Actor.Host, Why = "Second." } }], await crm.Acme.Pauses.EndedAsync());
    }

    [Fact]
    public async Task What_is_resumed_after_its_time_was_up_ended_by_itself()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Submitted;
        var pause = await crm.Acme.Pauses.PauseAsync(Charter, Olga, "An hour.", Submitted + Duration.FromHours(1));
        crm.Clock.Now += Duration.FromHours(2);

        Assert.False(await crm.Acme.Pauses.ResumeAsync(Charter, Olga, "Too late."));
        Assert.Equal([pause with { End = new PauseEnd { At = Submitted + Duration.FromHours(1), By = Actor.Crm, Why = string.Empty } }], await crm.Acme.Pauses.EndedAsync());
    }

    [Fact]
    public async Task However_often_a_scope_is_paused_and_resumed_at_one_instant_everything_stays_on_record()
    {
        await using var crm = new CrmUnderTest();
        for (var i = 0; i < 5; i++)
        {
            await crm.Acme.Pauses.PauseAsync(Charter, Olga, $"Pause {i}.");
            Assert.True(await crm.Acme.Pauses.ResumeAsync(Charter, Olga, $"Resume {i}."));
        }

        Assert.Equal(["Pause 0.", "Pause 1.", "Pause 2.", "Pause 3.", "Pause 4."], (await crm.Acme.Pauses.EndedAsync()).Select(p => p.Why).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pauses_that_end_at_one_instant_because_a_clock_was_set_back_are_all_put_away()
    {
        await using var crm = new CrmUnderTest();
        var until = Submitted + Duration.FromHours(1);
        for (var i = 0; i < 3; i++)
        {
            crm.Clock.Now = Submitted;
            await crm.Acme.Pauses.PauseAsync(Charter, Olga, $"Charter {i}.", until);
            await crm.Acme.Pauses.PauseAsync(PauseScope.Of(CandidateId.From($"c-{i}")), Olga, $"Candidate {i}.", until);
            crm.Clock.Now = until;
            Assert.Empty(await crm.Acme.Pauses.ListAsync());
        }

        Assert.Equal(
            ["Candidate 0.", "Candidate 1.", "Candidate 2.", "Charter 0.", "Charter 1.", "Charter 2."],
            (await crm.Acme.Pauses.EndedAsync()).Select(p => p.Why).Order(StringComparer.Ordinal));
        Assert.Empty(await ((ITenantDocuments)crm.Store).ReadAsync(new DocumentQuery { Tenant = Histories.Anna.Tenant, Kind = "pause" }, default));
    }

    [Fact]
    public async Task Of_many_who_pause_a_scope_at_once_on_two_nodes_the_last_one_is_in_force_and_all_are_on_record()
    {
        await using var crm = new CrmUnderTest();
        await using var second = crm.SecondNode();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => await (i % 2 == 0 ? crm : second).Acme.Pauses.PauseAsync(Charter, Olga, $"Pause {i}."))));
        var inForce = Assert.Single(await crm.Acme.Pauses.ListAsync());

        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"Pause {i}."), (await crm.Acme.Pauses.EndedAsync()).Append(inForce).Select(p => p.Why).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task More_pauses_than_a_page_holds_are_listed_held_and_put_away()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Submitted;
        for (var i = 0; i < 1_001; i++)
        {
            await crm.Acme.Pauses.PauseAsync(PauseScope.Of(CandidateId.From($"c-{i:D4}")), Olga, "A list of people to leave alone.", Submitted + Duration.FromDays(1));
        }

        Assert.Equal(1_001, (await crm.Acme.Pauses.ListAsync()).Count);
        await crm.SubmitAsync("c-1000");
        Assert.Equal(1, (await crm.Runner.DrainOutboxAsync()).Held);
        crm.Clock.Now += Duration.FromDays(1);
        Assert.Empty(await crm.Acme.Pauses.ListAsync());
        Assert.Equal(1_001, (await crm.Acme.Pauses.EndedAsync()).Length);
        Assert.Empty(await ((ITenantDocuments)crm.Store).ReadAsync(new DocumentQuery { Tenant = Histories.Anna.Tenant, Kind = "pause" }, default));
    }

    [Fact]
    public async Task Ids_as_long_as_they_may_be_are_paused_each_by_itself()
    {
        await using var crm = new CrmUnderTest();
        var (first, second) = (CandidateId.From(new string('x', 199) + "a"), CandidateId.From(new string('x', 199) + "b"));
        await crm.Acme.Pauses.PauseAsync(PauseScope.Of(first), Olga, "One of the two.");
        await crm.SubmitAsync(first.Value);
        await crm.SubmitAsync(second.Value);
        var report = await crm.Runner.DrainOutboxAsync();

        Assert.Equal((3, 1), (report.Done, report.Held));
        Assert.Equal(first, Assert.Single(await crm.Acme.Pauses.ListAsync()).Scope.Candidate);
    }

    [Fact]
    public async Task What_would_hold_nothing_is_refused_with_what_would_be_right()
    {
        await using var crm = new CrmUnderTest();
        await RefusedAsync("scope", () => crm.Acme.Pauses.PauseAsync(default, Olga, "Why."));
        await RefusedAsync("scope", () => crm.Acme.Pauses.PauseAsync(PauseScope.Installation, Olga, "Why."), "ICrm.Pauses");
        await RefusedAsync("scope", () => crm.Crm.Pauses.PauseAsync(PauseScope.Tenant, Olga, "Why."), "ITenantCrm.Pauses");
        await RefusedAsync("scope", () => crm.Acme.Pauses.PauseAsync(PauseScope.Of(FeatureCode.From("segments")), Olga, "Why."), "applications, charter, engagement, lifecycle");
        await RefusedAsync("scope", () => crm.Acme.Pauses.PauseAsync(Expectation("acknowledge"), Olga, "Why."), "expectation/acknowledge-application");
        await RefusedAsync("scope", () => crm.Acme.Pauses.PauseAsync(PauseScope.Of(new DefinitionName(DefinitionKind.Calendar, "office")), Olga, "Why."), "expectation, score");
        await RefusedAsync("why", () => crm.Acme.Pauses.PauseAsync(Charter, Olga, " "));
        await RefusedAsync("why", () => crm.Acme.Pauses.PauseAsync(Charter, Olga, new string('w', 501)), "1 to 500");
        await RefusedAsync("until", () => crm.Acme.Pauses.PauseAsync(Charter, Olga, "Why.", crm.Clock.Now));
        await RefusedAsync("why", async () => _ = await crm.Acme.Pauses.ResumeAsync(Charter, Olga, string.Empty));
        await RefusedAsync("scope", async () => _ = await crm.Acme.Pauses.ResumeAsync(PauseScope.Installation, Olga, "Why."));

        Assert.Empty(await crm.Acme.Pauses.ListAsync());
        Assert.False(await crm.Acme.Pauses.ResumeAsync(Charter, Olga, "It never was."));
    }

    [Fact]
    public async Task The_id_under_which_the_installation_is_kept_is_no_tenant()
    {
        await using var crm = new CrmUnderTest();

        Assert.Equal("tenant", Assert.Throws<ArgumentException>(() => crm.Crm.For(TenantId.From("~installation"))).ParamName);
    }

    [Fact]
    public void A_scope_is_of_one_kind_and_names_what_is_paused()
    {
        Assert.Equal(PauseScope.Of(CandidateId.From("anna")), PauseScope.Of(CandidateId.From("anna")));
        Assert.NotEqual(PauseScope.Of(CandidateId.From("charter")), Charter);
        Assert.Equal("definition/score/engagement", Score("engagement").ToString());
        Assert.Equal((false, "(unassigned)"), (default(PauseScope).IsAssigned, default(PauseScope).ToString()));
        Assert.Throws<ArgumentException>(() => PauseScope.Of(default(FeatureCode)));
        Assert.Throws<ArgumentException>(() => PauseScope.Of(default(DefinitionName)));
        Assert.Throws<ArgumentException>(() => PauseScope.Of(default(Channel)));
        Assert.Throws<ArgumentException>(() => PauseScope.Of(default(CandidateId)));
    }

    private static async Task RefusedAsync(string parameter, Func<ValueTask<Pause>> pause, string says = "") => await RefusedAsync(parameter, async () => { await pause(); }, says);

    private static async Task RefusedAsync(string parameter, Func<Task> act, string says = "")
    {
        var refusal = await Assert.ThrowsAnyAsync<ArgumentException>(act);
        Assert.Equal(parameter, refusal.ParamName);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }
}
