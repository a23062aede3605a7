namespace CandidateCrm.Testing;

/// <summary>
/// The contract of a store: <see cref="Storage.ICrmStore"/>, <see cref="Storage.ICrmIndex"/>, <see cref="Storage.IWorkQueue"/>,
/// <see cref="Storage.IOutboxQueue"/>, <see cref="Storage.ITenantDocuments"/>, <see cref="Storage.IJobQueue"/>, <see cref="Storage.ICrmFeed"/>,
/// <see cref="Storage.IRulesStore"/>, <see cref="Storage.ICrmInbox"/> and <see cref="Storage.IQueueAdmin"/> as cases for any test framework.
/// A case added here runs for every store.
/// </summary>
public static class StoreContract
{
    /// <summary>Gets the cases. Each is independent of the others and wants an empty store of its own.</summary>
    public static IReadOnlyList<ContractCase<StoreUnderTest>> Cases { get; } =
    [
        .. LoadingCases.All(),
        .. TimelineOrderCases.All(),
        .. TimelineReadingCases.All(),
        .. RoundTripCases.All(),
        .. RevisionCases.All(),
        .. RepetitionCases.All(),
        .. EffectCases.All(),
        .. OutboxCases.All(),
        .. OutboxLeaseCases.All(),
        .. HoldCases.All(),
        .. AlarmCases.All(),
        .. AlarmLeaseCases.All(),
        .. FairnessCases.All(),
        .. ListCases.All(),
        .. GrowingListCases.All(),
        .. CheckpointCases.All(),
        .. DocumentCases.All(),
        .. DocumentCommitCases.All(),
        .. ClaimCases.All(),
        .. JobCases.All(),
        .. JobLeaseCases.All(),
        .. FeedCases.All(),
        .. FeedErasureCases.All(),
        .. ErasureCases.All(),
        .. ConcurrencyCases.All(),
        .. RulesLogCases.All(),
        .. RulesPublicationCases.All(),
        .. InboxCases.All(),
        .. InboxLeaseCases.All(),
        .. InboxFailureCases.All(),
        .. InboxTurnCases.All(),
        .. InboxErasureCases.All(),
        .. ParkedListCases.All(),
        .. ParkedWorkCases.All(),
    ];
}
