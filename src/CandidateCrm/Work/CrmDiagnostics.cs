using System.Diagnostics;
using System.Diagnostics.Metrics;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Work;

/// <summary>Counts and traces what the services do. It carries no id of anybody.</summary>
internal static class CrmDiagnostics
{
    private const string Outcome = "outcome";

    private static readonly Meter Meter = new(CrmTelemetry.MeterName);

    private static readonly Counter<long> Facts = Meter.CreateCounter<long>(CrmTelemetry.Facts, "{fact}", "Facts at the door");

    private static readonly Counter<long> Conflicts = Meter.CreateCounter<long>(CrmTelemetry.Conflicts, "{conflict}", "Commits that met another revision");

    private static readonly Counter<long> Corrections = Meter.CreateCounter<long>(CrmTelemetry.Corrections, "{correction}", "Commits that had a timeline replayed");

    private static readonly Counter<long> Alarms = Meter.CreateCounter<long>(CrmTelemetry.Alarms, "{alarm}", "Alarms");

    private static readonly Counter<long> Effects = Meter.CreateCounter<long>(CrmTelemetry.Effects, "{effect}", "Effects");

    private static readonly Counter<long> InboxFacts = Meter.CreateCounter<long>(CrmTelemetry.InboxFacts, "{fact}", "Facts taken into the inbox");

    private static readonly Counter<long> InboxBatches = Meter.CreateCounter<long>(CrmTelemetry.InboxBatches, "{batch}", "Batches of the inbox");

    private static readonly Counter<long> JobPages = Meter.CreateCounter<long>(CrmTelemetry.JobPages, "{page}", "Pages of jobs");

    private static readonly Counter<long> JobRelationships = Meter.CreateCounter<long>(CrmTelemetry.JobRelationships, "{relationship}", "Relationships on pages of jobs");

    private static readonly Histogram<double> InboxDelay = Meter.CreateHistogram<double>(CrmTelemetry.InboxDelay, "s", "From taking a fact into the inbox to its recording");

    private static readonly Histogram<double> AlarmDelay = Meter.CreateHistogram<double>(CrmTelemetry.AlarmDelay, "s", "From an alarm's instant to its settling");

    internal static ActivitySource Source { get; } = new(CrmTelemetry.ActivitySourceName);

    internal static void FactDone(RecordStatus status) => Facts.Add(1, new KeyValuePair<string, object?>(Outcome, status switch
    {
        RecordStatus.Recorded => "recorded",
        RecordStatus.Repeated => "repeated",
        RecordStatus.IdReused => "id_reused",
        _ => "refused",
    }));

    internal static void Conflict() => Conflicts.Add(1);

    internal static void Correction() => Corrections.Add(1);

    internal static void AlarmDone(bool settled, Duration delay)
    {
        Alarms.Add(1, new KeyValuePair<string, object?>(Outcome, settled ? "settled" : "left"));
        if (settled)
        {
            AlarmDelay.Record(delay.TotalSeconds);
        }
    }

    internal static void EffectDone(string outcome) => Effects.Add(1, new KeyValuePair<string, object?>(Outcome, outcome));

    internal static void FactSubmitted(SubmitStatus status)
    {
        if (status == SubmitStatus.Accepted)
        {
            InboxFacts.Add(1);
        }
        else
        {
            FactDone(RecordStatus.Refused);
        }
    }

    internal static void BatchDone(string outcome, Duration? delay = null)
    {
        InboxBatches.Add(1, new KeyValuePair<string, object?>(Outcome, outcome));
        if (delay is { } waited)
        {
            InboxDelay.Record(waited.TotalSeconds);
        }
    }

    internal static void JobPageDone(string outcome) => JobPages.Add(1, new KeyValuePair<string, object?>(Outcome, outcome));

    internal static void JobRelationshipsDone(int changed, int failed, int all)
    {
        JobRelationships.Add(changed, new KeyValuePair<string, object?>(Outcome, "changed"));
        JobRelationships.Add(failed, new KeyValuePair<string, object?>(Outcome, "failed"));
        JobRelationships.Add(all - changed - failed, new KeyValuePair<string, object?>(Outcome, "unchanged"));
    }
}
