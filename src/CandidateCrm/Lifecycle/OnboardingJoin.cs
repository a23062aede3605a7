using CandidateCrm.Applications;
using CandidateCrm.Relationships;

namespace CandidateCrm.Lifecycle;

/// <summary>Lets an onboarding follow its application into the one with which that was merged, so that it is found, moved and taken back under the id that stays.</summary>
internal static class OnboardingJoin
{
    private const string Reason = "application.merged";

    /// <summary>Brings the onboarding of an application that is gone under the id of the one that stays; where that has one of its own, it goes on alone.</summary>
    internal static void Join(FoldPass pass, LifecycleKey key, JobApplicationId gone, JobApplicationId stays)
    {
        var slice = pass.Draft.Lifecycle!;
        if (slice.Find(gone) is not { } moving)
        {
            return;
        }

        var own = slice.Find(stays);
        var isMoved = moving.Status != OnboardingStatus.Void && own is null or { Status: OnboardingStatus.Void };
        var number = Math.Max(moving.Number, (own?.Number ?? 0) + 1);
        OpenTask[] owed = isMoved ? [.. (pass.Draft.Tasks?.Open ?? []).Where(task => OnboardingStep.IsOf(task.Key, moving)).Select(task => task.Task)] : [];
        OnboardingStep.Void(pass, key, moving, Reason);
        slice = pass.Draft.Lifecycle!;
        pass.Draft.Lifecycle = slice with { Onboardings = slice.Onboardings.RemoveAll(each => each.Application == gone) };
        if (isMoved)
        {
            OnboardingStep.Put(pass, moving with { Application = stays, Number = number });
            Reopen(pass, owed, stays, number);
        }
    }

    /// <summary>Opens the tasks of check-ins that were due under the id that stays.</summary>
    private static void Reopen(FoldPass pass, OpenTask[] owed, JobApplicationId stays, int number)
    {
        foreach (var task in owed)
        {
            pass.Want(new EffectKey(task.Rule, stays.Value, number, OpenTasks.CheckIn), task with { Subject = stays.Value });
        }
    }
}
