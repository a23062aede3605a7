using CandidateCrm.Storage;

namespace CandidateCrm.Tenants;

/// <summary>The ports of the store that tenants' handles work with.</summary>
internal sealed class CrmStores(ICrmStore store, ICrmIndex index, ICrmInbox inbox, IQueueAdmin queues, ITenantDocuments documents)
{
    internal ICrmStore Store => store;

    internal ICrmIndex Index => index;

    internal ICrmInbox Inbox => inbox;

    internal IQueueAdmin Queues => queues;

    internal ITenantDocuments Documents => documents;
}
