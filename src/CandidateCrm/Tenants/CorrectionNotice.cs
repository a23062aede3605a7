using System.Collections.Immutable;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>
/// Says that the past was corrected: one notice with the differences, a finding for each effect that was handed over and is not wanted any more,
/// and the closing of tasks among those. Notices belong to the record; a replay neither makes nor reads them.
/// </summary>
internal static class CorrectionNotice
{
    private const string Closing = "close-unfounded";
    private const string ClosingCheckIn = "close-unfounded-check-in";
    private const string Announcing = "announce.past_corrected";

    /// <summary>Says whether a derived event is one of these notices.</summary>
    internal static bool Is(TimelineEvent derived) => derived.Entry is PastCorrected or PromiseVerdictChanged or FindingNoted { Code: FindingCodes.EffectUnfounded };

    /// <summary>Says whether an effect is one of these notices.</summary>
    internal static bool Is(Effect effect) => effect.Key.Part is Closing or ClosingCheckIn or Announcing || effect.Intent is Announce { Event: PromiseVerdictChanged };

    /// <summary>Adds the notices to a plan in which something that was on record is not true any more, or something else is true of what was folded before.</summary>
    internal static RecordPlan With(RecordPlan plan, TimelinePlace foldedTo, ActivationLog log, Instant now)
    {
        if (plan.Retracted.IsEmpty && plan.Unwanted.IsEmpty && !plan.Derived.Any(e => e.Place <= foldedTo))
        {
            return plan;
        }

        var unfounded = plan.Unwanted.Where(e => e.Outcome == EffectOutcome.Done).ToArray();
        var notice = new PastCorrected
        {
            Ordinal = checked((int)plan.Next.Revision + 1),
            Retracted = plan.Retracted.Length,
            Added = plan.Derived.Length,
            Cancelled = [.. plan.Unwanted.Where(e => e.Outcome != EffectOutcome.Done).Select(e => e.Effect.Key)],
            Unfounded = [.. unfounded.Select(e => e.Effect.Key)],
        };
        var verdicts = VerdictChanges.Of(plan, notice.Ordinal);
        ImmutableArray<IDerivedEvent> entries =
        [
            notice,
            .. unfounded.Select(e => new FindingNoted { Code = FindingCodes.EffectUnfounded, Subject = e.Effect.Key.ToString() }),
            .. verdicts,
        ];
        return plan with
        {
            Notices = [.. entries.Select((entry, i) => Envelope(plan.Next, entry, i + 1, now))],
            Wanted = [.. plan.Wanted, .. EffectsOf(notice, unfounded, log.InForceAt(now), now), .. Announced(verdicts, log.InForceAt(now), now)],
        };
    }

    private static IEnumerable<Effect> EffectsOf(PastCorrected notice, EffectRecord[] unfounded, Activation inForce, Instant now)
    {
        foreach (var task in unfounded.Where(e => e.Effect.Intent is OpenTask))
        {
            yield return new Effect
            {
                Key = new EffectKey(task.Effect.Key.Rule, task.Effect.Key.ToString(), notice.Ordinal, task.Effect.Key.Part == OpenTasks.CheckIn ? ClosingCheckIn : Closing),
                Intent = new CloseTask { Task = task.Effect.Key, Reason = FindingCodes.EffectUnfounded },
                IntendedAt = now,
                Withheld = inForce.Modes.WithholdingOf(EffectOrigin.Of(task.Relationship.Candidate, task.Effect.Key).Feature, now),
            };
        }

        if (inForce.Rules.Announced.Contains(EntryTypes.NameOf(notice)))
        {
            yield return new Effect
            {
                Key = AnnouncementKeys.Of(notice)!.Value,
                Intent = new Announce { Event = notice },
                IntendedAt = now,
                Withheld = inForce.Modes.WithholdingOf(default, now),
            };
        }
    }

    private static IEnumerable<Effect> Announced(ImmutableArray<PromiseVerdictChanged> verdicts, Activation inForce, Instant now) =>
        inForce.Rules.Announced.Contains(EntryTypes.NameOf(typeof(PromiseVerdictChanged)))
            ? verdicts.Select(verdict => new Effect
            {
                Key = AnnouncementKeys.Of(verdict)!.Value,
                Intent = new Announce { Event = verdict },
                IntendedAt = now,
                Withheld = inForce.Modes.WithholdingOf(FeatureCode.Charter, now),
            })
            : [];

    private static TimelineEvent Envelope(Relationship next, IDerivedEvent entry, int ordinal, Instant now) => new()
    {
        Relationship = next.Key,
        Id = ActIds.OfNotice(next.Key, next.Revision, ordinal),
        OccurredAt = now,
        RecordedAt = now,
        Actor = Actor.Crm,
        Ordinal = ordinal,
        Entry = entry,
    };
}
