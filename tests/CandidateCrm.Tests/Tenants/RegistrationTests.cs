using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Lifecycle;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CandidateCrm.Tests.Tenants;

public sealed class RegistrationTests
{
    [Fact]
    public void Everything_that_is_missing_or_wrong_is_said_at_once_with_the_method_that_mends_it()
    {
        using var services = Services(crm => crm
            .AddRulesTemplate("broken", rules => rules.In("Mars/Olympus").Pipeline("empty").Expect(Promising("nowhere")))
            .AddRulesTemplate("throws", _ => throw new NotSupportedException("The table of rules is not there."))
            .AddRulesTemplate("with-tasks", rules => rules.Take(Unannounced))
            .AddRulesTemplate("unheard", rules => rules.Announce<PhaseChanged>())
            .StartNewTenantsWith("eu-default"));
        var said = Faults(services);

        var store = Assert.Single(said, fault => fault.EndsWith("Call UseInMemoryStore() or UseStore<TStore>().", StringComparison.Ordinal));
        Assert.StartsWith("There is no ICrmStore, ICrmIndex, IWorkQueue, ", store, StringComparison.Ordinal);
        Assert.Contains(said, fault => fault.Contains("eu-default", StringComparison.Ordinal) && fault.Contains("Call AddRulesTemplate", StringComparison.Ordinal));
        Assert.Contains(said, fault => fault.Contains("Mars/Olympus", StringComparison.Ordinal));
        Assert.Contains(said, fault => fault.Contains("pipeline.empty", StringComparison.Ordinal));
        Assert.Contains(said, fault => fault.Contains("expectation.calendar_unknown", StringComparison.Ordinal));
        Assert.Contains(said, fault => fault.Contains("The table of rules is not there.", StringComparison.Ordinal));
        Assert.Contains(said, fault => fault.Contains("with-tasks", StringComparison.Ordinal) && fault.Contains("Call UseTaskInbox<TInbox>()", StringComparison.Ordinal));
        Assert.Contains(said, fault => fault.Contains("unheard", StringComparison.Ordinal) && fault.Contains("Call AddEventHandler<TEvent, THandler>()", StringComparison.Ordinal));
        Assert.Equal(8, said.Length);
    }

    [Fact]
    public void The_generic_host_says_the_same_before_it_runs()
    {
        using var services = Services(crm => crm.AddRulesTemplate("broken", rules => rules.Pipeline("empty")));
        var atStart = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Equal(Faults(services), atStart.Failures);
    }

