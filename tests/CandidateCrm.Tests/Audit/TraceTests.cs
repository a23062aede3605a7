using System.Text.Json.Nodes;
using CandidateCrm.Applications;
using CandidateCrm.Audit;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Audit;

public sealed class TraceTests
{
    [Fact]
    public async Task A_trace_as_text_shows_what_happened_and_what_became_of_it()
    {
        await using var crm = await LivedAsync();

        Assert.Equal(
            """
            acme/anna up to 2026-03-02T17:00:00Z, engine 1
            2026-03-02T08:00:00Z fact application.submitted [s] app-1, rules 1
              reacted: applications, lifecycle, charter
              derived: lifecycle.phase_changed -> discover
              derived: lifecycle.phase_changed discover -> hire
              derived: charter.promise_opened acknowledge-application#1:app-1 due 2026-03-02T13:00:00Z
              derived: charter.promise_opened decide-application#1:app-1 due 2026-03-05T17:00:00Z
              wants: announce.phase_changed:lifecycle#1:* announce lifecycle.phase_changed; done
                then: 2026-03-02T13:01:00Z effect.done
              wants: announce.phase_changed:lifecycle#2:* announce lifecycle.phase_changed; done
                then: 2026-03-02T13:01:00Z effect.done
            2026-03-02T12:00:00Z fact application.stage_entered [late] app-1 screening, rules 1
              reacted: applications, charter
              derived: charter.promise_kept acknowledge-application#1:app-1
            2026-03-02T13:01:00Z act effect.done [~a35bec234bbc583c405e73e83e2a5dfd3] announce.promise_broken:acknowledge-application#1:app-1, rules 1
            2026-03-02T13:01:00Z act effect.done [~a72de6c6302a5e8f7ff6f69081a38a4fb] announce.phase_changed:lifecycle#2:*, rules 1
            2026-03-02T13:01:00Z act effect.done [~a85bf12321115ac10ebd9965fe7e53719] task:acknowledge-application#1:app-1, rules 1
            2026-03-02T13:01:00Z act effect.done [~ac902f39bee9329262ac948ec90b9fc12] announce.phase_changed:lifecycle#1:*, rules 1
            2026-03-02T14:00:00Z fact task.closed [closed] task:acknowledge-application#1:app-1, rules 1
            2026-03-02T15:00:00Z fact application.submitted [again] app-1, rules 1, nothing new
              reacted: applications
              derived: timeline.finding_noted application.resubmitted app-1
            2026-03-02T16:00:00Z fact application.hired [wrong] app-1, rules 1, taken back
            2026-03-02T17:00:00Z fact timeline.facts_retracted [x] wrong, rules 1
            2026-03-02T17:00:00Z notice timeline.finding_noted effect.unfounded announce.promise_broken:acknowledge-application#1:app-1
            2026-03-02T17:00:00Z notice timeline.past_corrected #10: 4 retracted, 0 added, 1 cancelled, 0 unfounded
            2026-03-02T17:00:00Z notice charter.promise_verdict_changed acknowledge-application#1:app-1 Broken -> Kept by late
            2026-03-02T17:00:00Z notice charter.promise_verdict_changed decide-application#1:app-1 Kept -> Open by x
            2026-03-02T17:00:00Z notice timeline.past_corrected #11: 1 retracted, 1 added, 0 cancelled, 2 unfounded
            2026-03-02T17:00:00Z notice timeline.finding_noted effect.unfounded task:acknowledge-application#1:app-1
            on record only: announce.phase_changed:lifecycle#3:* announce lifecycle.phase_changed; cancelled
            on record only: announce.promise_broken:acknowledge-application#1:app-1 announce charter.promise_broken; unfounded
            on record only: close-unfounded:acknowledge-application#11:task:acknowledge-application#1:app-1 close-task effect.unfounded; pending
            on record only: task:acknowledge-application#1:app-1 open-task promise.broken due 2026-03-02T13:00:00Z; unfounded

            """.ReplaceLineEndings("\n"),
            TraceText.Write(await crm.Acme.Audit.TraceAsync(Histories.Anna.Candidate)));
    }

    [Fact]
    public async Task A_trace_as_json_is_as_it_was_published()
    {
        await using var crm = await LivedAsync();
        var json = TraceJson.Write(await crm.Acme.Audit.TraceAsync(Histories.Anna.Candidate));

        Assert.Equal(1, (int)JsonNode.Parse(json)!["schema"]!);
        Assert.Equal(GoldenFiles.Read("Audit", "trace.v1"), json);
    }

