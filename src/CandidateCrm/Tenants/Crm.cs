using CandidateCrm.Applications;
using CandidateCrm.Audit;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Insights;
using CandidateCrm.Jobs;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Storage;
using CandidateCrm.Talent;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>The CRM of a process.</summary>
internal sealed class Crm(
    CrmStores stores,
    Recorder recorder,
    RulesDesk desk,
    PauseRecords pauses,
    PauseBoards boards,
    JobDesk jobs,
    FaultRedriving redriving,
    RecordPlanner planner,
    RelationshipEngine engine,
    IClock clock,
    SegmentIndexesReader? indexes = null) : ICrm
{
    private readonly TimelineReader _reader = new(stores.Store, engine, desk.Rules, clock);
    private readonly TenantScan _scan = new(stores.Store, stores.Index);

    public IPauses Pauses { get; } = new PauseService(TenantId.Installation, pauses, stores.Documents, desk.Rules, clock);

    public ITenantCrm For(TenantId tenant)
    {
        if (!tenant.IsAssigned)
        {
            throw new ArgumentException("A tenant id is assigned; a host with one company uses TenantId.Single.", nameof(tenant));
        }

        if (tenant == TenantId.Installation)
        {
            throw new ArgumentException($"The id {tenant} is reserved for what belongs to no tenant.", nameof(tenant));
        }

        var rules = desk.Rules;
        var store = stores.Store;
        return new TenantCrm(tenant, rules, recorder, new InboxDoor(tenant, stores.Inbox, rules, clock), _reader, store, clock)
        {
            Rules = new RulesService(tenant, desk),
            Applications = new ApplicationsService(tenant, rules, new CommandService(tenant, rules, recorder, engine, store, clock), _reader, engine, clock),
            Charter = CharterOf(tenant),
            Engagement = new EngagementService(tenant, rules, _scan, _reader, engine, clock) { Backtests = new BacktestService(tenant, _scan, store), Jobs = jobs },
            Fit = new FitService(tenant, rules, _reader, desk.Surroundings.Fit, clock),
            Experience = new ExperienceService(tenant, rules, _reader, engine),
            Insights = new InsightsService(tenant, rules, _scan, _reader, clock),
            Parked = new ParkedWork(tenant, stores.Queues, store, recorder, clock),
            Pauses = new PauseService(tenant, pauses, stores.Documents, rules, clock),
            Interviews = new InterviewsService(tenant, store, stores.Index, _reader, clock),
            Segments = new SegmentsService(tenant, rules, _reader, clock)
            {
                Lists = new SegmentLists(tenant, stores.Index, _scan, _reader, new CarriedRules(tenant, rules, engine, jobs)),
                Indexed = indexes?.Of(tenant, rules, _reader, clock),
            },
            Talent = new TalentService(tenant, rules, _scan, _reader, clock),
            Tasks = new TaskList(tenant, store, stores.Index, recorder, clock),
            Faults = new FeatureFaults(tenant, stores, redriving, jobs, clock),
            Jobs = new TenantJobs(tenant, jobs),
            Retractions = new Retractions(tenant, store, _scan, planner, rules, jobs, clock),
            Requisitions = new RequisitionsService(tenant, stores, rules, jobs, clock),
            Findings = new FindingList(tenant, stores, clock),
            PublicStatus = new PublicStatusService(tenant, rules, _reader),
            Audit = new AuditService(tenant, rules, engine, store, boards, clock),
        };
    }

    private CharterService CharterOf(TenantId tenant)
    {
        var promises = new PromiseScan(tenant, desk.Rules, _scan, _reader, engine);
        return new CharterService(tenant, desk.Rules, promises, new PromiseListReader(tenant, desk.Rules, _reader, stores.Store, stores.Index), clock);
    }
}
