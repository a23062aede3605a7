using CandidateCrm.Audit;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Insights;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>The CRM of a process.</summary>
internal sealed class Crm(
    ICrmStore store, ICrmIndex index, ICrmInbox inbox, IQueueAdmin queues, Recorder recorder, RulesDesk desk, RelationshipEngine engine, IClock clock) : ICrm
{
    private readonly TimelineReader _reader = new(store, engine, desk.Rules, clock);
    private readonly TenantScan _scan = new(store, index);

    public ITenantCrm For(TenantId tenant)
    {
        if (!tenant.IsAssigned)
        {
            throw new ArgumentException("A tenant id is assigned; a host with one company uses TenantId.Single.", nameof(tenant));
        }

        var rules = desk.Rules;
        return new TenantCrm(tenant, rules, recorder, new InboxDoor(tenant, inbox, rules, clock), _reader, store, clock)
        {
            Rules = new RulesService(tenant, desk),
            Charter = new CharterService(tenant, rules, _scan, _reader, store, index, clock),
            Engagement = new EngagementService(tenant, rules, _scan, _reader, engine, clock),
            Insights = new InsightsService(tenant, rules, _scan, _reader, clock),
            Parked = new ParkedWork(tenant, queues, store, recorder, clock),
            Audit = new AuditService(tenant, rules, engine, store, clock),
        };
    }
}
