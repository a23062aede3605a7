using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>
/// The rows of live applications by requisition. Lists are sorted by numbers, so that a requisition has one made of its name: those of one stand
/// together, and are found without reading the others. That two have the same number is possible; the item tells them apart.
/// </summary>
internal static class RequisitionRows
{
    private static readonly CandidateId Any = CandidateId.From("!");

    /// <summary>Makes the row of a live application.</summary>
    internal static IndexRow Of(CandidateId candidate, RequisitionId requisition, JobApplicationId application) => new()
    {
        Index = IndexNames.RequisitionApplications,
        Candidate = candidate,
        Sort = NumberOf(requisition),
        Item = $"{requisition}\t{application}",
    };

    /// <summary>Makes the query of a page of those of one requisition; an earlier row may stand before the first.</summary>
    internal static IndexQuery Query(TenantId tenant, RequisitionId requisition, IndexRow? after, int max) => new()
    {
        Tenant = tenant,
        Index = IndexNames.RequisitionApplications,
        After = after ?? Before(requisition),
        UpTo = NumberOf(requisition),
        Max = max,
    };

    /// <summary>Returns a key that lies before all rows of a requisition.</summary>
    internal static IndexRow Before(RequisitionId requisition) =>
        new() { Index = IndexNames.RequisitionApplications, Candidate = Any, Sort = NumberOf(requisition) - 1 };

    /// <summary>Returns the number that a requisition is sorted by: 0 or more.</summary>
    internal static long NumberOf(RequisitionId requisition) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(requisition.Value))) & long.MaxValue;
}
