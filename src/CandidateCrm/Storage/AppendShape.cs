namespace CandidateCrm.Storage;

/// <summary>Says what this store cannot append to an inbox: the mistakes of a caller. Nothing is touched before this has passed.</summary>
internal static class AppendShape
{
    /// <summary>Throws where the facts cannot wait for the tenant, or a transaction is given.</summary>
    internal static void Check(InboxAppend append)
    {
        ArgumentNullException.ThrowIfNull(append);
        if (!append.Tenant.IsAssigned || append.Facts.IsDefault)
        {
            throw new ArgumentException("An append has an assigned tenant id and facts.", nameof(append));
        }

        if (append.Transaction is not null)
        {
            throw new ArgumentException("A store in memory takes part in no transaction: append without one.", nameof(append));
        }

        foreach (var fact in append.Facts)
        {
            if (fact.Relationship.Tenant != append.Tenant || !fact.Relationship.Candidate.IsAssigned || !fact.Id.IsAssigned)
            {
                throw new ArgumentException($"Fact {fact.Id} has no id or is not of tenant {append.Tenant} of the append.", nameof(append));
            }
        }
    }
}
