using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>Puts overlays over the phase and takes them away.</summary>
internal static class OverlayStep
{
    /// <summary>Says whether a fact is told of somebody whom nothing moves any more, which is a finding. What lifts that, or goes beyond it, is let through.</summary>
    internal static bool Stops(FoldPass pass, IFact fact)
    {
        var overlays = pass.Draft.Lifecycle!.Overlays;
        if (!overlays.IsClosed || (overlays.ErasedAt is null && fact is CandidateMerged or CandidateUnmerged or CandidateErased))
        {
            return false;
        }

        pass.Note(overlays.ErasedAt is null ? FindingCodes.Merged : FindingCodes.Erased, SubjectOf(pass));
        return true;
    }

    /// <summary>Names a fact in a finding: by its kind or code where it has one.</summary>
    internal static string SubjectOf(FoldPass pass) => pass.Cause?.Entry switch
    {
        TouchpointRecorded touch => touch.Kind.ToString(),
        CustomFact custom => custom.Code.ToString(),
        { } entry => EntryTypes.NameOf(entry),
        null => string.Empty,
    };

    /// <summary>Takes over a fact about an overlay; other facts are none of its business.</summary>
    internal static void Told(FoldPass pass, LifecycleDefinition definition, IFact fact)
    {
        var overlays = pass.Draft.Lifecycle!.Overlays;
        switch (fact)
        {
            case CandidateSnoozed snoozed:
                Snooze(pass, snoozed);
                break;
            case SnoozeEnded when overlays.Snooze is not null:
                EndSnooze(pass);
                break;
            case ContactBarred barred when overlays.ContactBar is null:
                Put(pass, overlays with { ContactBar = new ContactBar { Since = pass.At, Reason = barred.Reason } });
                break;
            case ContactBarLifted when overlays.ContactBar is not null:
                Put(pass, overlays with { ContactBar = null });
                break;
            case CandidateMerged merged when merged.Into != overlays.MergedInto && merged.Into != pass.Draft.Key.Candidate:
                Put(pass, overlays with { MergedInto = merged.Into, MergedAt = pass.At });
                OnboardingStep.CloseTasks(pass, definition.Key, "candidate.merged");
                break;
            case CandidateUnmerged when overlays.MergedAt is not null:
                Put(pass, overlays with { MergedInto = default, MergedAt = null });
                OnboardingStep.Resume(pass, definition);
                break;
            case CandidateErased:
                OnboardingStep.VoidAll(pass, definition.Key, "candidate.erased");
                Put(pass, overlays with { Snooze = null, ErasedAt = pass.At });
                break;
            case SnoozeEnded or ContactBarred or ContactBarLifted or CandidateMerged or CandidateUnmerged:
                pass.Note(FindingCodes.OverlayUnchanged, EntryTypes.NameOf(fact));
                break;
            default:
                break;
        }
    }

    /// <summary>Says whether a snooze ends later than it begins.</summary>
    internal static bool Begins(FoldPass pass, CandidateSnoozed snoozed) =>
        DateSchedule.IsUsable(snoozed.Until) && snoozed.Until > pass.At.InZone(pass.Rules.Rules.Zone).Date;

    /// <summary>Returns when a snooze is over by itself; null where there is none.</summary>
    internal static Instant? NextChange(LifecycleSlice slice) => slice.Overlays.Snooze?.EndsAt;

    /// <summary>Ends a snooze whose date has come.</summary>
    internal static void Tick(FoldPass pass)
    {
        var slice = pass.Draft.Lifecycle!;
        if (slice.Overlays.Snooze is { } snooze && snooze.EndsAt <= pass.At)
        {
            EndSnooze(pass);
            pass.Raise(new SnoozeOver { Until = snooze.Until, Ordinal = slice.Snoozes });
        }
    }

    /// <summary>Ends a snooze; nothing where there is none.</summary>
    internal static void EndSnooze(FoldPass pass)
    {
        var overlays = pass.Draft.Lifecycle!.Overlays;
        if (overlays.Snooze is not null)
        {
            Put(pass, overlays with { Snooze = null });
        }
    }

    private static void Snooze(FoldPass pass, CandidateSnoozed snoozed)
    {
        if (!Begins(pass, snoozed))
        {
            pass.Note(FindingCodes.SnoozeInPast, EntryTypes.NameOf(snoozed));
            return;
        }

        var slice = pass.Draft.Lifecycle!;
        var snooze = new Snooze { Since = pass.At, Until = snoozed.Until, EndsAt = DateSchedule.Start(pass.Rules.Rules.Zone, snoozed.Until), Reason = snoozed.Reason };
        pass.Draft.Lifecycle = slice with { Snoozes = slice.Snoozes + 1, Overlays = slice.Overlays with { Snooze = snooze } };
    }

    private static void Put(FoldPass pass, LifecycleOverlays overlays) => pass.Draft.Lifecycle = pass.Draft.Lifecycle! with { Overlays = overlays };
}
