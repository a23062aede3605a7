using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>Moves the relationship between phases.</summary>
internal sealed class LifecycleReaction : Reaction
{
    internal override string Feature => "lifecycle";

    internal override void On(FoldPass pass, ITimelineEntry entry)
    {
        if (pass.Rules.Rules.Lifecycle is not { } definition || entry is not IFact)
        {
            return;
        }

        pass.WorkOn(DefinitionKind.Lifecycle, definition.Key.Value);
        Begin(pass, definition, entry as RelationshipOpened);
        switch (entry)
        {
            case CandidateFound:
                Fire(pass, definition, LifecycleTrigger.Found);
                break;
            case TouchpointRecorded touch:
                Touched(pass, definition, touch);
                break;
            case EmploymentEnded:
                Demand(pass, definition, LifecycleTrigger.EmploymentEnded);
                break;
            case IApplicationFact or RequisitionClosed:
                Processed(pass, definition);
                break;
            default:
                break;
        }
    }

    internal override bool IsChangedBy(Draft draft, RulesInForce before, RulesInForce after) => AsksForThePast(before, after);

    // Applications that come back tell what they make of all that was told while they were off.
    internal override bool AsksForThePast(RulesInForce before, RulesInForce after) =>
        Reacts(after) && (!Reacts(before) || after.BringsBack(FeatureCode.Applications, before));

    /// <summary>Takes over the phase that the lifecycle would stand in, had it always been there; numbers of changes go on.</summary>
    internal override void Cross(FoldPass pass, RulesInForce before)
    {
        if (pass.Past!.Lifecycle is not { } made)
        {
            return;
        }

        var shown = pass.Draft.Lifecycle;
        var changes = Math.Max(shown?.Changes ?? 0, made.Changes);
        var isNews = shown?.Phase != made.Phase;
        pass.Draft.Lifecycle = made with { Changes = isNews ? changes + 1 : changes };
        if (isNews)
        {
            pass.Raise(new PhaseChanged { From = shown?.Phase ?? default, To = made.Phase, Ordinal = changes + 1 });
        }
    }

    internal override object? Save(Draft draft) => draft.Lifecycle;

    internal override void Restore(Draft draft, object? slice) => draft.Lifecycle = (LifecycleSlice?)slice;

    private bool Reacts(RulesInForce rules) => rules.Rules.Rules.Lifecycle is not null && !rules.IsOff(Feature);

    private static void Begin(FoldPass pass, LifecycleDefinition definition, RelationshipOpened? opened)
    {
        if (pass.Draft.Lifecycle is null)
        {
            var phase = opened is { Phase.IsAssigned: true } ? opened.Phase : definition.Start;
            pass.Draft.Lifecycle = new LifecycleSlice { Phase = phase, Since = opened?.PhaseSince ?? pass.At, Changes = 1 };
            pass.Raise(new PhaseChanged { To = phase, Ordinal = 1 });
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
        if (reading == TouchReading.Conversation && !pass.Draft.Lifecycle!.HasSpoken)
        {
            pass.Draft.Lifecycle = pass.Draft.Lifecycle with { HasSpoken = true };
        }

        var moved = Fire(pass, definition, trigger);

        // Somebody who was in a process before and now turns to us again wants to talk about a job again; a word of thanks does not.
        if (!moved && reading == TouchReading.Conversation && pass.Draft.Applications is not null && !IsAfterword(pass, touch))
        {
            Fire(pass, definition, LifecycleTrigger.Reengaged);
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

    /// <summary>Asks for a move that the facts imply; where the lifecycle refuses it, that is a finding.</summary>
    private static void Demand(FoldPass pass, LifecycleDefinition definition, LifecycleTrigger trigger)
    {
        var from = pass.Draft.Lifecycle!.Phase;
        var transition = pass.Rules.Lifecycle.Decide(definition, from, trigger);
        if (transition.IsRefused)
        {
            pass.Note(FindingCodes.PhaseRefused, $"{from}:{trigger}");
        }
        else
        {
            Move(pass, transition);
        }
    }

    private static bool Fire(FoldPass pass, LifecycleDefinition definition, LifecycleTrigger trigger) =>
        Move(pass, pass.Rules.Lifecycle.Decide(definition, pass.Draft.Lifecycle!.Phase, trigger));

    private static bool Move(FoldPass pass, Transition<Phase> transition)
    {
        if (transition.Outcome != TransitionOutcome.Moved)
        {
            return false;
        }

        var slice = pass.Draft.Lifecycle!;
        pass.Draft.Lifecycle = slice with
        {
            Phase = transition.Target,
            Since = pass.At,
            Changes = slice.Changes + 1,
            Past = WithStay(slice.Past, slice.Phase, pass.At - slice.Since),
        };
        pass.Raise(new PhaseChanged { From = slice.Phase, To = transition.Target, Ordinal = slice.Changes + 1 });
        return true;
    }

    private static ImmutableArray<PhaseStay> WithStay(ImmutableArray<PhaseStay> past, Phase phase, Duration stay)
    {
        for (var i = 0; i < past.Length; i++)
        {
            if (past[i].Phase == phase)
            {
                return past.SetItem(i, past[i] with { Visits = past[i].Visits + 1, Total = past[i].Total + stay });
            }
        }

        return past.Add(new PhaseStay { Phase = phase, Visits = 1, Total = stay });
    }
}
