using System.Text.Json;
using System.Text.Json.Serialization;
using CandidateCrm.Candidates;
using CandidateCrm.Json;
using CandidateCrm.Storage;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>From when on a tenant's jobs may do their next pages: each page moves it on by what its rate asks for, so that two jobs are no faster than one.</summary>
internal sealed record JobPace
{
    [JsonIgnore]
    public DocumentKey Key { get; init; }

    [JsonIgnore]
    public long Revision { get; init; }

    /// <summary>Gets when.</summary>
    public required Instant FreeAt { get; init; }

    /// <summary>Gets or sets members that this version does not know.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    internal static DocumentKey KeyOf(TenantId tenant) => new(tenant, "job-pace", "tenant");

    internal static JobPace Of(TenantId tenant, TenantDocument? stored) =>
        stored is null
            ? new JobPace { Key = KeyOf(tenant), FreeAt = Instant.FromUnixTimeTicks(0) }
            : JsonSerializer.Deserialize(stored.Json, JobJsonContext.Default.JobPace)! with { Key = stored.Key, Revision = stored.Revision };

    /// <summary>Makes the pace after so many relationships.</summary>
    internal JobPace After(long relationships, int perSecond, Instant now) =>
        this with { FreeAt = Instant.Max(FreeAt, now) + (Duration.FromSeconds(relationships) / perSecond) };

    internal DocumentChange Change() => new()
    {
        Next = new TenantDocument { Key = Key, Json = JsonSerializer.Serialize(this, JobJsonContext.Default.JobPace) },
        ExpectedRevision = Revision,
    };
}