    [Fact]
    public void A_container_that_validates_itself_leaves_it_to_the_check_at_start_to_say_what_is_missing()
    {
        var services = new ServiceCollection().AddCandidateCrm(crm => crm.AddRulesTemplate("plain", _ => { }).StartNewTenantsWith("plain"));
        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        var atStart = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.EndsWith("Call UseInMemoryStore() or UseStore<TStore>().", Assert.Single(atStart.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_word_about_rules_the_answer_names_both_methods()
    {
        using var services = Services(crm => crm.UseInMemoryStore());

        Assert.Equal(
            "Nothing says which rules new tenants start with. Call AddRulesTemplate(name, …) and StartNewTenantsWith(name). Templates: none.",
            Assert.Single(Faults(services)));
    }

    [Fact]
    public void The_runner_says_it_too()
    {
        using var services = Services(crm => crm.UseInMemoryStore());

        Assert.Throws<OptionsValidationException>(services.GetRequiredService<ICrmRunner>);
    }

    [Fact]
    public void A_right_registration_starts()
    {
        using var services = Services(crm => Right(crm));
        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.NotNull(services.GetRequiredService<ICrm>().For(Candidates.TenantId.Single));
        Assert.NotNull(services.GetRequiredService<ICrmRunner>());
    }

    [Fact]
    public void A_charter_that_opens_no_tasks_needs_no_inbox()
    {
        using var services = Services(crm => crm.UseInMemoryStore().StartNewTenantsWith("quiet").AddRulesTemplate("quiet", rules => rules
            .Calendar(TestRules.Everything.Calendars[0])
            .Expect(Promising("office") with { TaskWhenBroken = false })));

        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.NotNull(services.GetRequiredService<ICrm>());
    }

    [Fact]
    public void Adding_the_crm_twice_goes_on_with_the_first()
    {
        var collection = new ServiceCollection();
        collection.AddCandidateCrm(crm => crm.UseInMemoryStore().UseTaskInbox<Inbox>());
        var once = collection.Count;
        collection.AddCandidateCrm(crm => crm.UseInMemoryStore().UseTaskInbox<Inbox>());

        Assert.Equal(once, collection.Count);
        collection.AddCandidateCrm(crm => crm.AddRulesTemplate("everything", rules => rules.Take(Unannounced)).StartNewTenantsWith("everything"));
        using var services = collection.BuildServiceProvider();
        Assert.NotNull(services.GetRequiredService<ICrm>());
    }

    [Fact]
    public void The_first_template_of_a_name_stays()
    {
        using var services = Services(crm => crm.UseInMemoryStore().StartNewTenantsWith("a")
            .AddRulesTemplate("a", rules => rules.In("Europe/Berlin"))
            .AddRulesTemplate("a", rules => rules.In("Mars/Olympus")));

        Assert.NotNull(services.GetRequiredService<ICrm>());
    }

    [Fact]
    public async Task The_same_handler_added_twice_sees_an_event_once()
    {
        await using var crm = new CrmUnderTest(more => more.AddEventHandler<PhaseChanged, CrmUnderTest>().AddEventHandler<PhaseChanged, CrmUnderTest>());
        await crm.HappenAsync("f", Histories.Start, new Candidates.CandidateFound { Source = Candidates.SourceCode.From("fair") });
        await crm.Runner.DrainOutboxAsync();

        Assert.Single(crm.Announced);
    }

    [Fact]
    public void What_the_host_registered_first_wins()
    {
        var clock = new TestClock(Histories.Start);
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(clock);
        collection.AddSingleton<ICrmRunner, HostsRunner>();
        collection.AddSingleton<ITaskInbox, HostsInbox>();
        collection.AddCandidateCrm(crm => Right(crm));
        using var services = collection.BuildServiceProvider();

        Assert.Same(clock, services.GetRequiredService<IClock>());
        Assert.IsType<HostsRunner>(services.GetRequiredService<ICrmRunner>());
        Assert.IsType<HostsInbox>(services.GetRequiredService<ITaskInbox>());
    }

    [Fact]
    public void One_store_of_the_hosts_own_serves_all_ports_and_the_first_used_wins()
    {
        var collection = new ServiceCollection();
        collection.AddCandidateCrm(crm => crm.UseStore<HostsStore>().UseInMemoryStore());
        using var services = collection.BuildServiceProvider();
        var store = services.GetRequiredService<HostsStore>();

        Assert.Same(store, services.GetRequiredService<ICrmStore>());
        Assert.Same(store, services.GetRequiredService<ICrmIndex>());
        Assert.Same(store, services.GetRequiredService<IWorkQueue>());
        Assert.Same(store, services.GetRequiredService<IOutboxQueue>());
        Assert.Same(store, services.GetRequiredService<ITenantDocuments>());
        Assert.Same(store, services.GetRequiredService<IJobQueue>());
        Assert.Same(store, services.GetRequiredService<ICrmFeed>());
        Assert.Same(store, services.GetRequiredService<IRulesStore>());
        Assert.Same(store, services.GetRequiredService<ICrmInbox>());
        Assert.Same(store, services.GetRequiredService<IQueueAdmin>());
    }

    [Theory]
    [InlineData("BatchSize", 0, 60)]
    [InlineData("BatchSize", 5_001, 60)]
    [InlineData("Lease", 1, 0)]
    [InlineData("Lease", 1, 3_601)]
    public void Options_of_due_work_out_of_range_are_said_at_start(string name, int batch, int seconds)
    {
        using var services = Services(crm => Right(crm).Services.Configure<DueWorkOptions>(options =>
        {
            options.BatchSize = batch;
            options.Lease = Duration.FromSeconds(seconds);
        }));

        Assert.Contains(name, Assert.Single(AtStart(services)), StringComparison.Ordinal);
        Assert.Throws<OptionsValidationException>(services.GetRequiredService<ICrmRunner>);
    }

    [Fact]
    public void Options_of_the_outbox_out_of_range_are_said_at_start_all_at_once()
    {
        using var services = Services(crm => Right(crm).Services.Configure<OutboxOptions>(options =>
        {
            options.BatchSize = 0;
            options.MostAttempts = 101;
            options.Lease = Duration.FromHours(2);
            options.FirstPause = Duration.Zero;
            options.TaskGrace = Duration.FromDays(366);
        }));

        Assert.Equal(
            ["BatchSize", "MostAttempts", "Lease", "FirstPause", "TaskGrace"],
            AtStart(services).Select(fault => fault.Split(' ', ':').First(word => typeof(OutboxOptions).GetProperty(word) is not null)));
    }

    [Fact]
    public void Options_of_the_inbox_out_of_range_are_said_at_start_all_at_once()
    {
        using var services = Services(crm => Right(crm).Services.Configure<InboxOptions>(options =>
        {
            options.BatchCandidates = 5_001;
            options.MaxFacts = 0;
            options.MostAttempts = 101;
            options.Lease = Duration.FromMilliseconds(999);
            options.FirstPause = Duration.FromHours(2);
        }));

        Assert.Equal(
            ["BatchCandidates", "MaxFacts", "MostAttempts", "Lease", "FirstPause"],
            AtStart(services).Select(fault => fault.Split(' ', ':').First(word => typeof(InboxOptions).GetProperty(word) is not null)));
    }

    [Fact]
    public void Options_of_jobs_out_of_range_are_said_at_start_all_at_once()
    {
        using var services = Services(crm => Right(crm).Services.Configure<JobOptions>(options =>
        {
            options.PageSize = 65;
            options.PagesPerClaim = 0;
            options.RatePerSecond = 100_001;
            options.Lease = Duration.FromMilliseconds(999);
            options.MostAttempts = 0;
            options.FirstPause = Duration.FromHours(2);
        }));

        Assert.Equal(
            ["PageSize", "PagesPerClaim", "RatePerSecond", "Lease", "MostAttempts", "FirstPause"],
            AtStart(services).Select(fault => fault.Split(' ', ':').First(word => typeof(JobOptions).GetProperty(word) is not null)));
        Assert.Throws<OptionsValidationException>(services.GetRequiredService<ICrmRunner>);
    }

    [Fact]
    public void The_bounds_of_all_options_are_let_in()
    {
        using var services = Services(crm => Right(crm).Services
            .Configure<DueWorkOptions>(options => (options.BatchSize, options.Lease) = (5_000, Duration.FromHours(1)))
            .Configure<OutboxOptions>(options => (options.BatchSize, options.MostAttempts, options.Lease, options.FirstPause, options.TaskGrace) =
                (1, 100, Duration.FromSeconds(1), Duration.FromHours(1), Duration.FromHours(1)))
            .Configure<InboxOptions>(options => (options.BatchCandidates, options.MaxFacts, options.MostAttempts, options.Lease, options.FirstPause) =
                (5_000, 10_000, 1, Duration.FromHours(1), Duration.FromSeconds(1)))
            .Configure<JobOptions>(options => (options.PageSize, options.PagesPerClaim, options.RatePerSecond, options.Lease, options.MostAttempts, options.FirstPause) =
                (1, 100, 100_000, Duration.FromSeconds(1), 100, Duration.FromHours(1))));

        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.NotNull(services.GetRequiredService<ICrmRunner>());
    }

    [Fact]
    public void A_tenant_is_named()
    {
        using var services = Services(crm => Right(crm));

        Assert.Equal("tenant", Assert.Throws<ArgumentException>(() => services.GetRequiredService<ICrm>().For(default)).ParamName);
    }

    private static CrmRules Unannounced { get; } = TestRules.Everything with { Announced = [] };

    private static string[] AtStart(ServiceProvider services) =>
        [.. Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate).Failures];

    private static string[] Faults(ServiceProvider services) =>
        [.. Assert.Throws<OptionsValidationException>(services.GetRequiredService<ICrm>).Failures];

    private static ServiceProvider Services(Action<CandidateCrmBuilder> configure) =>
        new ServiceCollection().AddCandidateCrm(configure).BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });

