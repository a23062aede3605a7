using System.Reflection;
using CandidateCrm.Audit;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Audit;

public sealed class WhyNotTests
{
    public static TheoryData<string> Pure => [.. WhyNotScenes.Pure.Keys];

    public static TheoryData<string> Running => [.. WhyNotScenes.Running.Keys];

    [Fact]
    public void Every_code_has_one_scene()
    {
        var codes = typeof(WhyNotCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToArray();

        Assert.Equal(codes.Order(StringComparer.Ordinal), WhyNotScenes.Pure.Keys.Concat(WhyNotScenes.Running.Keys).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pure))]
    public void What_stood_in_the_way_is_named_by_its_code(string code) => AssertSays(code, WhyNotScenes.Pure[code]());

    [Theory]
    [MemberData(nameof(Running))]
    public async Task What_keeps_an_effect_from_being_handed_over_is_named_by_its_code(string code)
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Scores = [] }));
        var key = await WhyNotScenes.Running[code](crm);
        var answer = await crm.Acme.Audit.WhyNotAsync(Histories.Anna.Candidate, WhyNot.Handed(key));

        AssertSays(code, answer);
        Assert.Single(answer.Reasons);
    }

    [Fact]
    public void What_did_happen_says_when()
    {
        var told = new[] { WhyNotScenes.At(0, "s", WhyNotScenes.Submitted), WhyNotScenes.At(1, "m", WhyNotScenes.Moved("app-1")) };

        Assert.Equal(WhyNotScenes.Start, WhyNotScenes.Ask(WhyNot.Opened(WhyNotScenes.Acknowledge, "app-1"), told).HappenedAt);
        Assert.Equal(WhyNotScenes.Start, WhyNotScenes.Ask(WhyNot.Opened(WhyNotScenes.Acknowledge), told).HappenedAt);
        var kept = WhyNotScenes.Ask(WhyNot.Kept(WhyNotScenes.Acknowledged), told);
        Assert.Equal(WhyNotScenes.Start + Duration.FromHours(1), kept.HappenedAt);
        Assert.True(kept.Happened);
        Assert.Empty(kept.Reasons);
    }

    [Fact]
    public async Task What_was_handed_over_says_when_the_act_says()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s", WhyNotScenes.Start, WhyNotScenes.Submitted);
        crm.Clock.Now = WhyNotScenes.Due + Duration.FromMinutes(7);
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
        var handed = await crm.Acme.Audit.WhyNotAsync(Histories.Anna.Candidate, WhyNot.Handed(WhyNotScenes.Task));
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("m", WhyNotScenes.Due - Duration.FromHours(1), WhyNotScenes.Moved("app-1")));
        var unfounded = await crm.Acme.Audit.WhyNotAsync(Histories.Anna.Candidate, WhyNot.Handed(WhyNotScenes.Task));

        Assert.Equal(WhyNotScenes.Due + Duration.FromMinutes(7), handed.HappenedAt);
        Assert.Equal(handed.HappenedAt, unfounded.HappenedAt);
    }

    [Fact]
    public void Sentences_name_the_facts_and_what_would_change_it()
    {
        var reason = Assert.Single(WhyNotScenes.Pure[WhyNotCodes.ExpectationNotInForce]().Reasons);

        Assert.Equal("application.submitted [s] at 2026-03-02T08:00:00Z happened under position 1 of the activation log, which has no expectation acknowledge-application; it is in force from 2026-03-02T13:00:00Z on, with position 2.", reason.Sentence);
        Assert.Equal("Rules count from the instant from which they are in force, for facts by when they happened; what happened before opens nothing.", reason.WouldChange);
        Assert.Equal("s", Assert.Single(reason.Events).Value);
    }

    [Fact]
    public void The_facts_that_came_nearest_are_those_of_the_type_asked_for()
    {
        var reason = Assert.Single(WhyNotScenes.Pure[WhyNotCodes.TriggerNone]().Reasons);

        Assert.Equal("No fact opens answer-message. Nearest came touchpoint.recorded [d] at 2026-03-02T08:00:00Z (email.delivered Outbound).", reason.Sentence);
        Assert.Equal("It is opened by touchpoint.recorded email.replied.", reason.WouldChange);
    }

    [Fact]
    public void A_promise_that_was_never_opened_says_why()
    {
        var answer = WhyNotScenes.Ask(WhyNot.Kept(WhyNotScenes.Answered), WhyNotScenes.At(0, "s", WhyNotScenes.Submitted));

        Assert.Equal([WhyNotCodes.PromiseNotOpened, WhyNotCodes.TriggerNone], answer.Reasons.Select(reason => reason.Code));
    }

    [Fact]
    public void Every_piece_of_evidence_that_did_not_count_has_its_own_reason()
    {
        var reply = new TouchpointRecorded { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound };
        var answer = WhyNotScenes.Ask(
            WhyNot.Kept(WhyNotScenes.Answered),
            WhyNotScenes.At(0, "early", reply),
            WhyNotScenes.At(1, "m", new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }),
            WhyNotScenes.At(2, "robot", reply with { Automated = true }),
            WhyNotScenes.At(3, "provider", reply) with { Actor = Actor.Provider },
            WhyNotScenes.At(4, "wrong", reply),
            WhyNotScenes.At(5, "x", new FactsRetracted { Events = [EventId.From("wrong")], Reason = CandidateCrm.Applications.ReasonCode.From("mistake") }));

        Assert.Equal(
            [("promise.open", ""), ("evidence.automatic", "robot"), ("evidence.automatic", "provider"), ("evidence.retracted", "wrong"), ("evidence.before_opening", "early")],
            answer.Reasons.Select(reason => (reason.Code, string.Join(',', reason.Events))));
    }

    [Fact]
    public void A_promise_is_open_before_it_is_due_and_not_at_that_instant()
    {
        foreach (var (until, isOpen) in new[] { (WhyNotScenes.Due - Duration.FromTicks(10), true), (WhyNotScenes.Due, false) })
        {
            var past = SeenPast.Of(new RelationshipEngine(), [WhyNotScenes.At(0, "s", WhyNotScenes.Submitted)], [], TestRules.Log, (Histories.Anna, until));

            Assert.Equal(isOpen, WhyNotEngine.Answer(past, WhyNot.Kept(WhyNotScenes.Acknowledged)).Reasons.Any(reason => reason.Code == WhyNotCodes.PromiseOpen));
        }
    }

    [Fact]
    public void A_key_that_was_never_assigned_is_an_effect_that_nobody_wanted() =>
        Assert.Equal(WhyNotCodes.EffectUnknown, Assert.Single(WhyNotScenes.Ask(WhyNot.Handed(default), WhyNotScenes.At(0, "s", WhyNotScenes.Submitted)).Reasons).Code);

    [Fact]
    public void A_failed_feature_names_what_failed_and_no_message()
    {
        var reason = Assert.Single(WhyNotScenes.Pure[WhyNotCodes.FeatureFaulted]().Reasons);

        Assert.Contains("reaction.threw:InvalidTimeZoneException on expectation/decide-application", reason.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", reason.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "failed once, the last time with InvalidTimeZoneException", "pending after 1 failure with InvalidTimeZoneException")]
    [InlineData(2, "failed 2 times, the last time with InvalidTimeZoneException", "pending after 2 failures with InvalidTimeZoneException")]
    public async Task How_often_it_failed_is_said_in_words(int failures, string sentence, string traced)
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Scores = [] }));
        crm.OnAnnounced = _ => throw new InvalidTimeZoneException("canary");
        await crm.HappenAsync("s", WhyNotScenes.Start, WhyNotScenes.Submitted);
        for (var failure = 0; failure < failures; failure++)
        {
            crm.Clock.Now += Duration.FromHours(1);
            await crm.Runner.DrainOutboxAsync();
        }

        var answer = await crm.Acme.Audit.WhyNotAsync(Histories.Anna.Candidate, WhyNot.Handed(new EffectKey("lifecycle", "*", 1, "announce.phase_changed")));
        Assert.Contains(sentence, Assert.Single(answer.Reasons).Sentence, StringComparison.Ordinal);
        Assert.Contains(traced, TraceText.Write(await crm.Acme.Audit.TraceAsync(Histories.Anna.Candidate)), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_happened_every_question_has_an_answer() =>
        Prop.ForAll(Pasts.Any, past =>
        {
            var seen = SeenPast.Of(new RelationshipEngine(), past.Events, [], past.Log, (Histories.Anna, Pasts.End));
            var derived = seen.Decision.Derived.Select(e => e.Entry).ToArray();
            return Questions().All(question =>
            {
                var answer = WhyNotEngine.Answer(seen, question);
                return answer.Happened == Happened(question, derived)
                    && answer.Happened == answer.Reasons.IsEmpty
                    && answer.Reasons.All(reason => reason.Sentence.Length > 0 && reason.WouldChange.Length > 0 && reason.Events.All(id => past.Events.Any(e => e.Id == id)));
            });
        }).Check(Tries.Of(150));

    private static IEnumerable<WhyNot> Questions()
    {
        foreach (var expectation in new[] { WhyNotScenes.Acknowledge, WhyNotScenes.Decide, WhyNotScenes.Answer })
        {
            yield return WhyNot.Opened(expectation);
            foreach (var subject in new[] { "app-1", "app-2", "*" })
            {
                yield return WhyNot.Opened(expectation, subject);
                yield return WhyNot.Kept(new PromiseKey(expectation, subject, 1));
                yield return WhyNot.Handed(new EffectKey(expectation.Value, subject, 1, "task"));
                yield return WhyNot.Handed(new EffectKey(expectation.Value, subject, 1, "announce.promise_broken"));
            }
        }
    }

    private static bool Happened(WhyNot question, ITimelineEntry[] derived) => question switch
    {
        WhyNot.PromiseOpened asked => derived.OfType<PromiseOpened>().Any(e => e.Promise.Expectation == asked.Expectation && (asked.Subject is null || asked.Subject == e.Promise.Subject)),
        WhyNot.PromiseKept asked => derived.OfType<PromiseKept>().Any(e => e.Promise == asked.Promise),
        _ => false,
    };

    private static void AssertSays(string code, WhyNotAnswer answer)
    {
        Assert.False(answer.Happened);
        var reason = Assert.Single(answer.Reasons, reason => reason.Code == code);
        Assert.EndsWith(".", reason.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", reason.WouldChange, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", reason.ToString(), StringComparison.Ordinal);
    }
}
