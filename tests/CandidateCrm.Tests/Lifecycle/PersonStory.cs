using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Lifecycle;

/// <summary>What is told of one person, in the order of telling, under rules with nothing in them but a lifecycle and a pipeline.</summary>
internal sealed class PersonStory
{
    private static readonly RelationshipEngine Engine = new();
    private readonly List<TimelineEvent> _told = [];
    private readonly ActivationLog _log;

    internal PersonStory(LifecycleDefinition? lifecycle = null, string zone = "Europe/Berlin") => _log = ActivationLog.Always(new CrmRulesBuilder()
        .In(zone).Lifecycle(lifecycle).Pipeline("standard", "applied", "interview")
        .Announce<RoleBegan>().Announce<RoleEnded>().Announce<OnboardingCheckInDue>().Announce<SnoozeOver>().Announce<AvailabilityChanged>().Announce<InterestChanged>()
        .Build());

    internal static JobApplicationId App { get; } = JobApplicationId.From("app-1");

    internal static ApplicationSubmitted Applied { get; } = new() { Application = App, Requisition = RequisitionId.From("req-1") };

    internal static TouchpointRecorded Mail { get; } = new() { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound };

    internal static TouchpointRecorded Reply { get; } = new() { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound };

    internal static CandidateFound Found { get; } = new() { Source = SourceCode.From("fair") };

    internal static CandidateHired Hired(string? startsOn = null, JobApplicationId? application = null) =>
        new() { Application = application ?? App, StartsOn = startsOn is null ? null : Date(startsOn) };

    internal static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    internal static Instant At(string text) => InstantPattern.General.Parse(text.Length == 10 ? $"{text}T09:00:00Z" : text).GetValueOrThrow();

    /// <summary>Tells a fact at an instant, or at nine o'clock in the morning, UTC, of a date.</summary>
    internal PersonStory Tell(string at, IFact fact)
    {
        _told.Add(Histories.Event($"e{_told.Count}", At(at), fact, _told.Count));
        return this;
    }

    internal Decision UpTo(string at) => Engine.Replay(Histories.Anna, _told.Where(e => e.OccurredAt <= At(at)), _log, At(at));

    internal LifecycleSlice Lifecycle(string at) => UpTo(at).Next.Lifecycle!;

    /// <summary>Returns the roles that are held.</summary>
    internal string Roles(string at) => string.Join(' ', Lifecycle(at).Roles.Where(role => role.IsHeld).Select(role => role.Role));

    /// <summary>Returns the findings up to an instant, each with its subject.</summary>
    internal IEnumerable<string> Findings(string at) => UpTo(at).Derived.Select(e => e.Entry).OfType<FindingNoted>().Select(finding => $"{finding.Code} {finding.Subject}");

    internal IEnumerable<T> Derived<T>(string at)
        where T : IDerivedEvent => UpTo(at).Derived.Select(e => e.Entry).OfType<T>();

    /// <summary>Returns the tasks that were opened and closed up to an instant.</summary>
    internal IEnumerable<string> Tasks(string at) => UpTo(at).Effects.Where(e => e.Intent is OpenTask or CloseTask).Select(e => e.Intent is CloseTask close ? $"{e.Key} {close.Reason}" : $"{e.Key}");
}
