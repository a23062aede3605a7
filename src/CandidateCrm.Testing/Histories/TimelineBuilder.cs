using System.Collections.Immutable;
using System.Globalization;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>
/// Tells the story of one candidate: <c>TimelineBuilder.Of("anna").At("2026-03-02T10:00+01:00").Applied("app-1", "req-1")</c>. Ids come
/// from natural keys such as <c>application:app-1:submitted</c>, a second one of the same key gets a number. What is told at one instant
/// keeps the order of telling. Not safe for concurrent use.
/// </summary>
public sealed class TimelineBuilder
{
    private readonly List<HostFact> _facts;
    private readonly Dictionary<string, int> _used;
    private readonly CandidateId _candidate;
    private Instant? _at;
    private Actor _actor;

    private TimelineBuilder(CandidateId candidate)
    {
        _candidate = candidate;
        _facts = [];
        _used = new Dictionary<string, int>(StringComparer.Ordinal);
    }

    private TimelineBuilder(TimelineBuilder other)
    {
        (_candidate, _at, _actor) = (other._candidate, other._at, other._actor);
        _facts = [.. other._facts];
        _used = new Dictionary<string, int>(other._used, StringComparer.Ordinal);
    }

    /// <summary>Gets the instant at which the next fact is told; null before the first <see cref="At(string)"/>.</summary>
    public Instant? Now => _at;

    /// <summary>Begins the story of a candidate.</summary>
    public static TimelineBuilder Of(string candidate) => new(CandidateId.From(candidate));

    /// <summary>Goes to an instant, forwards or back.</summary>
    /// <param name="instant">ISO 8601 with an offset or Z, seconds optional: <c>2026-03-02T10:00+01:00</c>.</param>
    /// <exception cref="ArgumentException">The text is not such an instant.</exception>
    public TimelineBuilder At(string instant) => At(InstantReader.Read(instant));

    /// <summary>Goes to an instant, forwards or back.</summary>
    public TimelineBuilder At(Instant instant)
    {
        _at = instant;
        return this;
    }

    /// <summary>Goes on by a duration.</summary>
    /// <exception cref="InvalidOperationException">No instant was said before.</exception>
    public TimelineBuilder Later(Duration duration) => At(Instant() + duration);

    /// <summary>Says who acts from now on; the host product by default.</summary>
    public TimelineBuilder By(Actor actor)
    {
        _actor = actor;
        return this;
    }

    /// <summary>Tells that we found the candidate.</summary>
    public TimelineBuilder Found(string source = "careers-site") =>
        Told($"candidate:{_candidate}:found", new CandidateFound { Source = SourceCode.From(source) });

    /// <summary>Tells that the candidate applied.</summary>
    public TimelineBuilder Applied(string application, string requisition, string? pipeline = null) => Told(
        $"application:{application}:submitted",
        new ApplicationSubmitted
        {
            Application = JobApplicationId.From(application),
            Requisition = RequisitionId.From(requisition),
            Pipeline = pipeline is null ? default : PipelineKey.From(pipeline),
        });

    /// <summary>Tells that an application moved to a stage.</summary>
    public TimelineBuilder Entered(string application, string stage) =>
        Told($"application:{application}:stage:{stage}", new StageEntered { Application = JobApplicationId.From(application), Stage = StageKey.From(stage) });

    /// <summary>Tells that an interview took place.</summary>
    public TimelineBuilder Interviewed(string application, string interview = "1") => Told(
        $"interview:{application}:{interview}:held",
        new InterviewHeld { Application = JobApplicationId.From(application), Interview = InterviewId.From(interview) });

    /// <summary>Tells that an offer was made.</summary>
    public TimelineBuilder Offered(string application) =>
        Told($"application:{application}:offer", new OfferMade { Application = JobApplicationId.From(application) });

    /// <summary>Tells that we said no: a person does, also where nobody was said to act.</summary>
    /// <param name="application">The application.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">The person who answers for it, where <see cref="By"/> has not said one.</param>
    public TimelineBuilder Rejected(string application, string reason = "not-a-match", string by = "recruiter-1")
    {
        var acting = _actor;
        By(acting.Person.IsAssigned ? acting : Actor.Of(PersonId.From(by)));
        Ended(application, Disposition.Rejected, reason);
        return By(acting);
    }

    /// <summary>Tells that a person answers for a rejection that was told without one; the actor, where <see cref="By"/> has said a person.</summary>
    public TimelineBuilder Reviewed(string application, string by = "recruiter-1")
    {
        var acting = _actor;
        By(acting.Person.IsAssigned ? acting : Actor.Of(PersonId.From(by)));
        Told($"application:{application}:reviewed", new ApplicationReviewed { Application = JobApplicationId.From(application) });
        return By(acting);
    }

    /// <summary>Tells that the candidate withdrew.</summary>
    public TimelineBuilder Withdrew(string application, string reason = "other-offer") => Ended(application, Disposition.Withdrew, reason);

    /// <summary>Tells that an application ended without a hire.</summary>
    public TimelineBuilder Ended(string application, Disposition disposition, string? reason = null) => Told(
        $"application:{application}:ended",
        new ApplicationEnded
        {
            Application = JobApplicationId.From(application),
            Disposition = disposition,
            Reason = reason is null ? default : ReasonCode.From(reason),
        });

