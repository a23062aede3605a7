using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Storage;

namespace CandidateCrm.Applications;

/// <summary>The stored form of requisitions, version 1: members in one order, defaults left out. Members that this version does not know are kept.</summary>
internal static class RequisitionJson
{
    internal const int Schema = 1;

    private static readonly DocumentForm Form = new("requisition", Schema);

    /// <summary>Makes what is written of a requisition.</summary>
    /// <param name="tenant">Whose it is.</param>
    /// <param name="requisition">The requisition, with the revision that it is written on top of.</param>
    /// <param name="known">What is stored of it, whose unknown members are kept; null where nothing is.</param>
    internal static DocumentChange Change(Candidates.TenantId tenant, Requisition requisition, TenantDocument? known)
    {
        var document = RequisitionDocument.Of(requisition, known is null ? null : ReadDocument(known).Unknown);
        return new DocumentChange
        {
            Next = new TenantDocument
            {
                Key = RequisitionDocument.KeyOf(tenant, requisition.Id),
                Json = JsonSerializer.Serialize(document, RequisitionJsonContext.Default.RequisitionDocument),
            },
            ExpectedRevision = requisition.Revision,
        };
    }

    /// <summary>Reads a requisition.</summary>
    /// <exception cref="DocumentTooNewException">The document is of a newer version.</exception>
    /// <exception cref="JsonException">The text is not a requisition. The message quotes no data.</exception>
    internal static Requisition Read(TenantDocument stored) => ReadDocument(stored).ToRequisition(stored.Key, stored.Revision);

    private static RequisitionDocument ReadDocument(TenantDocument stored) => Form.Read(DocumentText.ToUtf8(stored.Json), ReadDocument);

    private static RequisitionDocument ReadDocument(ref DocumentReader reader)
    {
        var text = reader.Raw();
        reader.End();
        try
        {
            var document = JsonSerializer.Deserialize(text, RequisitionJsonContext.Default.RequisitionDocument) ?? throw new DocumentFault("The document of a requisition is null.");
            Form.Check(document.Schema);
            return document;
        }
        catch (Exception error) when (DocumentFault.IsForeign(error))
        {
            throw new DocumentFault("The document of a requisition lacks a member, or holds one of another type or beyond its bounds.");
        }
    }
}
