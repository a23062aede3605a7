using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CandidateCrm.Tests.Work;

public sealed class EventDispatcherTests
{
    private static readonly AnnouncedEvent Envelope = new() { Relationship = Histories.Anna, Key = new EffectKey("lifecycle", "*", 1, "announce.phase_changed"), At = Histories.Start };
    private static readonly PhaseChanged Changed = new() { To = Phase.Engage, Ordinal = 1 };

    private readonly List<string> _calls = [];
    private readonly ServiceCollection _services = new();

    [Fact]
    public async Task Handlers_are_called_in_the_order_of_their_registration_and_each_once()
    {
        await using var services = Built(crm => crm.AddEventHandler<PhaseChanged, Second>().AddEventHandler<PhaseChanged, First>().AddEventHandler<PhaseChanged, Second>());
        await DispatchAsync(services);

        Assert.Equal(["Second", "First"], _calls);
    }

    [Fact]
    public async Task An_event_goes_to_the_handlers_of_its_own_kind()
    {
        await using var services = Built(crm => crm.AddEventHandler<CandidateCrm.Engagement.BandChanged, Other>());
        await DispatchAsync(services);

        Assert.Empty(_calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_throws_is_the_last_that_is_called(bool afterAWhile)
    {
        await using var services = Built(crm => crm.AddEventHandler<PhaseChanged, First>().AddEventHandler<PhaseChanged, Failing>().AddEventHandler<PhaseChanged, Second>());
        services.GetRequiredService<Failure>().AfterAWhile = afterAWhile;

        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await DispatchAsync(services));
        Assert.Equal(["First", "Failing"], _calls);
    }

    [Fact]
    public async Task Those_after_one_that_takes_a_while_wait_for_it()
    {
        await using var services = Built(crm => crm.AddEventHandler<PhaseChanged, Slow>().AddEventHandler<PhaseChanged, First>().AddEventHandler<PhaseChanged, Second>());
        var dispatching = DispatchAsync(services);

        Assert.Equal(["Slow begins"], _calls);
        services.GetRequiredService<TaskCompletionSource>().SetResult();
        await dispatching;
        Assert.Equal(["Slow begins", "Slow ends", "First", "Second"], _calls);
    }

    [Theory]
    [InlineData(ServiceLifetime.Singleton, 1)]
    [InlineData(ServiceLifetime.Scoped, 3)]
    [InlineData(ServiceLifetime.Transient, 3)]
    public async Task A_handler_lives_as_long_as_it_was_registered_for(ServiceLifetime lifetime, int made)
    {
        _services.Add(new ServiceDescriptor(typeof(Counting), typeof(Counting), lifetime));
        await using var services = Built(crm => crm.AddEventHandler<PhaseChanged, Counting>());
        for (var delivery = 0; delivery < 3; delivery++)
        {
            await DispatchAsync(services);
        }

        Assert.Equal(made, _calls.Count(call => call == "made"));
        Assert.Equal(3, _calls.Count(call => call == "called"));
    }

    [Fact]
    public async Task The_registration_that_counts_is_the_last_one()
    {
        _services.AddSingleton<Counting>().AddScoped<Counting>();
        await using var services = Built(crm => crm.AddEventHandler<PhaseChanged, Counting>());
        await DispatchAsync(services);
        await DispatchAsync(services);

        Assert.Equal(2, _calls.Count(call => call == "made"));
    }

    [Fact]
    public async Task A_singleton_that_cannot_be_made_is_tried_again()
    {
        var tries = 0;
        _services.AddSingleton(provider => tries++ == 0 ? throw new InvalidTimeZoneException() : new First(provider.GetRequiredService<List<string>>()));
        await using var services = Built(crm => crm.AddEventHandler<PhaseChanged, First>());

        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await DispatchAsync(services));
        await DispatchAsync(services);
        await DispatchAsync(services);
        Assert.Equal((2, 2), (tries, _calls.Count));
    }

    [Fact]
    public async Task Singletons_that_complete_at_once_cost_no_allocation()
    {
        _services.AddSingleton<Silent>();
        await using var services = Built(crm => crm.AddEventHandler<PhaseChanged, Silent>());
        var dispatcher = services.GetRequiredService<EventDispatcher>();
        await dispatcher.DispatchAsync(services, Envelope, Changed, default);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await dispatcher.DispatchAsync(services, Envelope, Changed, default);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static async Task DispatchAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await services.GetRequiredService<EventDispatcher>().DispatchAsync(scope.ServiceProvider, Envelope, Changed, default);
    }

    private ServiceProvider Built(Action<CandidateCrmBuilder> handlers) =>
        _services.AddSingleton(_calls).AddSingleton<Failure>().AddSingleton<TaskCompletionSource>().AddCandidateCrm(crm => handlers(crm.UseInMemoryStore())).BuildServiceProvider(validateScopes: true);

    private sealed class Failure
    {
        internal bool AfterAWhile { get; set; }
    }

    private sealed class First(List<string> calls) : ICrmEventHandler<PhaseChanged>
    {
        public ValueTask HandleAsync(AnnouncedEvent announced, PhaseChanged derived, CancellationToken cancellationToken)
        {
            calls.Add("First");
            return default;
        }
    }

    private sealed class Second(List<string> calls) : ICrmEventHandler<PhaseChanged>
    {
        public ValueTask HandleAsync(AnnouncedEvent announced, PhaseChanged derived, CancellationToken cancellationToken)
        {
            calls.Add("Second");
            return default;
        }
    }

    private sealed class Other(List<string> calls) : ICrmEventHandler<CandidateCrm.Engagement.BandChanged>
    {
        public ValueTask HandleAsync(AnnouncedEvent announced, CandidateCrm.Engagement.BandChanged derived, CancellationToken cancellationToken)
        {
            calls.Add("Other");
            return default;
        }
    }

    private sealed class Failing(List<string> calls, Failure failure) : ICrmEventHandler<PhaseChanged>
    {
        public ValueTask HandleAsync(AnnouncedEvent announced, PhaseChanged derived, CancellationToken cancellationToken)
        {
            calls.Add("Failing");
            return failure.AfterAWhile ? ThrowsAsync() : throw new InvalidTimeZoneException();
        }

        private static async ValueTask ThrowsAsync()
        {
            await Task.Yield();
            throw new InvalidTimeZoneException();
        }
    }

    private sealed class Slow(List<string> calls, TaskCompletionSource awaited) : ICrmEventHandler<PhaseChanged>
    {
        public async ValueTask HandleAsync(AnnouncedEvent announced, PhaseChanged derived, CancellationToken cancellationToken)
        {
            calls.Add("Slow begins");
            await awaited.Task;
            calls.Add("Slow ends");
        }
    }

    private sealed class Counting : ICrmEventHandler<PhaseChanged>
    {
        private readonly List<string> _calls;

        public Counting(List<string> calls)
        {
            _calls = calls;
            calls.Add("made");
        }

        public ValueTask HandleAsync(AnnouncedEvent announced, PhaseChanged derived, CancellationToken cancellationToken)
        {
            _calls.Add("called");
            return default;
        }
    }

    private sealed class Silent : ICrmEventHandler<PhaseChanged>
    {
        public ValueTask HandleAsync(AnnouncedEvent announced, PhaseChanged derived, CancellationToken cancellationToken) => default;
    }
}
