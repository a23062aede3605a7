using System.Text;
using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Storage;

namespace CandidateCrm.Jobs;

/// <summary>The stored form of jobs, version 1. Members that this version does not know are kept.</summary>
internal static class JobJson
{
    internal const int Schema = 1;

    internal static string Write(JobDocument job) => JsonSerializer.Serialize(job, JobJsonContext.Default.JobDocument);

    /// <summary>Reads a job.</summary>
    /// <exception cref="DocumentTooNewException">The document is of a newer version.</exception>
    /// <exception cref="JsonException">The text is not a job. The message quotes no data.</exception>
    internal static JobDocument Read(TenantDocument stored)
    {
        if (DocumentSchema.IsAbove(Schema, Encoding.UTF8.GetBytes(stored.Json)))
        {
            throw DocumentTooNewException.Of("job", Schema);
        }

        try
        {
            var job = JsonSerializer.Deserialize(stored.Json, JobJsonContext.Default.JobDocument) ?? throw new DocumentFault("The document of a job is null.");
            return job with { Key = stored.Key, Revision = stored.Revision, DueAt = stored.DueAt };
        }
        catch (Exception error) when (DocumentFault.IsForeign(error))
        {
            throw DocumentFault.Of("job", error);
        }
    }
}
