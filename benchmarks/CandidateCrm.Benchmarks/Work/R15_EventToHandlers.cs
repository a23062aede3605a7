using BenchmarkDotNet.Attributes;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using CandidateCrm.Work;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CandidateCrm.Benchmarks.Work;

/// <summary>
/// An announced event to three handlers that live as long as the process and complete at once, beside a loop over the three of them that knows the type of the event.
/// The scope of a delivery is made outside: it costs what the host's container costs.
/// </summary>
public class R15_EventToHandlers
{
    private const int Operations = 64;

    private readonly PhaseChanged _changed = new() { To = Phase.Engage, Ordinal = 1 };
    private readonly AnnouncedEvent _envelope = new()
    {
        Relationship = new RelationshipKey(TenantId.From("acme"), CandidateId.From("anna")),
        Key = new EffectKey("lifecycle", "*", 1, "announce.phase_changed"),
        At = Instant.FromUtc(2026, 3, 2, 9, 0),
    };

    private ServiceProvider _services = null!;
    private EventDispatcher _dispatcher = null!;
    private ICrmEventHandler<PhaseChanged>[] _handlers = [];
    private IDerivedEvent _event = null!;

    [GlobalSetup]
    public async Task Setup()
    {
        _services = new ServiceCollection().AddSingleton<Counts>().AddSingleton<Sums>().AddSingleton<Remembers>()
            .AddCandidateCrm(crm => crm.AddEventHandler<PhaseChanged, Counts>().AddEventHandler<PhaseChanged, Sums>().AddEventHandler<PhaseChanged, Remembers>())
            .BuildServiceProvider();
        _dispatcher = _services.GetRequiredService<EventDispatcher>();
        _handlers = [_services.GetRequiredService<Counts>(), _services.GetRequiredService<Sums>(), _services.GetRequiredService<Remembers>()];
        _event = _changed;
        await Dispatcher().ConfigureAwait(false);
        if (_services.GetRequiredService<Counts>().Seen != Operations || _services.GetRequiredService<Remembers>().Last is null)
        {
            throw new InvalidOperationException("The event did not reach every handler.");
        }
    }

    [GlobalCleanup]
    public void Cleanup() => _services.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public async ValueTask TypedLoop()
    {
        for (var i = 0; i < Operations; i++)
        {
            foreach (var handler in _handlers)
            {
                await handler.HandleAsync(_envelope, _changed, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public async ValueTask Dispatcher()
    {
        for (var i = 0; i < Operations; i++)
        {
            await _dispatcher.DispatchAsync(_services, _envelope, _event, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private sealed class Counts : ICrmEventHandler<PhaseChanged>
    {
        internal int Seen { get; private set; }

        public ValueTask HandleAsync(AnnouncedEvent announced, PhaseChanged derived, CancellationToken cancellationToken)
        {
            Seen++;
            return default;
        }
    }

    private sealed class Sums : ICrmEventHandler<PhaseChanged>
    {
        private long _sum;

        public ValueTask HandleAsync(AnnouncedEvent announced, PhaseChanged derived, CancellationToken cancellationToken)
        {
            _sum += derived.Ordinal;
            return default;
        }
    }

    private sealed class Remembers : ICrmEventHandler<PhaseChanged>
    {
        internal AnnouncedEvent? Last { get; private set; }

        public ValueTask HandleAsync(AnnouncedEvent announced, PhaseChanged derived, CancellationToken cancellationToken)
        {
            Last = announced;
            return default;
        }
    }
}
