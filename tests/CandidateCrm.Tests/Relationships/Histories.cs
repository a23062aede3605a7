using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

/// <summary>Random histories of one candidate: some weeks, half of the events on instants that others have too, contradictions among them.</summary>
internal static class Histories
{
    internal static RelationshipKey Anna { get; } = new(TenantId.From("acme"), CandidateId.From("anna"));

    internal static Instant Start { get; } = Instant.FromUtc(2026, 3, 2, 8, 0);

    internal static Arbitrary<TimelineEvent[]> Any { get; } = Arb.From(
        from count in Gen.Choose(1, 22)
        from events in Gen.ArrayOf(Moment.SelectMany(_ => Fact, (at, fact) => (at, fact)), count)
        from orders in Gen.ArrayOf(Gen.Choose(0, 2), count)
        select events.Select((e, i) => Event($"e{i}", e.at, e.fact, orders[i]) with { Actor = ActorOf(e.fact, orders[i]) }).ToArray(),
        Shrunk);

    /// <summary>Somebody answers for two of three endings, and for two of three who are said to have reviewed one.</summary>
    private static Actor ActorOf(IFact fact, int order) => fact is ApplicationEnded or ApplicationReviewed && order != 1 ? Actor.Of(PersonId.From("ada")) : default;

    internal static TimelineEvent Event(string id, Instant at, ITimelineEntry entry, long order = 0) => new()
    {
        Relationship = Anna,
        Id = EventId.From(id),
        OccurredAt = at,
        RecordedAt = at,
        SourceOrder = order,
        Entry = entry,
    };

    // Few instants, so that many events share one; some on the opening and closing of the office, where alarms ring.
    internal static Gen<Instant> Moment => Gen.OneOf(
        Gen.Choose(0, 50 * 24).Select(hour => Start + Duration.FromHours(hour)),
        Gen.Choose(0, 20).Select(day => Start + Duration.FromDays(day) + Duration.FromHours(9)));

    private static Gen<JobApplicationId> Application => Gen.Elements("app-1", "app-2", "app-3").Select(JobApplicationId.From);

    internal static Gen<IFact> Fact => Gen.Frequency(
        (3, Application.Select(IFact (a) => new ApplicationSubmitted { Application = a, Requisition = RequisitionId.From("req-1") })),
        (3, Application.SelectMany(_ => Gen.Elements("screening", "interview", "final", "somewhere"), IFact (a, s) => new StageEntered { Application = a, Stage = StageKey.From(s) })),
        (2, Application.SelectMany(_ => Gen.Elements(Enum.GetValues<Disposition>().Where(d => d != Disposition.Hired).ToArray()), IFact (a, d) => new ApplicationEnded { Application = a, Disposition = d })),
        (1, Application.Select(IFact (a) => new ApplicationReopened { Application = a })),
        (4, Interview),
        (3, Offer),
        (2, Application.SelectMany(_ => Date, IFact (a, day) => new CandidateHired { Application = a, StartsOn = day })),
        (1, Application.SelectMany(_ => Date, IFact (a, day) => new StartDateMoved { Application = a, StartsOn = day ?? new LocalDate(2026, 4, 1) })),
        (3, OfPerson),
        (1, Gen.Elements("filled", "cancelled").Select(IFact (reason) => new RequisitionClosed { Requisition = RequisitionId.From("req-1"), Reason = ReasonCode.From(reason) })),
        (4, Course),
        (1, Gen.Constant<IFact>(new EmploymentEnded())),
        (1, Gen.Constant<IFact>(new CandidateFound { Source = SourceCode.From("careers-site") })),
        (5, Touch));

    /// <summary>Gets anything about an interview or an offer of any application.</summary>
    internal static Gen<IFact> Arrangement => Gen.Frequency((4, Interview), (3, Offer));

    private static Gen<InterviewId> InterviewOf => Gen.Elements("int-1", "int-2").Select(InterviewId.From);

    private static Gen<PersonId> Person => Gen.Elements("ada", "bob", "cy").Select(PersonId.From);

