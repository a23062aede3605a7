using System.Globalization;
using CandidateCrm.Applications;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>Looks after people who were hired: check-ins on days counted from the first day of work, and the roles that follow.</summary>
internal static class OnboardingStep
{
    private const string RulePrefix = "onboarding-day.";

    /// <summary>Names a check-in as the rule of its effects.</summary>
    internal static string RuleOf(int day) => string.Create(CultureInfo.InvariantCulture, $"{RulePrefix}{day}");

    /// <summary>Begins the onboarding of a hire.</summary>
    internal static void Hire(FoldPass pass, LifecycleDefinition definition, JobApplicationId application, LocalDate? startsOn)
    {
        var slice = pass.Draft.Lifecycle!;
        var begun = new Onboarding
        {
            Application = application,
            Number = (slice.Find(application)?.Number ?? 0) + 1,
            HiredAt = pass.At,
            WasAlumni = slice.Holds(PersonRole.Alumni),
        };
        Put(pass, Timed(pass, definition, begun, startsOn));
        RoleStep.End(pass, PersonRole.Alumni);
        RoleStep.Begin(pass, PersonRole.Onboarding);
    }

    /// <summary>Times anew what is not due yet.</summary>
    internal static void Move(FoldPass pass, LifecycleDefinition definition, StartDateMoved moved)
    {
        if (pass.Draft.Lifecycle!.Find(moved.Application) is not { Status: OnboardingStatus.Running } running)
        {
            pass.Note(FindingCodes.NotOnboarding, moved.Application.ToString());
        }
        else if (running.StartsOn != moved.StartsOn)
        {
            Put(pass, Timed(pass, definition, running, moved.StartsOn));
        }
    }

    /// <summary>Takes a hire back; nothing where there is none.</summary>
    internal static void TakeBack(FoldPass pass, LifecycleKey key, JobApplicationId application)
    {
        if (pass.Draft.Lifecycle!.Find(application) is not { Status: not OnboardingStatus.Void } hire)
        {
            return;
        }

        Void(pass, key, hire, "application.hire_taken_back");
        var slice = pass.Draft.Lifecycle!;
        if (!Any(slice, OnboardingStatus.Running))
        {
            RoleStep.End(pass, PersonRole.Onboarding);
        }

        // Who was told to be an employee before this hire remains one.
        if (hire.Status == OnboardingStatus.Over && !Any(slice, OnboardingStatus.Over) && slice.Find(PersonRole.Employee)?.Since >= hire.HiredAt)
        {
            RoleStep.End(pass, PersonRole.Employee);
        }

        slice = pass.Draft.Lifecycle!;
        if (hire.WasAlumni && !slice.Holds(PersonRole.Onboarding) && !slice.Holds(PersonRole.Employee))
        {
            RoleStep.Begin(pass, PersonRole.Alumni);
        }
    }

    /// <summary>Ends the employment: an alumna or alumnus from now on.</summary>
    internal static void Leave(FoldPass pass, LifecycleKey key)
    {
        VoidAll(pass, key, "lifecycle.employment_ended");
        RoleStep.End(pass, PersonRole.Onboarding);
        RoleStep.End(pass, PersonRole.Employee);
        RoleStep.Begin(pass, PersonRole.Alumni);
    }

    /// <summary>Ends all onboardings, without a word about roles.</summary>
    internal static void VoidAll(FoldPass pass, LifecycleKey key, string reason)
    {
        foreach (var onboarding in pass.Draft.Lifecycle!.Onboardings)
        {
            Void(pass, key, onboarding, reason);
        }
    }

    /// <summary>Closes all tasks that check-ins opened.</summary>
    internal static void CloseTasks(FoldPass pass, LifecycleKey key, string reason)
    {
        foreach (var onboarding in pass.Draft.Lifecycle!.Onboardings)
        {
            CloseTasks(pass, key, onboarding, reason);
        }
    }

    /// <summary>Closes the tasks of check-ins of which the past, as it is taken over, knows nothing.</summary>
    internal static void CloseUnfounded(FoldPass pass, LifecycleKey key)
    {
        var alive = pass.Draft.Lifecycle!.Onboardings.Where(o => o.Status != OnboardingStatus.Void).ToArray();
        foreach (var task in pass.Draft.Tasks?.Open ?? [])
        {
            if (task.Key.Part == OpenTasks.CheckIn && !Array.Exists(alive, o => IsOf(task.Key, o)))
            {
                pass.WorkOn(DefinitionKind.Lifecycle, key.Value);
                Close(pass, task.Key, "lifecycle.taken_over");
            }
        }
    }

    /// <summary>Times anew what stood still. What is over by now is not made up for.</summary>
    internal static void Resume(FoldPass pass, LifecycleDefinition definition)
    {
        foreach (var onboarding in pass.Draft.Lifecycle!.Onboardings.Where(o => o.Status == OnboardingStatus.Running))
        {
            Put(pass, Timed(pass, definition, onboarding, onboarding.StartsOn));
        }
    }

    /// <summary>Returns when the next check-in is due, or the next onboarding over.</summary>
    internal static Instant? NextChange(LifecycleSlice slice)
    {
        Instant? next = null;
        foreach (var onboarding in slice.Onboardings)
        {
            next = Earlier(next, onboarding.OverAt);
            foreach (var checkIn in onboarding.CheckIns)
            {
                next = Earlier(next, checkIn.DueAt);
            }
        }

        return next;
    }

