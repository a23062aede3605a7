using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;

namespace CandidateCrm.Jobs;

/// <summary>Names jobs by what they are about, so that asking twice is the same as once.</summary>
internal static class JobIds
{
    internal static JobId OfRules(long position) => Named(JobKind.RulesCarry, position.ToString(CultureInfo.InvariantCulture));

    internal static JobId OfBatch(BatchId batch) => Named(JobKind.RetractBatch, batch.Value);

    internal static JobId OfFaults(FaultFilter faults) => Named(JobKind.RedriveFaults, SubjectOf(faults));

    internal static JobId OfScores { get; } = Named(JobKind.Rescore, RescoreWork.Subject);

    internal static JobId OfClosing(RequisitionId requisition, int closing) => Named(JobKind.CloseRequisition, SubjectOf(requisition, closing));

    internal static string SubjectOf(RequisitionId requisition, int closing) => string.Create(CultureInfo.InvariantCulture, $"{requisition}:{closing}");

    internal static string SubjectOf(FaultFilter faults) => $"{faults.Feature ?? "*"}:{faults.Definition ?? "*"}:{faults.Code ?? "*"}";

    /// <summary>A name that would be too long has a hash in the place of its subject, after another mark.</summary>
    private static JobId Named(JobKind kind, string subject) =>
        kind.Value.Length + 1 + subject.Length <= HostText.LongestId
            ? JobId.From($"{kind}:{subject}")
            : JobId.From($"{kind}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)).AsSpan(0, 16))}");
}
