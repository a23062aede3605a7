using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Engagement;
using CandidateCrm.Jobs;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CandidateCrm;

/// <summary>Adds the CRM to a host's services.</summary>
public static class CandidateCrmServiceCollectionExtensions
{
    /// <summary>
    /// Adds the CRM. Whatever is missing or wrong is said at start, all of it at once: by the generic host before it runs, otherwise when
    /// <see cref="ICrm"/> or <see cref="ICrmRunner"/> is first asked for. Calling it again goes on with the same builder.
    /// </summary>
    public static IServiceCollection AddCandidateCrm(this IServiceCollection services, Action<CandidateCrmBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        configure(BuilderOf(services));
        return services;
    }

    private static CandidateCrmBuilder BuilderOf(IServiceCollection services)
    {
        var known = services.FirstOrDefault(s => s.ServiceType == typeof(CandidateCrmBuilder))?.ImplementationInstance as CandidateCrmBuilder;
        if (known is not null)
        {
            return known;
        }

        var required = new List<RequiredService>();
        var templates = new RulesTemplates();
        var builder = new CandidateCrmBuilder(services, required);
        services.AddSingleton(builder);
        services.AddSingleton(templates);
        AddOptions(services, required, templates);
        AddCore(services);
        const string stores = "UseInMemoryStore() or UseStore<TStore>()";
        return builder
            .RequireService<ICrmStore>(stores).RequireService<ICrmIndex>(stores).RequireService<IWorkQueue>(stores).RequireService<IOutboxQueue>(stores)
            .RequireService<ITenantDocuments>(stores).RequireService<IJobQueue>(stores).RequireService<ICrmFeed>(stores)
            .RequireService<IRulesStore>(stores).RequireService<ICrmInbox>(stores).RequireService<IQueueAdmin>(stores);
    }

    private static void AddOptions(IServiceCollection services, List<RequiredService> required, RulesTemplates templates)
    {
        services.AddOptions<CandidateCrmOptions>().ValidateOnStart();
        services.AddOptions<DueWorkOptions>().ValidateOnStart();
        services.AddOptions<OutboxOptions>().ValidateOnStart();
        services.AddOptions<InboxOptions>().ValidateOnStart();
        services.AddOptions<JobOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<CandidateCrmOptions>>(provider =>
            new RegistrationValidator(provider.GetRequiredService<IServiceProviderIsService>(), required, templates, provider.GetRequiredService<RulesSurroundings>()));
        services.AddSingleton<IValidateOptions<DueWorkOptions>, DueWorkOptionsValidator>();
        services.AddSingleton<IValidateOptions<OutboxOptions>, OutboxOptionsValidator>();
        services.AddSingleton<IValidateOptions<InboxOptions>, InboxOptionsValidator>();
        services.AddSingleton<IValidateOptions<JobOptions>, JobOptionsValidator>();
    }

