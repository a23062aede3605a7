using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Testing.Tests.Histories;

public sealed class TimelineBuilderTests
{
    [Fact]
    public void A_story_becomes_facts_with_natural_ids()
    {
        var facts = TimelineBuilder.Of("anna")
            .At("2026-03-02T10:00+01:00").Found().Applied("app-1", "req-1")
            .Later(Duration.FromDays(1)).By(Actor.Of(PersonId.From("recruiter-7"))).Entered("app-1", "interview")
            .At("2026-03-04T09:30:15.5Z").Rejected("app-1")
            .ToHostFacts();

        Assert.Equal(
            ["candidate:anna:found", "application:app-1:submitted", "application:app-1:stage:interview", "application:app-1:ended"],
            facts.Select(f => f.EventId.Value));
        Assert.All(facts, f => Assert.Equal(CandidateId.From("anna"), f.Candidate));
        Assert.Equal(Instant.FromUtc(2026, 3, 2, 9, 0), facts[1].OccurredAt);
        Assert.Equal(Instant.FromUtc(2026, 3, 3, 9, 0), facts[2].OccurredAt);
        Assert.Equal(Instant.FromUtc(2026, 3, 4, 9, 30, 15) + Duration.FromMilliseconds(500), facts[3].OccurredAt);
        Assert.Equal([ActorKind.Host, ActorKind.Host, ActorKind.Person, ActorKind.Person], facts.Select(f => f.Actor.Kind));
        Assert.Equal(new ApplicationEnded { Application = JobApplicationId.From("app-1"), Disposition = Disposition.Rejected, Reason = ReasonCode.From("not-a-match") }, facts[3].Fact);
    }

    [Fact]
    public void What_is_told_at_one_instant_keeps_the_order_of_telling()
    {
        var events = TimelineBuilder.Of("anna").At("2026-03-02T10:00Z").Applied("app-1", "req-1").Entered("app-1", "interview").Offered("app-1").Hired("app-1").ToEvents();

        Assert.Equal(events, events.OrderBy(e => e.Place));
    }

    [Fact]
    public void The_same_thing_twice_has_two_ids()
    {
        var facts = TimelineBuilder.Of("anna").At("2026-03-02T10:00Z").Replied().Replied().Replied().ToHostFacts();

        Assert.Equal(["touch:anna:email.replied", "touch:anna:email.replied:2", "touch:anna:email.replied:3"], facts.Select(f => f.EventId.Value));
    }

    [Fact]
    public void Every_word_about_courses_interviews_offers_and_persons_tells_its_fact()
    {
        var told = TimelineBuilder.Of("anna").At("2026-03-02T10:00Z")
            .Drafted("a", "req-1").Abandoned("a").PutForward("b").Converted("b", "req-1").Copied("b", "c", "req-2").Transferred("c", "req-3", "standard").Merged("b", "c").Removed("a")
            .SlotsOffered("b").Scheduled("b", "2026-03-04T10:00Z", "1", "ada").Rescheduled("b", "2026-03-05T10:00Z").Cancelled("b").Missed("b", "2").FeedbackGiven("b", "ada").FeedbackWithdrawn("b", "ada")
            .OfferPrepared("b").Offered("b").OfferAccepted("b").OfferDeclined("b").OfferWithdrawn("b").OfferExpired("b").Reviewed("b").Answered("b", automated: true)
            .SnoozeEnded().BarLifted().MergedInto("berta").Unmerged().Erased().ToHostFacts();

        Assert.Equal(
            [
                "application.drafted", "application.abandoned", "application.prospect_added", "application.prospect_converted", "application.copied", "application.transferred",
                "application.merged", "application.removed", "interview.slots_offered", "interview.scheduled", "interview.rescheduled", "interview.cancelled", "interview.missed",
                "feedback.given", "feedback.withdrawn", "offer.prepared", "offer.made", "offer.accepted", "offer.declined", "offer.withdrawn", "offer.expired", "application.reviewed",
                "touchpoint.recorded", "candidate.snooze_ended", "candidate.contact_bar_lifted", "candidate.merged", "candidate.unmerged", "candidate.erased",
            ],
            told.Select(f => EntryTypes.NameOf(f.Fact)));
        Assert.Equal(told.Length, told.Select(f => f.EventId).Distinct().Count());
        Assert.Equal((TouchAnswer.Ending, true), told[22].Fact is TouchpointRecorded touch ? (touch.Answers, touch.Automated) : default);
        Assert.Equal(PersonId.From("recruiter-1"), told[21].Actor.Person);
        Assert.Equal(ActorKind.Host, told[22].Actor.Kind);
    }

    [Fact]
    public void Every_word_tells_its_fact()
    {
        var told = TimelineBuilder.Of("anna").At("2026-03-02T10:00Z")
            .Found().Replied("app-1").Messaged("app-1", automated: true).Applied("app-1", "req-1", "standard").Entered("app-1", "interview").Interviewed("app-1")
            .Offered("app-1").Withdrew("app-1").Reopened("app-1").Hired("app-1", new LocalDate(2026, 4, 1)).Left()
            .ToEvents(TenantId.From("acme"));

        Assert.Equal(
            [
                "candidate.found", "touchpoint.recorded", "touchpoint.recorded", "application.submitted", "application.stage_entered", "interview.held",
                "offer.made", "application.ended", "application.reopened", "application.hired", "lifecycle.employment_ended",
            ],
            told.Select(e => EntryTypes.NameOf(e.Entry)));
        Assert.Equal((Direction.Outbound, true), told[2].Entry is TouchpointRecorded touch ? (touch.Direction, touch.Automated) : default);
        Assert.All(told, e => Assert.Equal(TenantId.From("acme"), e.Relationship.Tenant));
    }

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-02T10:00")]
    [InlineData("Monday")]
    public void An_instant_has_an_offset(string text) => Assert.Throws<ArgumentException>(() => TimelineBuilder.Of("anna").At(text));

    [Fact]
    public void A_fact_needs_an_instant() => Assert.Throws<InvalidOperationException>(() => TimelineBuilder.Of("anna").Found());
}
