using System.Globalization;
using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>Lets facts in. Refused is only what is malformed; what a rule forbids goes in and becomes a finding.</summary>
internal static class Door
{
    /// <summary>How far ahead of the clock an event may be: the clocks of two systems are never quite the same.</summary>
    internal static readonly Duration Tolerance = Duration.FromMinutes(5);

    /// <summary>An envelope stands around the data when they are read again, and readers go 64 deep.</summary>
    private const int DeepestData = 32;

    private static readonly Instant Earliest = Instant.FromUtc(1900, 1, 1, 0, 0);

    private static readonly Duration LongestDay = Duration.FromHours(25);

    private static Refusal InFuture { get; } = new() { Code = FindingCodes.EventInFuture, Sentence = "The event is more than five minutes ahead of the clock. A planned instant is a field of a fact, not its own." };

    /// <summary>Makes the event of a fact, or says why not. A date is one of the zone that the tenant had on it.</summary>
    internal static (TimelineEvent? Event, Refusal? Refusal) Admit(TenantId tenant, HostFact? fact, Instant now, ActivationLog log)
    {
        if (fact is null)
        {
            return (null, Malformed("There is no fact in this place."));
        }

        if (FaultOf(fact, now) is { } refusal)
        {
            return (null, refusal);
        }

        // A date stands at its start, so that one told as its noon is not ahead in the morning.
        var told = fact.ToEvent(tenant, now, log.At(fact.OccurredAt).Zone);
        return told.OccurredAt > now + Tolerance ? (null, InFuture) : (told, null);
    }

    /// <summary>Says what is malformed of a retraction; null where nothing is.</summary>
    internal static Refusal? FaultOf(FactsRetracted retraction) => retraction switch
    {
        { Events.IsEmpty: true, Batch.IsAssigned: false } => Malformed("A retraction names facts or a batch."),
        { Events.IsEmpty: false, Batch.IsAssigned: true } => Malformed("A retraction names facts or a batch, not both."),
        { Reason.IsAssigned: false } => Malformed("A retraction says why."),
        _ when retraction.Events.Any(id => !id.IsAssigned || id.Value[0] == EventId.Reserved) => Malformed("A retraction names facts of the host by their ids."),
        _ => null,
    };

    /// <summary>Says that no more decisions by hand may hold. Who hands one over without waiting for the answer reads it among the findings.</summary>
    internal static Refusal OneTooMany(SegmentsSlice slice) => new()
    {
        Code = FindingCodes.SegmentDecisionsTooMany,
        Sentence = string.Create(CultureInfo.InvariantCulture, $"At most {SegmentChoices.Most} decisions by hand about segments hold for one person, and {slice.Choices.Length} do. Release one of them first."),
    };

    private static Refusal? FaultOf(HostFact fact, Instant now)
    {
        if (!fact.Candidate.IsAssigned || !fact.EventId.IsAssigned)
        {
            return Malformed("A fact names its candidate and has an event id.");
        }

        if (fact.EventId.Value[0] == EventId.Reserved)
        {
            return new Refusal { Code = FindingCodes.EventIdReserved, Sentence = $"Ids that begin with {EventId.Reserved} are made by the library; a host's ids begin otherwise." };
        }

        if (fact.OccurredAt > now + Tolerance + (fact.Precision == Precision.Day ? LongestDay : Duration.Zero))
        {
            return InFuture;
        }

        if (fact.OccurredAt == default)
        {
            return Malformed("The event says no instant: 1970-01-01T00:00Z is what an instant is that nobody set.");
        }

        if (fact.OccurredAt < Earliest)
        {
            return Malformed("The event happened before 1900; its instant is probably a default.");
        }

        return Enum.IsDefined(fact.Precision) && Enum.IsDefined(fact.Trust)
            ? FaultOf(fact.Fact, fact.Candidate)
            : Malformed("Precision and trust are among the values that are defined.");
    }

