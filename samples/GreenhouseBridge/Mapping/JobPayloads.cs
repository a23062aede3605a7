using System.Globalization;
using CandidateCrm.Applications;

namespace GreenhouseBridge.Mapping;

/// <summary>Jobs: the requisitions that applications are for. Titles, texts and people of a job stay with the host.</summary>
internal static class JobPayloads
{
    /// <summary>The reason with which a requisition is closed whose job was deleted.</summary>
    internal static readonly ReasonCode Deleted = ReasonCode.From("job-deleted");

    /// <summary>The reason with which a requisition is closed whose job was closed; Greenhouse does not say why.</summary>
    internal static readonly ReasonCode Closed = ReasonCode.From("job-closed");

    /// <summary>Created, approved or changed: each payload shows the whole job. A draft counts as on hold: nobody is sought yet.</summary>
    internal static void JobShown(MappedPayload into)
    {
        var job = into.Fields.Object("job");
        var id = job.Id("id");
        var status = job.OptionalText("status");
        var openings = job.OptionalObjects("openings").Count;
        var openedAt = job.OptionalInstant("opened_at") ?? job.OptionalInstant("created_at") ?? into.ReceivedAt;
        into.TellJob(new JobReading
        {
            Requisition = RequisitionId.From(id.ToString(CultureInfo.InvariantCulture)),
            ReceivedAt = into.ReceivedAt,
            Openings = openings,
            OpenedOn = openedAt.InZone(into.Options.Zone).Date,
            IsOpen = status is null or "open",
            ClosedBecause = status is "closed" ? Closed : default,
        });
    }

    internal static void JobDeleted(MappedPayload into) => into.TellJob(new JobReading
    {
        Requisition = RequisitionId.From(into.Fields.Object("job").Id("id").ToString(CultureInfo.InvariantCulture)),
        ReceivedAt = into.ReceivedAt,
        ClosedBecause = Deleted,
    });
}
