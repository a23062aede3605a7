using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Charter;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Model;

/// <summary>Two tenants, some candidates, and two processes on one store, beside what the model knows of them.</summary>
internal sealed class ModelWorld : IAsyncDisposable
{
    private readonly Crashes _crashes = new();
    private readonly CrmUnderTest _first;
    private readonly CrmUnderTest _second;

    private ModelWorld(Func<RelationshipEngine>? engine)
    {
        _first = new CrmUnderTest(Register);
        _second = _first.SecondNode(Register);
        _first.Clock.Now = Histories.Start;
        Inner = _first.Services.GetRequiredService<InMemoryCrmStore>();
        foreach (var node in new[] { _first, _second })
        {
            node.OnTask = task => Take(task.Relationship, Stored(task.Relationship, e => e.Effect.Key == task.Key));
            node.OnClosed = closed => Take(closed.Relationship, Stored(closed.Relationship, e => e.State == EffectState.Pending && e.Effect.Intent is CloseTask close && close.Task == closed.Task && close.Reason == closed.Reason));
            node.OnAnnounced = announced => Take(announced.Relationship, Stored(announced.Relationship, e => e.Effect.Key == announced.Key));
        }

        void Register(CandidateCrmBuilder crm)
        {
            crm.Services.AddSingleton(_crashes);
            crm.Services.AddSingleton(new HeardEvents((announced, _) => Take(announced.Relationship, Stored(announced.Relationship, e => e.Effect.Key == announced.Key))));
            crm.AddEventHandler<PromiseVoided, HeardEvents>().AddEventHandler<PastCorrected, HeardEvents>().UseStore<CrashingStore>();
            if (engine is not null)
            {
                crm.Services.AddSingleton(engine());
            }
        }
    }

    internal static TenantId Acme { get; } = Histories.Anna.Tenant;

    internal static TenantId Globex { get; } = TenantId.From("globex");

    internal static CandidateId[] People { get; } = [Histories.Anna.Candidate, CandidateId.From("ben"), CandidateId.From("cem")];

    internal Dictionary<TenantId, ModelTenant> Tenants { get; } = new() { [Acme] = new ModelTenant(Acme), [Globex] = new ModelTenant(Globex) };

    /// <summary>Gets the store, where no call of the model's own is disturbed.</summary>
    internal InMemoryCrmStore Inner { get; }

    internal TestClock Clock => _first.Clock;

    internal List<HandedOver> HandedOver { get; } = [];

    internal int CrashCount => _crashes.Count;

    internal int CheckpointsRead => _crashes.CheckpointsRead;

    /// <summary>Gets those of whom a fact was told that lay ahead of the clock.</summary>
    internal HashSet<RelationshipKey> Ahead { get; } = [];

    /// <summary>Gets or sets what the store leaks of one tenant to the other, for tests that break it on purpose.</summary>
    internal Leak Leaks
    {
        get => _crashes.Leaks;
        set => _crashes.Leaks = value;
    }

    /// <summary>Gets what the present step has told: a host that got no answer tells the very same again.</summary>
    internal Dictionary<(TenantId Tenant, ModelNews News), HostFact> ToldInThisStep { get; } = [];

    /// <summary>Gets the first process, as one that reads.</summary>
    internal CrmUnderTest Reader => _first;

    internal static async Task<ModelWorld> BeginAsync(Func<RelationshipEngine>? engine = null)
    {
        var world = new ModelWorld(engine);
        await world._first.Crm.For(Acme).Rules.ReadAsync();
        await world._first.Crm.For(Globex).Rules.ReadAsync();
        await ModelSteps.PublishAsync(world, world._first, Globex, ahead: null, ModelRules.Of(Globex, TestRules.Everything));
        return world;
    }

    internal CrmUnderTest Other(CrmUnderTest node) => node == _first ? _second : _first;

    /// <summary>Lives through the steps; where only one tenant is asked for, the others' steps only take their time.</summary>
    internal async Task LiveAsync(IEnumerable<ModelStep> steps, TenantId? only = null)
    {
        foreach (var step in steps)
        {
            Clock.Now += step.Wait;
            if (only is null || step.Tenant is null || step.Tenant == only)
            {
                await DoAsync(step);
            }
            else
            {
                Clock.Now += step.Within;
            }
        }
    }

    /// <summary>Lives through steps of which some happen at the very same time, on both processes.</summary>
    internal async Task LiveTogetherAsync(IEnumerable<ModelStep> steps, int atOnce)
    {
        foreach (var some in steps.Chunk(atOnce))
        {
            Clock.Now += some.Aggregate(Duration.Zero, (sum, step) => sum + step.Wait);
            ToldInThisStep.Clear();
            await Task.WhenAll(some.Select(step => Task.Run(() => step.Do(this, step.OnSecondNode ? _second : _first))));
        }
    }

    /// <summary>Does all that waits, and what that brings.</summary>
    internal async Task DrainAsync()
    {
        for (var round = 0; round < 3; round++)
        {
            // Leases of those who died and pauses after failures are over by then.
            Clock.Now += Duration.FromHours(2);
            var node = round % 2 == 0 ? _second : _first;
            await node.Runner.RunInboxAsync();
            await node.Runner.RunDueWorkAsync();
            await node.Runner.DrainOutboxAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _second.DisposeAsync();
        await _first.DisposeAsync();
    }

    private async Task DoAsync(ModelStep step)
    {
        var node = step.OnSecondNode ? _second : _first;
        ToldInThisStep.Clear();
        _crashes.Arm(step.DiesAt, step.DiesAfterTheCall);
        try
        {
            await step.Do(this, node);
        }
        catch (ProcessGoneException)
        {
            Assert.True(_crashes.IsDead);
        }

        if (_crashes.Revive())
        {
            Clock.Now += Duration.FromHours(1);
            await step.Do(this, node);
        }
    }

    private EffectRecord Stored(RelationshipKey key, Func<EffectRecord, bool> isIt)
    {
        var effects = Inner.ReadEffectsAsync(EffectQuery.Of(key), default).AsTask().GetAwaiter().GetResult();
        return effects.Where(isIt).OrderBy(e => e.Effect.IntendedAt).ThenBy(e => e.Effect.Key.ToString(), StringComparer.Ordinal).First();
    }

    private void Take(RelationshipKey key, EffectRecord record)
    {
        lock (HandedOver)
        {
            HandedOver.Add(new HandedOver(key, record.Effect, Tenants[key.Tenant].Log));
        }
    }
}
