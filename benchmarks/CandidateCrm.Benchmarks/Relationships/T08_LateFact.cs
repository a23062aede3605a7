using BenchmarkDotNet.Attributes;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using CandidateCrm.Testing;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CandidateCrm.Benchmarks.Relationships;

/// <summary>
/// A fact that is told ten minutes late on a timeline of 5,000, beside the same fact in order: both through the whole CRM on the store in memory, with
/// every feature on. Thirty candidates take turns. Before each iteration every candidate lives on for some facts that are not measured, so that the late
/// ones come at any distance from what the store kept to replay from; what those facts asked for is handed over, and is on the timeline as well.
/// </summary>
#pragma warning disable CA1001 // The clean-up of the benchmark disposes of the services.
public class T08_LateFact
#pragma warning restore CA1001
{
    private const int Candidates = 30;
    private const int Facts = 5_000;
    private const int Rounds = 8;
    private const int MinutesBetween = 17 * 60;

    private readonly TenantId _tenant = TenantId.From("acme");
    private readonly ManualClock _clock = new(Instant.FromUtc(2018, 1, 8, 8, 0));
    private readonly long[] _told = new long[Candidates];
    private ServiceProvider _services = null!;
    private ITenantCrm _crm = null!;

    [GlobalSetup]
    public void Setup()
    {
        var services = new ServiceCollection();
        services.AddCandidateCrm(crm => crm
            .UseClock(_clock)
            .AddRulesTemplate("everything", rules => rules.Take(BenchmarkHistories.Rules.InForce[0].Rules))
            .StartNewTenantsWith("everything", Mode.Live, Instant.MinValue)
            .UseTaskInbox<StillHost>()
            .AddEventHandler<PhaseChanged, StillHost>()
            .AddEventHandler<BandChanged, StillHost>()
            .AddEventHandler<PromiseBroken, StillHost>()
            .UseInMemoryStore());
        _services = services.BuildServiceProvider();
        _crm = _services.GetRequiredService<ICrm>().For(_tenant);
        for (var i = 0; i < Facts / 20; i++)
        {
            GoOn(20);
        }
    }

    [GlobalCleanup]
    public void Cleanup() => _services.Dispose();

    [IterationSetup]
    public void GoOn() => GoOn(13);

    [Benchmark(Baseline = true, OperationsPerInvoke = Candidates * Rounds)]
    public void InOrder() => Tell(Duration.FromMinutes(10));

    [Benchmark(OperationsPerInvoke = Candidates * Rounds)]
    public void TenMinutesLate() => Tell(Duration.FromMinutes(-10));

    private void Tell(Duration after)
    {
        var at = _clock.GetCurrentInstant() + after;
        for (var round = 0; round < Rounds; round++)
        {
            Everybody(at + Duration.FromSeconds(round));
        }
    }

    private void GoOn(int facts)
    {
        for (var i = 0; i < facts; i++)
        {
            _clock.Advance(Duration.FromMinutes(MinutesBetween));
            Everybody(_clock.GetCurrentInstant());
        }

        _services.GetRequiredService<ICrmRunner>().DrainOutboxAsync().AsTask().GetAwaiter().GetResult();
    }

    private void Everybody(Instant at)
    {
        // Nobody tells what is still to come.
        _clock.Set(Instant.Max(at, _clock.GetCurrentInstant()));
        for (var candidate = 0; candidate < Candidates; candidate++)
        {
            Record(candidate, at);
        }
    }

    private void Record(int candidate, Instant at)
    {
        var number = _told[candidate]++;
        var (kind, direction) = (number % 4) switch
        {
            0 => (TouchKinds.EmailReplied, Direction.Inbound),
            1 => (TouchKinds.EmailOpened, Direction.Inbound),
            2 => (TouchKinds.PageVisited, Direction.Inbound),
            _ => (TouchKinds.EmailDelivered, Direction.Outbound),
        };
        var recorded = _crm.RecordAsync(new HostFact
        {
            Candidate = CandidateId.From($"candidate-{candidate:D6}"),
            EventId = EventId.From($"event-{candidate:D6}-{number:D6}"),
            OccurredAt = at,
            Fact = new TouchpointRecorded { Kind = kind, Direction = direction, Channel = Channel.From("email") },
        }).AsTask().GetAwaiter().GetResult();
        if (recorded.Status != RecordStatus.Recorded)
        {
            throw new InvalidOperationException($"The CRM said {recorded.Status}.");
        }
    }
}