    private static Refusal? FaultOf(IFact? fact, CandidateId candidate) => fact switch
    {
        null => Malformed("A fact says what happened."),
        UnknownEntry unknown => FaultOf(unknown),
        _ when !EntryTypes.IsKnown(fact.GetType()) => Malformed("The type of the fact is not one of the library's; a host's own facts are custom facts."),
        IApplicationFact { Application: var id } when !IsSubject(id) => Malformed("The application id is assigned and does not begin with an asterisk."),
        IApplicationFact about when FaultOf(about) is { } refusal => refusal,
        CandidateMerged { Into: var into } when !into.IsAssigned || into == candidate => Malformed("A merge names another candidate than its own."),
        RoleTaken { Role.IsAssigned: false } or RoleLeft { Role.IsAssigned: false } => Malformed("A role is named."),
        AvailabilityStated { Availability: var availability } when !Enum.IsDefined(availability) => Malformed("The availability is among the values that are defined."),
        InterestStated { Level: var level } when !Enum.IsDefined(level) => Malformed("The level of interest is among the values that are defined."),
        SegmentMembershipDecided decided when !decided.Segment.IsAssigned || !decided.Reason.IsAssigned || !Enum.IsDefined(decided.Decision) =>
            Malformed("A decision about a segment names the segment, a decision among those that are defined, and a reason."),
        CandidateSnoozed { Until: var until } when !DateSchedule.IsUsable(until) => NoDate(),
        RequisitionClosed { Requisition.IsAssigned: false } or RequisitionClosed { Reason.IsAssigned: false } => Malformed("A closed requisition is named, and there is a reason."),
        CandidateFound { Source.IsAssigned: false } => Malformed("A trace of a candidate names its source."),
        CustomFact { Code.IsAssigned: false } => Malformed("A custom fact has a code."),
        CustomFact custom when custom.Attributes.Any(a => !a.Name.IsAssigned || a.Value.Type == AttributeType.None) => Malformed("An attribute of a custom fact has a name and a value."),
        AttributesChanged changed when changed.Values.IsEmpty || changed.Values.Any(field => !field.Name.IsAssigned) => Malformed("A change of attributes names at least one, each with an assigned name."),
        FactsRetracted retraction => FaultOf(retraction),
        WaitingBegan { Reason.IsAssigned: false } or WaitingEnded { Reason.IsAssigned: false } => Malformed("A wait has a reason."),
        RebaseOrdered { Expectation.IsAssigned: false } => Malformed("The expectation whose promises go over to other rules is named."),
        DueTold { Promise: var promise } when !promise.Expectation.IsAssigned || !HostText.IsId(promise.Subject) => Malformed("The promise whose date was told is named by its key."),
        WaitingBegan { Application: var id } when id.IsAssigned && !IsSubject(id) => About(),
        WaitingEnded { Application: var id } when id.IsAssigned && !IsSubject(id) => About(),
        ContactPromised { Application: var id } when id.IsAssigned && !IsSubject(id) => About(),
        RebaseOrdered { Application: var id } when id.IsAssigned && !IsSubject(id) => About(),
        TaskClosed { Task: var task } when task.Rule is null || !HostText.IsId(task.Subject) => Malformed("A closed task is named by its key, as it was handed over."),
        RelationshipOpened opened when opened.Applications.Any(a => !IsSubject(a.Application) || !a.Requisition.IsAssigned) =>
            Malformed("Each application of an opening balance has an id that does not begin with an asterisk, and a requisition."),
        TouchpointRecorded touch => FaultOf(touch),
        _ => null,
    };

    private static Refusal About() => Malformed("The application id does not begin with an asterisk.");

    private static Refusal? FaultOf(IApplicationFact fact) => fact switch
    {
        StageEntered { Stage.IsAssigned: false } => Malformed("A stage is named."),
        StageEntered { Category: var category } when !Enum.IsDefined(category) => Malformed("The category of a stage is among the values that are defined."),
        IInterviewFact interview => ArrangementFaults.Of(interview) is { } fault ? Malformed(fault) : null,
        IOfferFact offer => ArrangementFaults.Of(offer) is { } fault ? Malformed(fault) : null,
        StartDateMoved { StartsOn: var start } when !DateSchedule.IsUsable(start) => NoDate(),
        ApplicationEnded { Disposition: var disposition } when !Enum.IsDefined(disposition) => Malformed("The disposition is among the values that are defined."),
        ProspectConverted { Requisition.IsAssigned: false } or ApplicationTransferred { Requisition.IsAssigned: false } or ApplicationCopied { Requisition.IsAssigned: false } =>
            Malformed("An application that is converted, transferred or copied names its new requisition."),
        ApplicationCopied { From: var from, Application: var id } when !IsSubject(from) || from == id => Malformed("A copy names the application that it was copied from, and that is another one."),
        ApplicationsMerged { Duplicate: var gone, Application: var id } when !IsSubject(gone) || gone == id => Malformed("A merge names the duplicate, and that is another one than the application that stays."),
        _ => null,
    };

    private static Refusal? FaultOf(TouchpointRecorded touch)
    {
        if (!touch.Kind.IsAssigned || !Enum.IsDefined(touch.Direction))
        {
            return Malformed("A touchpoint has a kind and a defined direction.");
        }

        return touch.Application.IsAssigned && !IsSubject(touch.Application)
            ? Malformed("The application id does not begin with an asterisk.")
            : null;
    }

    /// <summary>What is kept byte for byte has to be readable again, and as the unknown thing that it is.</summary>
    private static Refusal? FaultOf(UnknownEntry unknown)
    {
        if (!HostText.IsId(unknown.Name) || unknown.Version < 1 || EntryTypes.Find(unknown.Name, unknown.Version) is not null)
        {
            return Malformed("An unknown fact has a name and a version from 1 on that this version of the library does not know.");
        }

        return unknown.Data?.Length > PersonalPart.LongestText || !IsJson(unknown.Data)
            ? Malformed($"The data of an unknown fact are JSON text of at most {PersonalPart.LongestText} characters, nested at most {DeepestData} deep.")
            : null;
    }

    private static bool IsJson(string? text)
    {
        try
        {
            using var document = JsonDocument.Parse(text ?? string.Empty, new JsonDocumentOptions { MaxDepth = DeepestData });
            return true;
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            // An argument is what text is that is not well-formed UTF-16.
            return false;
        }
    }

    private static Refusal NoDate() => Malformed("A date is one of the ISO calendar, well within the years -9998 to 9999; leave it out where it is not known.");

    private static bool IsSubject(JobApplicationId id) => id.IsAssigned && id.Value[0] != '*';

    private static Refusal Malformed(string sentence) => new() { Code = FindingCodes.EventMalformed, Sentence = sentence };
}