    private static void AddCore(IServiceCollection services)
    {
#pragma warning disable RS0030 // The one place where the default clock is registered.
        services.TryAddSingleton<IClock>(SystemClock.Instance);

        // Not the container's time provider: one that a host's test holds still would have leases run out in the middle of their work.
        services.TryAddSingleton(provider => new LeaseTime(provider.GetRequiredService<IClock>(), TimeProvider.System));
#pragma warning restore RS0030
        services.TryAddSingleton<RelationshipEngine>();
        AddRules(services);
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<DueWorkOptions>>().Value);
        services.TryAddSingleton(Built<RedriveSchedule>);
        services.TryAddSingleton(Built<RecordPlanner>);
        services.TryAddSingleton(Built<FaultGuard>);
        services.TryAddSingleton(Built<CommitLoop>);
        services.TryAddSingleton(Built<Recorder>);
        services.TryAddSingleton(provider =>
            new EventDispatcher(provider.GetServices<EventSubscription>(), provider.GetRequiredService<CandidateCrmBuilder>().Services));
        services.TryAddSingleton<ICrm>(provider =>
        {
            _ = Checked(provider);
            return ActivatorUtilities.CreateInstance<Crm>(provider, ActivatorUtilities.CreateInstance<CrmStores>(provider));
        });
        AddJobs(services);
        AddRunner(services);
    }

    private static void AddRules(IServiceCollection services)
    {
        services.TryAddSingleton<DefinitionCache>();
        services.TryAddSingleton(Built<ActivationLoader>);
        services.TryAddSingleton(Built<RulesWhatIf>);
        services.TryAddSingleton(provider => new TenantRules(
            provider.GetRequiredService<IRulesStore>(), provider.GetRequiredService<ActivationLoader>(), provider.GetRequiredService<StartRules>(), provider.GetRequiredService<IClock>())
        {
            Learned = (tenant, log, cancellationToken) => provider.GetRequiredService<RulesCarrier>().EnsureAsync(tenant, log, cancellationToken),
        });
        services.TryAddSingleton(Built<PauseBoards>);
        services.TryAddSingleton(Built<PauseRecords>);
        services.TryAddSingleton(provider => new RulesSurroundings(provider.GetRequiredService<IServiceProviderIsService>(), provider.GetServices<EventSubscription>())
        {
            Fit = new FitSubjects(provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<IServiceProviderIsService>()),
            Clock = provider.GetRequiredService<IClock>(),
        });
        services.TryAddSingleton(provider => StartOf(Checked(provider), provider.GetRequiredService<RulesTemplates>()));
        services.TryAddSingleton(provider => new RulesDesk
        {
            Rules = provider.GetRequiredService<TenantRules>(),
            Store = provider.GetRequiredService<IRulesStore>(),
            Cache = provider.GetRequiredService<DefinitionCache>(),
            Templates = provider.GetRequiredService<RulesTemplates>(),
            Surroundings = provider.GetRequiredService<RulesSurroundings>(),
            WhatIf = provider.GetRequiredService<RulesWhatIf>(),
            Clock = provider.GetRequiredService<IClock>(),
        });
    }

    private static void AddRunner(IServiceCollection services) =>
        services.TryAddSingleton<ICrmRunner>(provider =>
        {
            _ = Checked(provider);
            return new CrmRunner(
                ActivatorUtilities.CreateInstance<DueWork>(provider),
                new OutboxDispatch(
                    new OutboxLeases(provider.GetRequiredService<IOutboxQueue>(), provider.GetRequiredService<LeaseTime>(), provider.GetRequiredService<IOptions<OutboxOptions>>().Value),
                    new EffectActs(provider.GetRequiredService<ICrmStore>(), provider.GetRequiredService<Recorder>()),
                    new IntentDelivery(provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<EventDispatcher>()),
                    provider.GetRequiredService<PauseBoards>(),
                    provider.GetRequiredService<IOptions<OutboxOptions>>().Value),
                new InboxWork(
                    provider.GetRequiredService<ICrmInbox>(),
                    provider.GetRequiredService<Recorder>(),
                    provider.GetRequiredService<LeaseTime>(),
                    provider.GetRequiredService<IOptions<InboxOptions>>().Value),
                provider.GetRequiredService<JobRunner>());
        });

    private static void AddJobs(IServiceCollection services)
    {
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<JobOptions>>().Value);
        services.TryAddSingleton(Built<JobDesk>);
        services.TryAddSingleton(Built<RulesCarrier>);
        services.TryAddSingleton(Built<Rework>);
        services.TryAddSingleton(Built<FaultRedriving>);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<JobWork, RulesCarryWork>(Built<RulesCarryWork>));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<JobWork, RetractBatchWork>(Built<RetractBatchWork>));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<JobWork, CloseRequisitionWork>(Built<CloseRequisitionWork>));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<JobWork, RedriveFaultsWork>(Built<RedriveFaultsWork>));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<JobWork, RescoreWork>(Built<RescoreWork>));
        services.TryAddSingleton(Built<JobPageWorker>);
        services.TryAddSingleton(Built<JobRunner>);
    }

    private static StartRules StartOf(CandidateCrmOptions options, RulesTemplates templates) =>
        new(templates.Build(options.StartTemplate!), options.StartMode, options.StartEffectsFrom);

    // Made by hand, so that a container that validates itself leaves it to the registration's own check to say what is missing, and how to mend it.
    private static T Built<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(IServiceProvider provider) => ActivatorUtilities.CreateInstance<T>(provider);

    private static CandidateCrmOptions Checked(IServiceProvider provider) => provider.GetRequiredService<IOptions<CandidateCrmOptions>>().Value;
}