    [Fact]
    public async Task A_trace_holds_nothing_personal()
    {
        await using var crm = await LivedAsync();
        var trace = await crm.Acme.Audit.TraceAsync(Histories.Anna.Candidate);

        Assert.DoesNotContain("canary", StateText.Of(trace) + TraceText.Write(trace) + TraceJson.Write(trace), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_trace_of_nobody_has_no_steps()
    {
        await using var crm = new CrmUnderTest();
        var trace = await crm.Acme.Audit.TraceAsync(CandidateId.From("nobody"));

        Assert.Empty(trace.Steps);
        Assert.Equal(crm.Clock.Now, trace.To);
    }

    [Fact]
    public async Task A_trace_beyond_now_shows_the_alarms_that_will_ring()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s", Histories.Start, WhyNotScenes.Submitted);
        var now = await crm.Acme.Audit.TraceAsync(Histories.Anna.Candidate);
        var ahead = await crm.Acme.Audit.TraceAsync(Histories.Anna.Candidate, from: Histories.Start + Duration.FromTicks(10), to: WhyNotScenes.Due);

        Assert.Single(now.Steps);
        var alarm = Assert.Single(ahead.Steps);
        Assert.Equal((TraceStepKind.Alarm, "alarm", WhyNotScenes.Due), (alarm.Kind, alarm.What, alarm.Place.At));
        Assert.All(alarm.Effects, effect => Assert.Null(effect.OnRecord));
        Assert.Null((await crm.AnnaAsync()).Tasks);
    }

    [Fact]
    public void A_feature_that_fails_stands_in_the_step_with_its_definition()
    {
        var past = SeenPast.Of(BrokenCharter.EngineThatFailsOn<ApplicationSubmitted>(), [WhyNotScenes.At(0, "s", WhyNotScenes.Submitted)], [], TestRules.Log, (Histories.Anna, Histories.Start));
        var step = Assert.Single(Tracing.Of(past, from: null).Steps);

        Assert.Equal(("charter", "expectation/decide-application"), (step.Faults[0].Feature, step.Faults[0].Definition));
        Assert.DoesNotContain("charter", step.Reacted);
        Assert.Contains("  failed: charter reaction.threw:InvalidTimeZoneException on expectation/decide-application\n", TraceText.Write(Tracing.Of(past, from: null)), StringComparison.Ordinal);
        Assert.Equal("feature.faulted", Assert.Single(step.Findings).Code);
    }

    [Fact]
    public void A_fault_stands_in_the_step_in_which_it_came_and_in_none_after_it()
    {
        TimelineEvent[] told = [WhyNotScenes.At(0, "s", WhyNotScenes.Submitted), WhyNotScenes.At(1, "m", WhyNotScenes.Moved("app-1"))];
        var past = SeenPast.Of(BrokenCharter.EngineThatFailsOn<ApplicationSubmitted>(), told, [], TestRules.Log, (Histories.Anna, told[^1].OccurredAt));

        Assert.Equal([1, 0], Tracing.Of(past, from: null).Steps.Select(step => step.Faults.Length));
    }

    [Fact]
    public async Task A_span_holds_its_first_and_its_last_instant()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s", Histories.Start, WhyNotScenes.Submitted);
        await crm.HappenAsync("o", Histories.Start + Duration.FromHours(1), new OfferMade { Application = WhyNotScenes.App });
        await crm.HappenAsync("m", Histories.Start + Duration.FromHours(2), WhyNotScenes.Moved("app-1"));
        var span = await crm.Acme.Audit.TraceAsync(Histories.Anna.Candidate, Histories.Start + Duration.FromHours(1), Histories.Start + Duration.FromHours(2));

        Assert.Equal(["o", "m"], span.Steps.Select(step => step.Event.Value));
    }

    [Fact]
    public async Task A_fact_a_moment_ahead_of_the_clock_is_in_the_trace()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Histories.Start;
        var ahead = Histories.Start + Duration.FromMinutes(3);
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("s", ahead, WhyNotScenes.Submitted));
        var trace = await crm.Acme.Audit.TraceAsync(Histories.Anna.Candidate);

        Assert.Equal((ahead, "s"), (trace.To, Assert.Single(trace.Steps).Event.Value));
    }

    [Fact]
    public async Task A_closing_that_was_taken_back_did_not_follow()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Scores = [] }));
        await crm.HappenAsync("s", Histories.Start, WhyNotScenes.Submitted);
        crm.Clock.Now = WhyNotScenes.Due;
        await crm.Runner.RunDueWorkAsync();
        await crm.HappenAsync("closed", WhyNotScenes.Due + Duration.FromHours(1), new TaskClosed { Task = WhyNotScenes.Task });
        Assert.Equal(["closed"], await FollowedAsync(crm));
        await crm.HappenAsync("x", WhyNotScenes.Due + Duration.FromHours(2), new FactsRetracted { Events = [EventId.From("closed")], Reason = ReasonCode.From("mistake") });

        Assert.Empty(await FollowedAsync(crm));
    }

    private static async Task<string[]> FollowedAsync(CrmUnderTest crm) =>
        [.. (await crm.Acme.Audit.TraceAsync(Histories.Anna.Candidate)).Steps.SelectMany(step => step.Effects).Single(effect => effect.Effect.Key == WhyNotScenes.Task).Followed.Select(each => each.Id.Value)];

    /// <summary>A broken promise with its task, a late fact that makes it unfounded, a fact that was taken back, and a repetition.</summary>
    internal static async Task<CrmUnderTest> LivedAsync()
    {
        var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Scores = [] }));
        crm.Clock.Now = Histories.Start;
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("s", Histories.Start, WhyNotScenes.Submitted) with { Personal = PersonalPart.Of("name", "Canary") });
        crm.Clock.Now = WhyNotScenes.Due + Duration.FromMinutes(1);
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
        await crm.HappenAsync("closed", WhyNotScenes.Due + Duration.FromHours(1), new TaskClosed { Task = WhyNotScenes.Task });
        await crm.HappenAsync("again", WhyNotScenes.Due + Duration.FromHours(2), WhyNotScenes.Submitted);
        await crm.HappenAsync("wrong", WhyNotScenes.Due + Duration.FromHours(3), new CandidateHired { Application = WhyNotScenes.App });
        await crm.HappenAsync("x", WhyNotScenes.Due + Duration.FromHours(4), new FactsRetracted { Events = [EventId.From("wrong")], Reason = ReasonCode.From("mistake") });
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("late", WhyNotScenes.Due - Duration.FromHours(1), WhyNotScenes.Moved("app-1")));
        return crm;
    }
}