    private static CandidateCrmBuilder Right(CandidateCrmBuilder crm) => crm
        .UseInMemoryStore()
        .UseTaskInbox<Inbox>()
        .AddRulesTemplate("everything", rules => rules.Take(Unannounced))
        .StartNewTenantsWith("everything");

    private static OnceExpectation Promising(string calendar) =>
        StandardExpectations.DecideApplication(CalendarKey.From(calendar), Limit.BusinessDays(3));

    private sealed class Inbox : ITaskInbox
    {
        public ValueTask OpenAsync(RecruiterTask task, CancellationToken cancellationToken) => default;

        public ValueTask CloseAsync(ClosedTask task, CancellationToken cancellationToken) => default;
    }

    private sealed class HostsInbox : ITaskInbox
    {
        public ValueTask OpenAsync(RecruiterTask task, CancellationToken cancellationToken) => default;

        public ValueTask CloseAsync(ClosedTask task, CancellationToken cancellationToken) => default;
    }

    private sealed class HostsRunner : ICrmRunner
    {
        public ValueTask<DueWorkReport> RunDueWorkAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<OutboxReport> DrainOutboxAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<InboxReport> RunInboxAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<JobReport> RunJobsAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    private sealed class HostsStore(IClock clock) : StoreAround(new InMemoryCrmStore(clock));
}