    /// <summary>Dates of interviews, ends of choices and of times to answer lie before, at and after other things.</summary>
    private static Gen<IFact> Interview =>
        from a in Application
        from i in InterviewOf
        from startsAt in Moment
        from until in Moment
        from zone in Gen.Elements("America/New_York", null)
        from panel in Gen.Elements<ImmutableArray<PersonId>>([], [PersonId.From("ada"), PersonId.From("bob")], [PersonId.From("cy")])
        from who in Person
        from hasEnd in Gen.Elements(true, false)
        from fact in Gen.Frequency<IFact>(
            (3, Gen.Constant<IFact>(new InterviewScheduled { Application = a, Interview = i, StartsAt = startsAt, EndsAt = hasEnd ? startsAt + Duration.FromHours(1) : null, Zone = zone, Interviewers = panel })),
            (2, Gen.Constant<IFact>(new InterviewRescheduled { Application = a, Interview = i, StartsAt = startsAt, Interviewers = panel })),
            (1, Gen.Constant<IFact>(new InterviewCancelled { Application = a, Interview = i })),
            (1, Gen.Constant<IFact>(new InterviewMissed { Application = a, Interview = i, By = Absentee.Candidate })),
            (2, Gen.Constant<IFact>(new InterviewHeld { Application = a, Interview = i, Interviewers = panel })),
            (1, Gen.Constant<IFact>(new InterviewSlotsOffered { Application = a, Interview = i, Until = hasEnd ? until : null })),
            (2, Gen.Constant<IFact>(new FeedbackGiven { Application = a, Interview = i, By = who })),
            (1, Gen.Constant<IFact>(new FeedbackWithdrawn { Application = a, Interview = i, By = who })))
        select fact;

    private static Gen<IFact> Offer =>
        from a in Application
        from o in Gen.Elements("offer-1", "offer-2", "").Select(id => id.Length == 0 ? default : OfferId.From(id))
        from version in Gen.Choose(0, 2)
        from answerBy in Moment
        from hasEnd in Gen.Elements(true, true, false)
        from fact in Gen.Frequency<IFact>(
            (4, Gen.Constant<IFact>(new OfferMade { Application = a, Offer = o, Version = version, AnswerBy = hasEnd ? answerBy : null })),
            (1, Gen.Constant<IFact>(new OfferPrepared { Application = a, Offer = o, Version = version })),
            (1, Gen.Constant<IFact>(new OfferAccepted { Application = a, Offer = o })),
            (1, Gen.Constant<IFact>(new OfferDeclined { Application = a, Offer = o })),
            (1, Gen.Constant<IFact>(new OfferWithdrawn { Application = a, Offer = o })),
            (1, Gen.Constant<IFact>(new OfferExpired { Application = a, Offer = o })),
            (1, Gen.Constant<IFact>(new OfferRemoved { Application = a, Offer = o })))
        select fact;
    /// <summary>Days before, within and after the histories, on one of which the clock of Berlin goes forward.</summary>
    private static Gen<LocalDate?> Date => Gen.Elements<LocalDate?>(null, new(2026, 1, 5), new(2026, 3, 2), new(2026, 3, 16), new(2026, 3, 29), new(2026, 4, 6), new(2026, 5, 4));

    /// <summary>What is told of the person, and of no application. Little of it closes the relationship, so that most histories go on.</summary>
    private static Gen<IFact> OfPerson => Gen.Frequency(
        (4, Date.Select(IFact (day) => new CandidateSnoozed { Until = day ?? new LocalDate(2026, 3, 11), Reason = day is null ? default : ReasonCode.From("later") })),
        (1, Gen.Constant<IFact>(new SnoozeEnded())),
        (2, Gen.Constant<IFact>(new ContactBarred())),
        (2, Gen.Constant<IFact>(new ContactBarLifted())),
        (3, Gen.Elements(PersonRole.BuiltIn.ToArray()).Select(IFact (role) => new RoleTaken { Role = role })),
        (2, Gen.Elements(PersonRole.BuiltIn.ToArray()).Select(IFact (role) => new RoleLeft { Role = role })),
        (3, Gen.Elements(Enum.GetValues<Availability>()).Select(IFact (value) => new AvailabilityStated { Availability = value })),
        (3, Gen.Elements("warm-german", "list", "hired-lately", "nobody-knows").Two().SelectMany(_ => Gen.Elements(Enum.GetValues<SegmentDecision>()), IFact (keys, decision) => new SegmentMembershipDecided { Segment = SegmentKey.From(keys.Item1), Decision = decision, Reason = ReasonCode.From("by-hand") })),
        (2, Gen.Elements(Enum.GetValues<InterestLevel>()).Select(IFact (value) => new InterestStated { Level = value })),
        (3, Attributes),
        (1, Gen.Elements("berta", "carl").Select(IFact (other) => new CandidateMerged { Into = CandidateId.From(other) })),
        (3, Gen.Constant<IFact>(new CandidateUnmerged())),
        (1, Gen.Frequency((1, Gen.Constant<IFact>(new CandidateErased())), (5, Gen.Constant<IFact>(new CandidateFound { Source = SourceCode.From("fair"), Campaign = CampaignCode.From("spring") })))));

