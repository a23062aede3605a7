using System.Collections.Concurrent;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Timeline;

/// <summary>A whole CRM in memory, put together as a host does it, with a clock that the test moves.</summary>
internal sealed class CrmUnderTest : ITaskInbox, ICrmEventHandler<PhaseChanged>, ICrmEventHandler<PromiseBroken>, ICrmEventHandler<BandChanged>,
    ICrmEventHandler<InterviewApproaching>, ICrmEventHandler<InterviewBookingLapsed>, ICrmEventHandler<OfferLapsed>, ICrmEventHandler<RefusalDue>, IAsyncDisposable
{
    private readonly ServiceProvider _services;

    internal CrmUnderTest(Action<CandidateCrmBuilder>? more = null, Action<CrmRulesBuilder>? rules = null)
        : this(more, rules, new TestClock(Histories.Start + Duration.FromDays(80)), store: null)
    {
    }

    private CrmUnderTest(Action<CandidateCrmBuilder>? more, Action<CrmRulesBuilder>? rules, TestClock clock, InMemoryCrmStore? store)
    {
        Clock = clock;
        _services = new ServiceCollection()
            .AddSingleton(store ?? new InMemoryCrmStore(clock))
            .AddSingleton<ITaskInbox>(this)
            .AddSingleton(this)
            .AddCandidateCrm(crm =>
            {
                crm.UseClock(Clock)
                    .AddRulesTemplate("everything", rules ?? CopyOfEverything)
                    .StartNewTenantsWith("everything", Mode.Live, Instant.MinValue)
                    .AddEventHandler<PhaseChanged, CrmUnderTest>()
                    .AddEventHandler<PromiseBroken, CrmUnderTest>()
                    .AddEventHandler<BandChanged, CrmUnderTest>()
                    .AddEventHandler<InterviewApproaching, CrmUnderTest>()
                    .AddEventHandler<InterviewBookingLapsed, CrmUnderTest>()
                    .AddEventHandler<OfferLapsed, CrmUnderTest>()
                    .AddEventHandler<RefusalDue, CrmUnderTest>();
                more?.Invoke(crm);
                crm.UseInMemoryStore();
            })
            .BuildServiceProvider();
    }

    internal TestClock Clock { get; }

    internal ICrm Crm => _services.GetRequiredService<ICrm>();

    internal ITenantCrm Acme => Crm.For(Histories.Anna.Tenant);

    internal ICrmRunner Runner => _services.GetRequiredService<ICrmRunner>();

    internal ICrmStore Store => _services.GetRequiredService<ICrmStore>();

    internal ICrmIndex Index => _services.GetRequiredService<ICrmIndex>();

    internal ICrmInbox Inbox => _services.GetRequiredService<ICrmInbox>();

    internal IQueueAdmin Queues => _services.GetRequiredService<IQueueAdmin>();

    internal ConcurrentQueue<RecruiterTask> Tasks { get; } = [];

    internal ConcurrentQueue<ClosedTask> Closed { get; } = [];

    internal ConcurrentQueue<AnnouncedEvent> Announced { get; } = [];

    internal Action<RecruiterTask>? OnTask { get; set; }

    internal Action<ClosedTask>? OnClosed { get; set; }

    internal Action<AnnouncedEvent>? OnAnnounced { get; set; }

    internal IServiceProvider Services => _services;

    public ValueTask OpenAsync(RecruiterTask task, CancellationToken cancellationToken)
    {
        OnTask?.Invoke(task);
        Tasks.Enqueue(task);
        return default;
    }

    public ValueTask CloseAsync(ClosedTask task, CancellationToken cancellationToken)
    {
        OnClosed?.Invoke(task);
        Closed.Enqueue(task);
        return default;
    }

    public ValueTask HandleAsync(AnnouncedEvent announced, PhaseChanged derived, CancellationToken cancellationToken) => Hear(announced);

    public ValueTask HandleAsync(AnnouncedEvent announced, PromiseBroken derived, CancellationToken cancellationToken) => Hear(announced);

    public ValueTask HandleAsync(AnnouncedEvent announced, BandChanged derived, CancellationToken cancellationToken) => Hear(announced);

    public ValueTask HandleAsync(AnnouncedEvent announced, InterviewApproaching derived, CancellationToken cancellationToken) => Hear(announced);

    public ValueTask HandleAsync(AnnouncedEvent announced, InterviewBookingLapsed derived, CancellationToken cancellationToken) => Hear(announced);

    public ValueTask HandleAsync(AnnouncedEvent announced, OfferLapsed derived, CancellationToken cancellationToken) => Hear(announced);

    public ValueTask HandleAsync(AnnouncedEvent announced, RefusalDue derived, CancellationToken cancellationToken) => Hear(announced);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Tells an event as a host would.</summary>
    internal static HostFact Told(TimelineEvent e) => new()
    {
        Candidate = e.Relationship.Candidate,
        EventId = e.Id,
        OccurredAt = e.OccurredAt,
        SourceOrder = e.SourceOrder,
        Actor = e.Actor,
        Fact = (IFact)e.Entry,
        Personal = e.Personal,
    };

    /// <summary>Tells a fact as a host would.</summary>
    internal static HostFact Fact(string id, Instant at, IFact fact, string candidate = "anna") => new()
    {
        Candidate = CandidateId.From(candidate),
        EventId = EventId.From(id),
        OccurredAt = at,
        Fact = fact,
    };

    /// <summary>Sets the clock to an instant, tells a fact of that instant, and expects it to be recorded.</summary>
    internal async Task<Recorded> HappenAsync(string id, Instant at, IFact fact, string candidate = "anna", Actor by = default)
    {
        Clock.Now = at;
        var recorded = await Acme.RecordAsync(Fact(id, at, fact, candidate) with { Actor = by });
        Assert.Equal(RecordStatus.Recorded, recorded.Status);
        return recorded;
    }

    /// <summary>Starts another process on the same store and clock.</summary>
    internal CrmUnderTest SecondNode(Action<CandidateCrmBuilder>? more = null, Action<CrmRulesBuilder>? rules = null) => new(more, rules, Clock, _services.GetRequiredService<InMemoryCrmStore>());

    internal async Task<Relationship> AnnaAsync() => (await Acme.FindAsync(Histories.Anna.Candidate))!;

    internal async Task<TimelineEvent[]> TimelineAsync(CandidateId? candidate = null)
    {
        var events = new List<TimelineEvent>();
        await foreach (var one in Acme.ReadTimelineAsync(candidate ?? Histories.Anna.Candidate))
        {
            events.Add(one);
        }

        return [.. events];
    }

    private ValueTask Hear(AnnouncedEvent announced)
    {
        OnAnnounced?.Invoke(announced);
        Announced.Enqueue(announced);
        return default;
    }

    private static void CopyOfEverything(CrmRulesBuilder rules) => rules.Take(TestRules.Everything);
}
