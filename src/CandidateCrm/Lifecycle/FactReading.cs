using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>Which trigger a fact fires. What a touchpoint asks for and a phase refuses is passed over; of other facts that is a finding.</summary>
internal static class FactReading
{
    /// <summary>Fires what a tenant's reading says.</summary>
    internal static void Fire(FoldPass pass, LifecycleDefinition definition, IFact fact, LifecycleTrigger trigger)
    {
        if (trigger is LifecycleTrigger.Conversed or LifecycleTrigger.Reengaged)
        {
            Hear(pass);
        }

        PhaseStep.Fire(pass, definition, trigger, isImplied: fact is not TouchpointRecorded);
    }

    /// <summary>Fires what the library reads in a fact.</summary>
    internal static void Fire(FoldPass pass, LifecycleDefinition definition, IFact fact)
    {
        switch (fact)
        {
            case CandidateFound:
                PhaseStep.Fire(pass, definition, LifecycleTrigger.Found, isImplied: false);
                break;
            case TouchpointRecorded touch:
                Touched(pass, definition, touch);
                break;
            case EmploymentEnded:
                Demand(pass, definition, LifecycleTrigger.EmploymentEnded);
                break;
            case CandidateSnoozed snoozed when pass.Draft.Applications?.AnyLive != true && OverlayStep.Begins(pass, snoozed):
                Demand(pass, definition, LifecycleTrigger.Parked);
                break;
            case IApplicationFact or RequisitionClosed:
                Processed(pass, definition);
                break;
            default:
                break;
        }
    }

    private static void Processed(FoldPass pass, LifecycleDefinition definition)
    {
        if (pass.Notes.Opened)
        {
            Demand(pass, definition, LifecycleTrigger.Applied);
        }

        if (pass.Notes.Hired)
        {
            Demand(pass, definition, LifecycleTrigger.Hired);
        }
        else if (pass.Notes.ProcessEnded)
        {
            Demand(pass, definition, LifecycleTrigger.ProcessEnded);
        }
    }

    private static void Touched(FoldPass pass, LifecycleDefinition definition, TouchpointRecorded touch)
    {
        var reading = TouchReadings.Of(touch);
        if (reading == TouchReading.Nothing)
        {
            return;
        }

        var trigger = TriggerOf(pass, touch, reading);
        if (reading == TouchReading.Conversation)
        {
            Hear(pass);
        }

        // What we do is an approach to whoever is not to be approached, also where the other side has spoken before.
        var isOurs = reading == TouchReading.Outreach || touch.Direction == Direction.Outbound;
        var moved = PhaseStep.Fire(pass, definition, trigger, isImplied: false, isOurs ? LifecycleTrigger.Approached : null);

        // Somebody who was in a process before and now turns to us again wants to talk about a job again; a word of thanks does not.
        if (!moved && reading == TouchReading.Conversation && pass.Draft.Applications is not null && !IsAfterword(pass, touch))
        {
            PhaseStep.Fire(pass, definition, LifecycleTrigger.Reengaged, isImplied: false, isOurs ? LifecycleTrigger.Approached : null);
        }
    }

    private static void Hear(FoldPass pass)
    {
        if (!pass.Draft.Lifecycle!.HasSpoken)
        {
            pass.Draft.Lifecycle = pass.Draft.Lifecycle with { HasSpoken = true };
        }
    }

    // A call or a meeting is a conversation by itself; a message is one once the other side has written, whoever began.
    private static LifecycleTrigger TriggerOf(FoldPass pass, TouchpointRecorded touch, TouchReading reading)
    {
        var contact = pass.Draft.Contact;
        return reading switch
        {
            TouchReading.Outreach when pass.Draft.Lifecycle!.HasSpoken && !AutomationRule.IsAutomatic(touch, pass.Cause) => LifecycleTrigger.Conversed,
            TouchReading.Outreach => LifecycleTrigger.Approached,
            TouchReading.Conversation when touch.Direction != Direction.Inbound || contact?.LastOutboundAt is not null => LifecycleTrigger.Conversed,
            _ => LifecycleTrigger.ShowedInterest,
        };
    }

    private static bool IsAfterword(FoldPass pass, TouchpointRecorded touch) =>
        touch.NeedsNoReply || (touch.Application.IsAssigned && pass.Draft.Applications?.Find(touch.Application) is { IsLive: false });

    /// <summary>Asks for a move that the facts imply.</summary>
    private static void Demand(FoldPass pass, LifecycleDefinition definition, LifecycleTrigger trigger) => PhaseStep.Fire(pass, definition, trigger, isImplied: true);
}