    /// <summary>What is told of attributes, with row versions that come in any order, and with names and types that rules declare or do not.</summary>
    private static Gen<IFact> Attributes =>
        from country in Gen.Elements<AttributeValue>("DE", "AT", default, 3)
        from skills in Gen.Elements(AttributeValue.Texts("C#", "F#"), AttributeValue.Texts("F#"), default)
        from which in Gen.Choose(0, 3)
        from version in Gen.Elements<long?>(null, 1, 2, 3)
        select (IFact)new AttributesChanged
        {
            RowVersion = version,
            Values = which switch
            {
                0 => [Field("country", country)],
                1 => [Field("skills", skills)],
                2 => [Field("country", country), Field("skills", skills), Field("gender", "f")],
                _ => [Field("email", "a@example.org"), Field("unheard-of", skills)],
            },
        };

    private static FactField Field(string name, AttributeValue value) => new(FactCode.From(name), value);

    /// <summary>What comes before a submission, and what hosts take back, move, copy, merge and delete.</summary>
    private static Gen<IFact> Course =>
        from a in Application
        from b in Application.Where(other => other != a)
        from requisition in Gen.Elements("req-1", "req-1", "req-2").Select(RequisitionId.From)
        from fact in Gen.Elements<IFact>(
            new ApplicationDrafted { Application = a, Requisition = requisition },
            new ApplicationDrafted { Application = a },
            new ApplicationAbandoned { Application = a },
            new ProspectAdded { Application = a, Requisition = requisition },
            new ProspectConverted { Application = a, Requisition = requisition },
            new ApplicationSubmitted { Application = a },
            new ApplicationSubmitted { Application = a, Requisition = requisition },
            new StageEntered { Application = a, Stage = StageKey.From("somewhere"), Category = StageCategory.Check, Reason = ReasonCode.From("panel") },
            new InterviewHeld { Application = a, Interview = InterviewId.From("i-1") },
            new ApplicationReopened { Application = a, Stage = StageKey.From("screening") },
            new ApplicationTransferred { Application = a, Requisition = requisition },
            new ApplicationCopied { Application = a, From = b, Requisition = requisition },
            new ApplicationsMerged { Application = a, Duplicate = b },
            new ApplicationRemoved { Application = a },
            new ApplicationReviewed { Application = a })
        select fact;

    private static Gen<IFact> Touch =>
        from kind in Gen.Elements(TouchKinds.EmailReplied, TouchKinds.EmailClicked, TouchKinds.EmailUnsubscribed, TouchKinds.EmailDelivered)
        from application in Gen.OneOf(Application, Gen.Constant(default(JobApplicationId)))
        from automated in Gen.Elements(true, false)
        from answers in Gen.Elements(TouchAnswer.Unsaid, TouchAnswer.Unsaid, TouchAnswer.Ending, TouchAnswer.Other)
        select (IFact)new TouchpointRecorded
        {
            Kind = kind,
            Direction = kind == TouchKinds.EmailDelivered ? Direction.Outbound : Direction.Inbound,
            Application = application,
            Automated = automated,
            Answers = answers,
        };

    private static IEnumerable<TimelineEvent[]> Shrunk(TimelineEvent[] events) =>
        events.Length <= 1 ? [] : Enumerable.Range(0, events.Length).Select(i => events.Where((_, j) => j != i).ToArray());
}
