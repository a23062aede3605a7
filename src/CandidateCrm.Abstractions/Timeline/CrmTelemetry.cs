namespace CandidateCrm.Timeline;

/// <summary>The names under which the library can be watched. Tags have few values: never an id, a name, an address or free text.</summary>
public static class CrmTelemetry
{
    /// <summary>The name of the one activity source.</summary>
    public const string ActivitySourceName = "CandidateCrm";

    /// <summary>The name of the one meter.</summary>
    public const string MeterName = "CandidateCrm";

    /// <summary>Counts facts at the door, with the tag <c>outcome</c>: recorded, repeated, id_reused or refused.</summary>
    public const string Facts = "candidatecrm.facts";

    /// <summary>Counts commits of relationships that met another revision and were decided again.</summary>
    public const string Conflicts = "candidatecrm.conflicts";

    /// <summary>Counts written commits with facts that came late and had a timeline replayed.</summary>
    public const string Corrections = "candidatecrm.corrections";

    /// <summary>Counts alarms, with the tag <c>outcome</c>: settled or left.</summary>
    public const string Alarms = "candidatecrm.alarms";

    /// <summary>Counts effects, with the tag <c>outcome</c>: done, skipped, held, failed, parked or dropped.</summary>
    public const string Effects = "candidatecrm.effects";

    /// <summary>The time from an alarm's instant to its settling, in seconds.</summary>
    public const string AlarmDelay = "candidatecrm.alarm.delay";

    /// <summary>Counts facts that were taken into the inbox.</summary>
    public const string InboxFacts = "candidatecrm.inbox.facts";

    /// <summary>Counts batches of the inbox, with the tag <c>outcome</c>: recorded, failed, parked, left or dropped.</summary>
    public const string InboxBatches = "candidatecrm.inbox.batches";

    /// <summary>The time from taking the first fact of a batch into the inbox to its recording, in seconds.</summary>
    public const string InboxDelay = "candidatecrm.inbox.delay";

    /// <summary>Counts pages of jobs, with the tag <c>outcome</c>: done, failed or left.</summary>
    public const string JobPages = "candidatecrm.jobs.pages";

    /// <summary>Counts relationships on pages of jobs, with the tag <c>outcome</c>: changed, unchanged or failed.</summary>
    public const string JobRelationships = "candidatecrm.jobs.relationships";
}
