namespace CandidateCrm.Storage;

/// <summary>Reads the documents of tenants. They are written by <see cref="ICrmStore.CommitAsync"/>, together with relationships.</summary>
public interface ITenantDocuments
{
    /// <summary>Reads documents of one kind, in ordinal order of their names, a page at a time.</summary>
    ValueTask<IReadOnlyList<TenantDocument>> ReadAsync(DocumentQuery query, CancellationToken cancellationToken);
}
