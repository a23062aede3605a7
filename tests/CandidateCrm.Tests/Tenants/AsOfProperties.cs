using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Tenants;

public sealed class AsOfProperties
{
    private static readonly CandidateId Anna = Histories.Anna.Candidate;
    private static readonly ScoreKey Score = ScoreKey.From("engagement");

    [Fact]
    public void What_was_known_at_a_past_instant_is_what_the_question_answers_now() =>
        Check(async (crm, events) =>
        {
            var known = new List<(Instant At, string Text)>();
            foreach (var moment in events.GroupBy(e => e.OccurredAt).OrderBy(g => g.Key))
            {
                await LiveThroughAsync(crm, moment.Key, moment.OrderBy(e => e.Place));

                // What became of an effect stands a microsecond after the instant that wants it.
                var anna = await crm.AnnaAsync();
                known.Add((Instant.Max(moment.Key, anna.Cursor.At), StateText.Of(anna)));

                // Some hours later, with no new event, time alone may have changed the answer.
                crm.Clock.Now += Duration.FromMinutes(25);
                known.Add((crm.Clock.Now, StateText.Of(await crm.AnnaAsync())));
            }

            // An instant that another event followed within those minutes was asked before that event was told.
            foreach (var (at, text) in known.Where(k => !events.Any(e => e.OccurredAt > k.At - Duration.FromMinutes(25) && e.OccurredAt < k.At)))
            {
                Assert.Equal(text, StateText.Of((await crm.Acme.FindAsync(Anna, at))!));
            }

            Assert.Null(await crm.Acme.FindAsync(Anna, events.Min(e => e.OccurredAt) - Duration.FromTicks(10)));
        });

    [Fact]
    public void The_explanation_adds_up_exactly_and_is_the_score_of_the_state_at_any_instant() =>
        Check(async (crm, events) =>
        {
            foreach (var e in events)
            {
                await crm.Acme.RecordAsync(CrmUnderTest.Told(e));
            }

            var engine = new ScoreEngine(TestRules.Everything.Scores[0]);
            foreach (var at in events.Select(e => e.OccurredAt).Append(crm.Clock.Now).Append(events[0].OccurredAt + Duration.FromHours(7)))
            {
                var why = await crm.Acme.Engagement.ExplainAsync(Anna, Score, at);
                var state = await crm.Acme.FindAsync(Anna, at);
                Assert.Equal(state is null, why is null);
                if (why is not null)
                {
                    Assert.Equal(why.Score, why.Lines.Sum(l => l.Value) + why.Adjustments.Sum(a => a.Amount));
                    var tracked = state!.Engagement?.Scores[0].State ?? engine.Empty;
                    Assert.Equal(engine.Score(tracked, at), why.Score);
                    Assert.Equal(tracked.Band, state.Engagement is null ? tracked.Band : why.Band);
                }
            }
        });

    [Fact]
    public async Task A_fact_a_moment_ahead_of_the_clock_is_known_now()
    {
        await using var crm = new CrmUnderTest();
        var ahead = crm.Clock.Now + Duration.FromMinutes(3);
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("r", ahead, new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }));

        Assert.Equal(Phase.Attract, (await crm.AnnaAsync()).Lifecycle!.Phase);
        Assert.Equal(8, (await crm.Acme.Engagement.ExplainAsync(Anna, Score))!.Score);
        Assert.Null(await crm.Acme.FindAsync(Anna, crm.Clock.Now));
    }

    [Fact]
    public async Task Nobody_is_known_before_the_first_fact()
    {
        await using var crm = new CrmUnderTest();

        Assert.Null(await crm.Acme.FindAsync(Anna));
        Assert.Null(await crm.Acme.Engagement.ExplainAsync(Anna, Score));
        Assert.Empty(await crm.TimelineAsync());
    }

    [Fact]
    public async Task New_rules_that_ask_for_the_past_count_what_was_taken_back_as_the_record_does()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("r", Histories.Start, new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound });
        await crm.HappenAsync("x", Histories.Start + Duration.FromHours(1), new FactsRetracted { Events = [EventId.From("r")], Reason = ReasonCode.From("mistake") });
        crm.Clock.Now += Duration.FromHours(1);
        await crm.Acme.Rules.PublishAsync(
            RulesDraft.Of(TestRules.Everything with { Scores = [RuleVariations.EngagementOfOtherWeights] }), new PublishTerms { By = Actor.Crm, Expected = 1 });
        crm.Clock.Now += Duration.FromHours(1);

        var asked = await crm.AnnaAsync();
        Assert.Equal(2, asked.Told);
        var log = (await crm.Services.GetRequiredService<TenantRules>().ReadAsync(Histories.Anna.Tenant, default)).Log;
        Assert.Equal(StateText.Of(new RelationshipEngine().Replay(Histories.Anna, await crm.TimelineAsync(), log, crm.Clock.Now).Next), StateText.Of(asked));
    }

    private static async Task LiveThroughAsync(CrmUnderTest crm, Instant at, IEnumerable<TimelineEvent> events)
    {
        crm.Clock.Now = at;
        foreach (var e in events)
        {
            await crm.Acme.RecordAsync(CrmUnderTest.Told(e));
        }

        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
    }

    private static void Check(Func<CrmUnderTest, TimelineEvent[], Task> check) =>
        Prop.ForAll(Histories.Any, events =>
        {
            var crm = new CrmUnderTest();
            check(crm, events).GetAwaiter().GetResult();
            crm.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }).Check(Tries.Of(100));
}