    /// <summary>Tells that an ended application goes on.</summary>
    public TimelineBuilder Reopened(string application) =>
        Told($"application:{application}:reopened", new ApplicationReopened { Application = JobApplicationId.From(application) });

    /// <summary>Tells that the candidate was hired.</summary>
    public TimelineBuilder Hired(string application, LocalDate? startsOn = null) =>
        Told($"application:{application}:hired", new CandidateHired { Application = JobApplicationId.From(application), StartsOn = startsOn });

    /// <summary>Tells that an opening was closed for everybody who had applied for it.</summary>
    public TimelineBuilder Closed(string requisition, string reason = "filled") => Told(
        $"requisition:{requisition}:closed:{_candidate}",
        new RequisitionClosed { Requisition = RequisitionId.From(requisition), Reason = ReasonCode.From(reason) });

    /// <summary>Tells that a hired candidate left.</summary>
    public TimelineBuilder Left() => Told($"candidate:{_candidate}:left", new EmploymentEnded());

    /// <summary>Tells that the first day of work is another one.</summary>
    public TimelineBuilder StartMoved(string application, LocalDate startsOn) =>
        Told($"application:{application}:start", new StartDateMoved { Application = JobApplicationId.From(application), StartsOn = startsOn });

    /// <summary>Tells that the candidate was set aside until a date.</summary>
    public TimelineBuilder Snoozed(LocalDate until, string? reason = null) =>
        Told($"candidate:{_candidate}:snoozed", new CandidateSnoozed { Until = until, Reason = reason is null ? default : ReasonCode.From(reason) });

    /// <summary>Tells that nobody is to approach the candidate any more.</summary>
    public TimelineBuilder Barred(string? reason = null) =>
        Told($"candidate:{_candidate}:barred", new ContactBarred { Reason = reason is null ? default : ReasonCode.From(reason) });

    /// <summary>Tells whether the candidate looks for another job.</summary>
    public TimelineBuilder Stated(Availability availability) =>
        Told($"candidate:{_candidate}:availability", new AvailabilityStated { Availability = availability });

    /// <summary>Tells attributes of the candidate, of no row version.</summary>
    public TimelineBuilder Attributes(params FactField[] values) =>
        Told($"candidate:{_candidate}:attributes", new AttributesChanged { Values = [.. values] });

    /// <summary>Tells that the candidate wrote to us.</summary>
    public TimelineBuilder Replied(string? application = null) => Touched(TouchKinds.EmailReplied, Direction.Inbound, application);

    /// <summary>Tells that we wrote to the candidate.</summary>
    /// <param name="application">The application it belongs to, if any.</param>
    /// <param name="automated">Whether no person took part.</param>
    public TimelineBuilder Messaged(string? application = null, bool automated = false) =>
        Touched(TouchKinds.EmailDelivered, Direction.Outbound, application, automated);

    /// <summary>Tells that we told the candidate how an application ended.</summary>
    /// <param name="application">The application.</param>
    /// <param name="automated">Whether no person took part.</param>
    public TimelineBuilder Answered(string application, bool automated = false) => Told(
        $"touch:{_candidate}:{TouchKinds.EmailDelivered}",
        new TouchpointRecorded
        {
            Kind = TouchKinds.EmailDelivered,
            Direction = Direction.Outbound,
            Application = JobApplicationId.From(application),
            Automated = automated,
            Answers = TouchAnswer.Ending,
        });

    /// <summary>Tells a touchpoint.</summary>
    public TimelineBuilder Touched(TouchKind kind, Direction direction, string? application = null, bool automated = false) => Told(
        $"touch:{_candidate}:{kind}",
        new TouchpointRecorded
        {
            Kind = kind,
            Direction = direction,
            Application = application is null ? default : JobApplicationId.From(application),
            Automated = automated,
        });

    /// <summary>Tells any fact under an id of its own, or under the next number of an id that was used.</summary>
    public TimelineBuilder Told(string eventId, IFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var number = _used[eventId] = _used.GetValueOrDefault(eventId) + 1;
        var at = Instant();
        _facts.Add(new HostFact
        {
            Candidate = _candidate,
            EventId = EventId.From(number == 1 ? eventId : string.Create(CultureInfo.InvariantCulture, $"{eventId}:{number}")),
            OccurredAt = at,
            SourceOrder = _facts.Count(f => f.OccurredAt == at),
            Actor = _actor,
            Fact = fact,
        });
        return this;
    }

    /// <summary>Returns the facts in the order of telling.</summary>
    public ImmutableArray<HostFact> ToHostFacts() => [.. _facts];

    /// <summary>Returns the facts as events in the order of telling, recorded when they happened.</summary>
    /// <param name="tenant">The tenant; <see cref="TenantId.Single"/> where none is given.</param>
    public ImmutableArray<TimelineEvent> ToEvents(TenantId tenant = default) =>
        [.. _facts.Select(f => f.ToEvent(tenant.IsAssigned ? tenant : TenantId.Single, f.OccurredAt, DateTimeZone.Utc))];

    internal CandidateId Candidate => _candidate;

    internal TimelineBuilder Copy() => new(this);

    private Instant Instant() => _at ?? throw new InvalidOperationException("Say when first: At(\"2026-03-02T10:00+01:00\").");
}
