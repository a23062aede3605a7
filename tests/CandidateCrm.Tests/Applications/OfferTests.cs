using CandidateCrm.Applications;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Tests.Applications;

/// <summary>How the offer of an application stands after what was told of it, and what is reported.</summary>
public sealed class OfferTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly OfferId One = OfferId.From("offer-1");
    private static readonly OfferId Two = OfferId.From("offer-2");
    private static readonly Instant Monday = InstantPattern.General.Parse("2026-03-02T09:00:00Z").GetValueOrThrow();
    private static readonly Instant Friday = Monday + Duration.FromDays(4);

    private static OfferMade Made { get; } = new() { Application = App, Offer = One, Version = 1, AnswerBy = Friday, StartsOn = new LocalDate(2026, 5, 4) };

    private static OfferAccepted Accepted { get; } = new() { Application = App };

    [Fact]
    public void An_offer_is_prepared_made_and_accepted()
    {
        var prepared = After(new OfferPrepared { Application = App, Offer = One, Version = 1 })!;
        var made = After(new OfferPrepared { Application = App, Offer = One, Version = 1 }, Made)!;
        var accepted = After(new OfferPrepared { Application = App, Offer = One, Version = 1 }, Made, Accepted)!;

        Assert.Equal((OfferStatus.Prepared, null, null, 0), (prepared.Status, prepared.MadeAt, prepared.SettledAt, prepared.Number));
        Assert.Equal((OfferStatus.Made, Monday + Duration.FromHours(2), Friday, new LocalDate(2026, 5, 4), null, 1), (made.Status, made.MadeAt, made.AnswerBy, made.StartsOn, made.SettledAt, made.Number));
        Assert.Equal((OfferStatus.Accepted, One, 1, Monday + Duration.FromHours(3)), (accepted.Status, accepted.Offer, accepted.Version, accepted.SettledAt));
        Assert.Empty(Findings(new OfferPrepared { Application = App, Offer = One, Version = 1 }, Made, Accepted));
    }

    [Fact]
    public void Made_again_with_another_version_it_is_revised_and_has_the_new_terms_only()
    {
        var revised = After(Made, new OfferMade { Application = App, Version = 2 })!;

        Assert.Equal((One, 2, null, null, Monday + Duration.FromHours(2), 2), (revised.Offer, revised.Version, revised.AnswerBy, revised.StartsOn, revised.MadeAt, revised.Number));
        Assert.Empty(Findings(Made, new OfferMade { Application = App, Version = 2 }));
        Assert.Equal(["offer.version_older app-1"], Findings(Made with { Version = 3 }, Made));
    }

    [Fact]
    public void The_same_offer_told_again_is_one_offer_but_one_without_a_name_may_be_another()
    {
        Assert.Equal((1, Monday + Duration.FromHours(1)), (After(Made, Made)!.Number, After(Made, Made)!.MadeAt));
        Assert.Equal(2, After(new OfferMade { Application = App }, new OfferMade { Application = App })!.Number);
    }

    [Fact]
    public void An_offer_expires_when_its_time_is_over_and_an_answer_at_that_very_instant_still_counts()
    {
        var expired = Folded(Friday, (Monday, Made));
        var inTime = Folded(Friday, (Monday, Made), (Friday, Accepted));
        var late = Folded(Friday + Duration.FromDays(1), (Monday, Made), (Friday + Duration.FromTicks(10), Accepted));

        Assert.Equal(new OfferLapsed { Application = App, Offer = One, AnswerBy = Friday, Ordinal = 1 }, Assert.Single(expired.Derived, e => e.Entry is OfferLapsed && e.OccurredAt == Friday).Entry);
        Assert.Equal((OfferStatus.Expired, Friday), (Of(expired)!.Status, Of(expired)!.SettledAt));
        Assert.DoesNotContain(inTime.Derived, e => e.Entry is OfferLapsed or FindingNoted);
        Assert.Equal(OfferStatus.Accepted, Of(inTime)!.Status);
        Assert.Equal((OfferStatus.Accepted, "offer.answered_late app-1"), (Of(late)!.Status, Assert.Single(FindingsOf(late))));
    }

    [Fact]
    public void What_the_host_tells_of_an_expiry_that_is_known_is_nothing_new()
    {
        var told = Folded(Friday + Duration.FromDays(1), (Monday, Made), (Friday + Duration.FromHours(1), new OfferExpired { Application = App }));

        Assert.Equal((OfferStatus.Expired, Friday), (Of(told)!.Status, Of(told)!.Since));
        Assert.Empty(FindingsOf(told));
        Assert.Equal(OfferStatus.Expired, After(Made with { AnswerBy = null }, new OfferExpired { Application = App, Offer = One })!.Status);
    }

    [Fact]
    public void An_offer_whose_time_was_over_when_it_was_told_expires_at_once()
    {
        var decision = Folded(Friday, (Monday, Made with { AnswerBy = Monday - Duration.FromDays(1) }));

        Assert.Equal((OfferStatus.Expired, Monday), (Of(decision)!.Status, Of(decision)!.Since));
        Assert.Empty(decision.Next.Faults);
    }

    [Fact]
    public void An_answered_offer_has_no_alarm() => Assert.Equal((Friday, null), (Folded(Monday, (Monday, Made)).Next.NextChangeAt, Folded(Monday, (Monday, Made), (Monday, Accepted)).Next.NextChangeAt));

    public static TheoryData<string, IFact[], string[]> Rows => new()
    {
        { "Accepted", [Accepted], ["offer.unknown app-1"] },
        { "Declined", [new OfferDeclined { Application = App }], ["offer.unknown app-1"] },
        { "Accepted", [Made, Accepted, Accepted], [] },
        { "Declined", [Made, Accepted, new OfferDeclined { Application = App }], [] },
        { "Withdrawn", [Made, Accepted, new OfferWithdrawn { Application = App }], [] },
        { "Accepted", [Made, new OfferDeclined { Application = App }, Accepted], ["offer.out_of_turn app-1:declined:accept"] },
        { "Accepted", [new OfferPrepared { Application = App }, Accepted], ["offer.out_of_turn app-1:prepared:accept"] },
        { "Withdrawn", [new OfferPrepared { Application = App }, new OfferWithdrawn { Application = App }], [] },
        { "Made", [Made, new OfferPrepared { Application = App, Offer = One, Version = 2 }], [] },
        { "Accepted", [Made, Accepted, new OfferPrepared { Application = App, Offer = Two }], [] },
        { "Made", [Made, Accepted, new OfferMade { Application = App, Offer = One, Version = 2 }], ["offer.out_of_turn app-1:accepted:make"] },
        { "Made", [Made, new OfferMade { Application = App, Offer = Two }], ["offer.another_live app-1"] },
        { "Made", [Made, new OfferMade { Application = App, Offer = Two }, new OfferWithdrawn { Application = App, Offer = One }], ["offer.another_live app-1", "offer.unknown app-1"] },
        { "Made", [Made, new OfferDeclined { Application = App }, new OfferMade { Application = App, Offer = Two }], [] },
        { "-", [Made, new OfferRemoved { Application = App }], [] },
        { "-", [new OfferRemoved { Application = App }], ["offer.unknown app-1"] },
        { "Made", [Made, Rejected], [] },
        { "-", [new OfferPrepared { Application = App }, Rejected], [] },
        { "Withdrawn", [Made, Rejected, new OfferWithdrawn { Application = App }], [] },
        { "-", [Made, Rejected, new OfferDeclined { Application = App }, new OfferRemoved { Application = App }, new OfferExpired { Application = App }], [] },
        { "Made", [Rejected, Made], ["application.ended_already app-1"] },
        { "Made", [Made, Rejected, Made], ["application.ended_already app-1"] },
        { "Accepted", [Made, Rejected, Accepted], ["application.ended_already app-1"] },
        { "Accepted", [Made, Rejected, Accepted, new ApplicationReopened { Application = App }], ["application.ended_already app-1"] },
        { "Accepted", [Made, new CandidateHired { Application = App }, Accepted], [] },
        { "Accepted", [Made, Accepted, new CandidateHired { Application = App }, new ApplicationReopened { Application = App }], [] },
        { "Made", [Made, new CandidateHired { Application = App }, new ApplicationReopened { Application = App }], [] },
        { "Accepted", [Made, Rejected, new ApplicationReopened { Application = App }, Accepted], [] },
    };

    [Theory]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void What_does_not_fit_is_followed_and_reported(string status, IFact[] facts, string[] findings)
    {
        Assert.Equal(status, After(facts)?.Status.ToString() ?? "-");
        Assert.Equal(findings, Findings(facts));
    }

    [Fact]
    public void No_number_of_an_offer_is_used_again_after_another_one_a_removal_or_the_end()
    {
        Assert.Equal(2, After(Made, new OfferMade { Application = App, Offer = Two })!.Number);
        Assert.Equal(2, After(Made, new OfferRemoved { Application = App }, Made)!.Number);
        Assert.Equal(2, After(Made, Rejected, new ApplicationReopened { Application = App }, Made with { Version = 2 })!.Number);
        Assert.Equal(1, After(Made, Rejected, new ApplicationReopened { Application = App }, Made)!.Number);
    }

    [Fact]
    public void An_offer_of_an_application_that_has_ended_rests_and_expires_when_it_goes_on_too_late()
    {
        var rests = Folded(Friday + Duration.FromDays(9), (Monday, Made), (Monday, Rejected));
        var inTime = Folded(Friday, (Monday, Made), (Monday, Rejected), (Friday, new ApplicationReopened { Application = App }));
        var late = Folded(Friday + Duration.FromDays(9), (Monday, Made), (Monday, Rejected), (Friday + Duration.FromDays(1), new ApplicationReopened { Application = App }));

        Assert.Equal((OfferStatus.Made, null), (Of(rests)!.Status, rests.Next.NextChangeAt));
        Assert.Equal((OfferStatus.Expired, Friday), (Of(inTime)!.Status, Of(inTime)!.Since));
        Assert.Equal((OfferStatus.Expired, Friday + Duration.FromDays(1)), (Of(late)!.Status, Of(late)!.Since));
        Assert.Single(late.Derived, e => e.Entry is OfferLapsed);
        Assert.Empty(late.Next.Faults);
    }

    private static ApplicationEnded Rejected { get; } = new() { Application = App, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("salary") };

    private static OfferState? After(params IFact[] facts) => Of(Folded(facts));

    private static string[] Findings(params IFact[] facts) => FindingsOf(Folded(facts));

    private static OfferState? Of(Decision decision) => decision.Next.Applications!.Find(App)!.Offer;

    private static string[] FindingsOf(Decision decision) =>
        [.. decision.Derived.Select(e => e.Entry).OfType<FindingNoted>().Where(f => f.Code != FindingCodes.PhaseRefused).Select(f => $"{f.Code} {f.Subject}")];

    /// <summary>Folds an application and then the facts, an hour after one another.</summary>
    private static Decision Folded(params IFact[] facts) =>
        Folded(Monday + Duration.FromHours(facts.Length), [.. facts.Select((fact, i) => (Monday + Duration.FromHours(i + 1), fact))]);

    private static Decision Folded(Instant until, params (Instant At, IFact Fact)[] facts)
    {
        var submitted = Histories.Event("submitted", Monday - Duration.FromHours(1), new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") });
        var told = facts.Select((fact, i) => Histories.Event($"f{i}", fact.At, fact.Fact));
        return new RelationshipEngine().Replay(Histories.Anna, [submitted, .. told], Rules, until);
    }

    private static ActivationLog Rules { get; } = ActivationLog.Always(TestRules.Everything with { Expectations = [], Scores = [] });
}
