using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Storage;

namespace CandidateCrm.Jobs;

/// <summary>The stored form of jobs, version 1. Members that this version does not know are kept.</summary>
internal static class JobJson
{
    internal const int Schema = 1;

    private static readonly DocumentForm Form = new("job", Schema);

    internal static string Write(JobDocument job) => JsonSerializer.Serialize(job, JobJsonContext.Default.JobDocument);

    /// <summary>Reads a job.</summary>
    /// <exception cref="DocumentTooNewException">The document is of a newer version.</exception>
    /// <exception cref="JsonException">The text is not a job. The message quotes no data.</exception>
    internal static JobDocument Read(TenantDocument stored) =>
        Form.Read(DocumentText.ToUtf8(stored.Json), Read) with { Key = stored.Key, Revision = stored.Revision, DueAt = stored.DueAt };

    /// <summary>Reads a job; null where this version cannot.</summary>
    internal static JobDocument? TryRead(TenantDocument stored)
    {
        try
        {
            return Read(stored);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JobDocument Read(ref DocumentReader reader)
    {
        var text = reader.Raw();
        reader.End();
        try
        {
            var job = JsonSerializer.Deserialize(text, JobJsonContext.Default.JobDocument) ?? throw new DocumentFault("The document of a job is null.");
            Form.Check(job.Schema);
            return job;
        }
        catch (Exception error) when (DocumentFault.IsForeign(error))
        {
            throw new DocumentFault("The document of a job lacks a member, or holds one of another type or beyond its bounds.");
        }
    }
}
