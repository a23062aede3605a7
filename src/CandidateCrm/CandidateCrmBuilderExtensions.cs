using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;
using CandidateCrm.Engagement;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using CandidateCrm.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace CandidateCrm;

/// <summary>What a host says about the CRM at start.</summary>
public static class CandidateCrmBuilderExtensions
{
    /// <summary>Keeps everything in memory: for tests, samples and small tools. It keeps the whole contract, but nothing beyond the process.</summary>
    public static CandidateCrmBuilder UseInMemoryStore(this CandidateCrmBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(provider => new InMemoryCrmStore(provider.GetRequiredService<IClock>()));
        return builder.UseStore<InMemoryCrmStore>();
    }

    /// <summary>
    /// Uses a store of the host's own: one type that keeps relationships, lists, alarms, effects, documents, rules and the inbox, and reads
    /// events out as a feed. What was used first wins.
    /// </summary>
    public static CandidateCrmBuilder UseStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>(this CandidateCrmBuilder builder)
        where TStore : class, ICrmStore, ICrmIndex, IWorkQueue, IOutboxQueue, ITenantDocuments, IJobQueue, ICrmFeed, IRulesStore, ICrmInbox, IQueueAdmin
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<TStore>();
        builder.Services.TryAddSingleton<ICrmStore>(provider => provider.GetRequiredService<TStore>());
        builder.Services.TryAddSingleton<ICrmIndex>(provider => provider.GetRequiredService<TStore>());
        builder.Services.TryAddSingleton<IWorkQueue>(provider => provider.GetRequiredService<TStore>());
        builder.Services.TryAddSingleton<IOutboxQueue>(provider => provider.GetRequiredService<TStore>());
        builder.Services.TryAddSingleton<ITenantDocuments>(provider => provider.GetRequiredService<TStore>());
        builder.Services.TryAddSingleton<IJobQueue>(provider => provider.GetRequiredService<TStore>());
        builder.Services.TryAddSingleton<ICrmFeed>(provider => provider.GetRequiredService<TStore>());
        builder.Services.TryAddSingleton<IRulesStore>(provider => provider.GetRequiredService<TStore>());
        builder.Services.TryAddSingleton<ICrmInbox>(provider => provider.GetRequiredService<TStore>());
        builder.Services.TryAddSingleton<IQueueAdmin>(provider => provider.GetRequiredService<TStore>());
        return builder;
    }

    /// <summary>Uses a clock; the system's where none is given.</summary>
    public static CandidateCrmBuilder UseClock(this CandidateCrmBuilder builder, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(clock));
        return builder;
    }

    /// <summary>Adds a template of rules. Its faults are said at start, all at once. A name that is there already keeps its template.</summary>
    public static CandidateCrmBuilder AddRulesTemplate(this CandidateCrmBuilder builder, string name, Action<CrmRulesBuilder> write)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(write);
        var templates = (RulesTemplates)builder.Services.First(s => s.ServiceType == typeof(RulesTemplates)).ImplementationInstance!;
        templates.TryAdd(name, write);
        return builder;
    }

    /// <summary>Says which template's rules new tenants start with, and how far their features go.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="template">The name of a template.</param>
    /// <param name="mode">What all features begin in: everything is decided and nothing handed over, by default.</param>
    /// <param name="effectsFrom">In <see cref="Mode.Live"/>, from when on effects are handed over; null for the instant at which a tenant is first seen.</param>
    public static CandidateCrmBuilder StartNewTenantsWith(this CandidateCrmBuilder builder, string template, Mode mode = Mode.Observe, Instant? effectsFrom = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure<CandidateCrmOptions>(options =>
        {
            options.StartTemplate = template;
            options.StartMode = mode;
            options.StartEffectsFrom = effectsFrom;
        });
        return builder;
    }

    /// <summary>Uses the host's list of tasks.</summary>
    public static CandidateCrmBuilder UseTaskInbox<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TInbox>(this CandidateCrmBuilder builder)
        where TInbox : class, ITaskInbox
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddScoped<ITaskInbox, TInbox>();
        return builder;
    }

    /// <summary>Says what fit is asked over, so that models are judged over its fields before they are published. Without it, whoever asks says it. What was used first wins.</summary>
    public static CandidateCrmBuilder UseFitSubject(this CandidateCrmBuilder builder, IFitSubject subject)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(subject);
        builder.Services.TryAddSingleton(subject);
        return builder;
    }

    /// <summary>Says what fit is asked over by a type of the host, made for each question and each publication in a scope of its own, so that it may use the host's scoped services. What was used first wins.</summary>
    public static CandidateCrmBuilder UseFitSubject<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSubject>(this CandidateCrmBuilder builder)
        where TSubject : class, IFitSubject
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddScoped<IFitSubject, TSubject>();
        return builder;
    }

    /// <summary>Asks the host's directory for names and addresses when something is handed over. Without one, tasks come without a profile.</summary>
    public static CandidateCrmBuilder UseDirectory<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TDirectory>(this CandidateCrmBuilder builder)
        where TDirectory : class, ICandidateDirectory
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddScoped<ICandidateDirectory, TDirectory>();
        return builder;
    }

    /// <summary>Has a handler see events that the rules announce. Adding the same handler twice is the same as once.</summary>
    public static CandidateCrmBuilder AddEventHandler<TEvent, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this CandidateCrmBuilder builder)
        where TEvent : class, IDerivedEvent
        where THandler : class, ICrmEventHandler<TEvent>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddScoped<THandler>();
        var subscription = EventSubscription.Of<TEvent, THandler>();
        var isKnown = builder.Services.Any(s => s.ImplementationInstance is EventSubscription known
            && known.Handler == subscription.Handler && string.Equals(known.Event, subscription.Event, StringComparison.Ordinal));
        if (!isKnown)
        {
            builder.Services.AddSingleton(subscription);
        }

        return builder;
    }
}