    /// <summary>Says whether a task that a check-in opened is to be done.</summary>
    internal static bool HasTasks(Draft draft) =>
        draft.Tasks is { Open.IsEmpty: false } tasks && tasks.Open.Any(task => task.Key.Part == OpenTasks.CheckIn);

    internal static void Tick(FoldPass pass, LifecycleKey key)
    {
        foreach (var onboarding in pass.Draft.Lifecycle!.Onboardings)
        {
            foreach (var checkIn in onboarding.CheckIns)
            {
                if (checkIn.DueAt <= pass.At)
                {
                    Due(pass, key, onboarding, checkIn);
                }
            }

            if (onboarding.OverAt <= pass.At)
            {
                Over(pass, onboarding);
            }
        }
    }

    private static void Due(FoldPass pass, LifecycleKey key, Onboarding onboarding, OnboardingCheckIn checkIn)
    {
        pass.WorkOn(DefinitionKind.Lifecycle, key.Value, onboarding.HiredAt);
        var on = onboarding.StartsOn!.Value.PlusDays(checkIn.Day);
        var now = pass.Draft.Lifecycle!.Find(onboarding.Application)!;
        Put(pass, now with { CheckIns = now.CheckIns.Remove(checkIn) });
        pass.Raise(new OnboardingCheckInDue { Application = onboarding.Application, Day = checkIn.Day, On = on, Ordinal = onboarding.Number });
        var rule = RuleOf(checkIn.Day);
        pass.Want(new EffectKey(rule, onboarding.Application.Value, onboarding.Number, OpenTasks.CheckIn), new OpenTask
        {
            Reason = "onboarding.check_in_due",
            Rule = rule,
            Subject = onboarding.Application.Value,
            DueAt = DateSchedule.Start(pass.Rules.Rules.Zone, on.PlusDays(1)),
        });
    }

    private static void Over(FoldPass pass, Onboarding onboarding)
    {
        var now = pass.Draft.Lifecycle!.Find(onboarding.Application)!;
        Put(pass, now with { Status = OnboardingStatus.Over, CheckIns = [], OverAfterDays = null, OverAt = null });
        if (!Any(pass.Draft.Lifecycle!, OnboardingStatus.Running))
        {
            RoleStep.End(pass, PersonRole.Onboarding);
        }

        RoleStep.Begin(pass, PersonRole.Employee);
    }

    /// <summary>Returns an onboarding with its check-ins at the dates that follow from a first day of work. It keeps the plan that the first such day found.</summary>
    private static Onboarding Timed(FoldPass pass, LifecycleDefinition definition, Onboarding onboarding, LocalDate? startsOn)
    {
        if (startsOn is not { } start || !DateSchedule.IsUsable(start))
        {
            return onboarding with { StartsOn = null, CheckIns = [.. onboarding.CheckIns.Select(c => new OnboardingCheckIn { Day = c.Day })], OverAt = null };
        }

        var zone = pass.Rules.Rules.Zone;
        var over = onboarding.OverAfterDays ?? definition.Onboarding.OverAfterDays;
        var days = onboarding.OverAfterDays is null ? definition.Onboarding.CheckInDays : [.. onboarding.CheckIns.Select(c => c.Day)];
        return onboarding with
        {
            StartsOn = start,
            CheckIns = [.. days.Select(day => new OnboardingCheckIn { Day = day, DueAt = DateSchedule.Due(zone, start.PlusDays(day), pass.At) })],
            OverAfterDays = over,
            OverAt = DateSchedule.Due(zone, start.PlusDays(over), pass.At) ?? pass.At,
        };
    }

    internal static void Void(FoldPass pass, LifecycleKey key, Onboarding onboarding, string reason)
    {
        if (onboarding.Status != OnboardingStatus.Void)
        {
            CloseTasks(pass, key, onboarding, reason);
            Put(pass, onboarding with { Status = OnboardingStatus.Void, StartsOn = null, CheckIns = [], OverAfterDays = null, OverAt = null });
        }
    }

    internal static void CloseTasks(FoldPass pass, LifecycleKey key, Onboarding onboarding, string reason)
    {
        foreach (var task in pass.Draft.Tasks?.Open ?? [])
        {
            if (IsOf(task.Key, onboarding))
            {
                pass.WorkOn(DefinitionKind.Lifecycle, key.Value, onboarding.HiredAt);
                Close(pass, task.Key, reason);
            }
        }
    }

    private static void Close(FoldPass pass, EffectKey task, string reason) =>
        pass.Want(new EffectKey(task.Rule, task.Subject, task.Ordinal, "close-check-in"), new CloseTask { Task = task, Reason = reason });

    internal static bool IsOf(EffectKey task, Onboarding onboarding) =>
        task.Part == OpenTasks.CheckIn && task.Ordinal == onboarding.Number && string.Equals(task.Subject, onboarding.Application.Value, StringComparison.Ordinal);

    private static bool Any(LifecycleSlice slice, OnboardingStatus status) => slice.Onboardings.Any(o => o.Status == status);

    private static Instant? Earlier(Instant? a, Instant? b) => a is null || b < a ? b ?? a : a;

    internal static void Put(FoldPass pass, Onboarding after)
    {
        var slice = pass.Draft.Lifecycle!;
        for (var i = 0; i < slice.Onboardings.Length; i++)
        {
            if (slice.Onboardings[i].Application == after.Application)
            {
                pass.Draft.Lifecycle = slice with { Onboardings = slice.Onboardings.SetItem(i, after) };
                return;
            }
        }

        pass.Draft.Lifecycle = slice with { Onboardings = slice.Onboardings.Add(after) };
    }
}
