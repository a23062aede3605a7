namespace CandidateCrm.Storage;

/// <summary>One document with its ticket in the line of those that are due.</summary>
internal sealed class StoredDocument(TenantDocument document)
{
    internal Ticket Ticket { get; } = new(document.Key.Kind, document.Key.Name);

    internal TenantDocument Document { get; set; } = document;

    internal ClaimedDocument Claimed() =>
        new() { Document = Document, Lease = new DocumentLease { Document = Document.Key, Fence = Ticket.Fence, Until = Ticket.HeldUntil } };
}
