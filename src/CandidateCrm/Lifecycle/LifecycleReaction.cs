using CandidateCrm.Applications;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>Moves the relationship between phases beneath what holds it, keeps roles, and looks after people who were hired.</summary>
internal sealed class LifecycleReaction : Reaction
{
    internal override string Feature => "lifecycle";

    internal override void On(FoldPass pass, ITimelineEntry entry)
    {
        if (pass.Rules.Rules.Lifecycle is not { } definition || entry is not IFact fact)
        {
            return;
        }

        pass.WorkOn(DefinitionKind.Lifecycle, definition.Key.Value);
        Begin(pass, definition, entry as RelationshipOpened);
        if (OverlayStep.Stops(pass, fact))
        {
            return;
        }

        Fire(pass, definition, fact);
        Follow(pass, definition, fact);
        OverlayStep.Told(pass, definition, fact);
    }

    internal override void Tick(FoldPass pass)
    {
        if (pass.Draft.Lifecycle is { Overlays.IsClosed: false } && pass.Rules.Rules.Lifecycle is { } definition)
        {
            OverlayStep.Tick(pass);
            OnboardingStep.Tick(pass, definition.Key);
        }
    }

    internal override Instant? NextChange(Draft draft, RulesInForce rules)
    {
        if (draft.Lifecycle is not { Overlays.IsClosed: false } slice || rules.Rules.Rules.Lifecycle is null)
        {
            return null;
        }

        var snooze = OverlayStep.NextChange(slice);
        return OnboardingStep.NextChange(slice) is { } onboarding && !(snooze <= onboarding) ? onboarding : snooze;
    }

    internal override bool IsListenedTo(CompiledRules rules) => rules.Rules.Lifecycle is not null;

    internal override bool IsChangedBy(Draft draft, RulesInForce before, RulesInForce after) =>
        AsksForThePast(before, after) || (Reacts(before) && !Reacts(after) && (NextChange(draft, before) is not null || OnboardingStep.HasTasks(draft)));

    // Applications that come back tell what they make of all that was told while they were off.
    internal override bool AsksForThePast(RulesInForce before, RulesInForce after) =>
        Reacts(after) && (!Reacts(before) || after.BringsBack(FeatureCode.Applications, before));

    /// <summary>
    /// Takes over the phase that the lifecycle would stand in, had it always been there; numbers of changes go on. Where it goes, it looks after nobody
    /// any more.
    /// </summary>
    internal override void Cross(FoldPass pass, RulesInForce before)
    {
        if (!Reacts(pass.InForce))
        {
            OnboardingStep.CloseTasks(pass, before.Rules.Rules.Lifecycle!.Key, "lifecycle.off");
            return;
        }

        if (pass.Past!.Lifecycle is not { } made)
        {
            return;
        }

        var shown = pass.Draft.Lifecycle;
        var changes = Math.Max(shown?.Changes ?? 0, made.Changes);
        var isNews = shown?.Phase != made.Phase;
        pass.Draft.Lifecycle = made with { Changes = isNews ? changes + 1 : changes, Snoozes = Math.Max(shown?.Snoozes ?? 0, made.Snoozes) };
        if (isNews)
        {
            pass.Raise(new PhaseChanged { From = shown?.Phase ?? default, To = made.Phase, Ordinal = changes + 1 });
        }

        RoleStep.TakeOver(pass, shown);
        OnboardingStep.CloseUnfounded(pass, pass.Rules.Rules.Lifecycle!.Key);
    }

    internal override object? Save(Draft draft) => draft.Lifecycle;

    internal override void Restore(Draft draft, object? slice) => draft.Lifecycle = (LifecycleSlice?)slice;

    private bool Reacts(RulesInForce rules) => rules.Rules.Rules.Lifecycle is not null && !rules.IsOff(Feature);

    private static void Begin(FoldPass pass, LifecycleDefinition definition, RelationshipOpened? opened)
    {
        if (pass.Draft.Lifecycle is null)
        {
            var phase = opened is { Phase.IsAssigned: true } ? opened.Phase : definition.Start;

            // A phase that is to begin later than it is told begins now: no stay is shorter than nothing.
            pass.Draft.Lifecycle = new LifecycleSlice { Phase = phase, Since = opened?.PhaseSince < pass.At ? opened.PhaseSince.Value : pass.At, Changes = 1 };
            pass.Raise(new PhaseChanged { To = phase, Ordinal = 1 });
        }
    }

    /// <summary>Fires what a tenant's reading of a fact says, or what the library reads in it. What tells nothing new says nothing to a tenant's reading.</summary>
    private static void Fire(FoldPass pass, LifecycleDefinition definition, IFact fact)
    {
        foreach (var reading in definition.Readings)
        {
            if (reading.When.Matches(fact))
            {
                if (reading.Trigger is { } trigger && !pass.Notes.IsRepetition)
                {
                    FactReading.Fire(pass, definition, fact, trigger);
                }

                return;
            }
        }

        FactReading.Fire(pass, definition, fact);
    }

    /// <summary>Keeps roles and onboardings. They follow from the facts, whatever a tenant's readings make of these for the phase.</summary>
    private static void Follow(FoldPass pass, LifecycleDefinition definition, IFact fact)
    {
        switch (fact)
        {
            case RoleTaken taken:
                RoleStep.Told(pass, taken);
                break;
            case RoleLeft left:
                RoleStep.Told(pass, left);
                break;
            case EmploymentEnded:
                OnboardingStep.Leave(pass, definition.Key);
                break;
            case StartDateMoved moved:
                OnboardingStep.Move(pass, definition, moved);
                break;
            case IApplicationFact when pass.Notes.Gone.IsAssigned:
                OnboardingJoin.Join(pass, definition.Key, pass.Notes.Gone, pass.Notes.Stays);
                break;
            case IApplicationFact when pass.Notes.Hired:
                OnboardingStep.Hire(pass, definition, pass.Notes.Ended, (fact as CandidateHired)?.StartsOn);
                break;
            case IApplicationFact when pass.Notes.Revived.IsAssigned || pass.Notes.Ended.IsAssigned:
                OnboardingStep.TakeBack(pass, definition.Key, pass.Notes.Revived.IsAssigned ? pass.Notes.Revived : pass.Notes.Ended);
                break;
            default:
                break;
        }
    }
}
