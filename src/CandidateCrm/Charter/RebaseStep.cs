using CandidateCrm.Calendars;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Takes running promises over to the rules in force, and holds what was told to the candidate against what is true.</summary>
internal static class RebaseStep
{
    private static readonly Duration MostByZones = Duration.FromHours(25);

    /// <summary>Takes a running promise over to the rules in force. What is broken stays broken.</summary>
    internal static void Rebase(FoldPass pass, Promise promise)
    {
        if (promise.State is not (PromiseState.Open or PromiseState.Paused))
        {
            return;
        }

        var old = pass.RuleOf(promise) as TimedExpectation;
        var rule = pass.Rules.FindExpectation(promise.Key.Expectation) as TimedExpectation;
        if (rule is null || old is null || rule.GetType() != old.GetType() || !TryRebased(pass, promise, (old, rule), out var after))
        {
            pass.Note(FindingCodes.RebaseImpossible, promise.Key.ToString());
            return;
        }

        PromiseSlice.Replace(pass, promise, after);
        pass.Raise(new PromiseRebased
        {
            Promise = promise.Key,
            OldVersion = promise.Version,
            Version = after.Version,
            OldDueAt = promise.Target!.Value,
            DueAt = after.Target!.Value,
            Number = after.Changes,
        });
        Correct(pass, after);
    }

    /// <summary>Takes in what the candidate was told.</summary>
    internal static void Told(FoldPass pass, Promise promise, DueTold told)
    {
        if (promise.State is not (PromiseState.Open or PromiseState.Paused))
        {
            return;
        }

        var after = promise with { ToldDueAt = told.DueAt };
        if (promise.Target != told.DueAt && told.ZoneDataVersion is { } version && !string.Equals(version, promise.ZoneDataVersion, StringComparison.Ordinal))
        {
            var rule = (TimedExpectation)pass.RuleOf(promise);
            var calendar = pass.CalendarOf(promise);
            if (IsLikely(promise, told.DueAt) && !IsExplained(pass, promise, rule, told.DueAt))
            {
                after = CharterEngine.WithNextStep(PromiseClock.DueAt(after with { ZoneDataVersion = version }, told.DueAt, calendar), rule, calendar);
                pass.Note(FindingCodes.ZoneDataDiffers, promise.Key.ToString());
            }
        }

        PromiseSlice.Replace(pass, promise, after);
        Correct(pass, after);
    }

    /// <summary>Says that what the candidate was told is not true any more, where it is not. A paused promise has no date that could be told instead.</summary>
    internal static void Correct(FoldPass pass, Promise promise)
    {
        if (promise.State == PromiseState.Open && promise.ToldDueAt is { } told && promise.DueAt is { } due && told != due)
        {
            var moved = promise with { Changes = promise.Changes + 1 };
            PromiseSlice.Replace(pass, PromiseSlice.Find(pass, promise.Key)!, moved);
            pass.Raise(new PromiseDueMoved { Promise = promise.Key, ToldDueAt = told, DueAt = due, Number = moved.Changes });
        }
    }

    /// <summary>Says which dates that were told are others by the zones of the rules in force. They stand: what was told holds.</summary>
    internal static void HoldAgainstZones(FoldPass pass)
    {
        foreach (var promise in PromiseSlice.Of(pass).Promises)
        {
            if (promise is { ToldDueAt: not null, State: PromiseState.Open or PromiseState.Paused }
                && pass.Rules.FindCalendar(promise.Calendar, promise.CalendarVersion) is { } calendar
                && pass.RuleOf(promise) is TimedExpectation rule
                && TryBase(pass, promise, (rule, rule), calendar, out var due))
            {
                var there = promise;
                if (PromiseClock.TryRebase(ref there, due, calendar) && PromiseClock.OnLine(there).Target != promise.Target)
                {
                    pass.Note(FindingCodes.ZoneDataDiffers, promise.Key.ToString());
                }
            }
        }
    }

    // Zone data move a date by hours, or by a day where a country changes sides of the date line; what is further off was told by mistake, and is not true.
    private static bool IsLikely(Promise promise, Instant told) =>
        told > promise.OpenedAt && told - promise.Target!.Value is var off && off <= MostByZones && off >= -MostByZones;

    // What was told follows from other zone data, and stands, where no number of its pauses gives it: one that was not known yet may be what moved it.
    private static bool IsExplained(FoldPass pass, Promise promise, TimedExpectation rule, Instant told)
    {
        var calendar = pass.CalendarOf(promise);
        if (!TryBase(pass, promise, (rule, rule), calendar, out var due))
        {
            return false;
        }

        for (var known = 0; known <= promise.Pauses.Length; known++)
        {
            var then = promise with { Pauses = promise.Pauses[..known], PausedSince = null };
            if (PromiseClock.TryRebase(ref then, due, calendar) && then.Target == told)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Returns when a promise is due by a rule and a calendar that knows of no pause. What a total had used before it was undone is used under another limit, too. False
    /// where the rule has no limit for it now, or the calendar does not reach so far.
    /// </summary>
    private static bool TryBase(FoldPass pass, Promise promise, (TimedExpectation Old, TimedExpectation Now) rules, CompiledCalendar calendar, out Instant due)
    {
        due = default;
        var own = pass.CalendarOf(promise);
        var isFound = PromiseOpening.LimitOf(rules.Now, PromiseSlice.Application(pass, promise.Key.Subject)) is { } limit
            && CharterEngine.TryDueAt(limit, promise.OpenedAt, calendar, out due);
        due = Microseconds.Floor(due);
        if (!isFound || rules.Old is not CompletionExpectation { UndoneBy: not null } total || !CharterEngine.TryDueAt(total.Limit, promise.OpenedAt, own, out var whole))
        {
            return isFound;
        }

        var used = own.Elapsed(promise.OpenedAt, Microseconds.Floor(whole)) - PromiseClock.Allowed(promise, own);
        if (used > Duration.Zero)
        {
            var left = Duration.Max(Duration.Zero, calendar.Elapsed(promise.OpenedAt, due) - used);
            isFound = calendar.TryAdd(promise.OpenedAt, left, out due);
            due = Microseconds.Floor(due);
        }

        return isFound;
    }

    private static bool TryRebased(FoldPass pass, Promise promise, (TimedExpectation Old, TimedExpectation Now) rules, out Promise after)
    {
        after = promise;
        var calendar = pass.Rules.Calendar(rules.Now.Calendar);
        if (!TryBase(pass, promise, rules, calendar, out var due))
        {
            return false;
        }

        var bare = promise with { Version = rules.Now.Version, Calendar = rules.Now.Calendar, CalendarVersion = calendar.Version, ZoneDataVersion = calendar.ZoneDataVersion, RulesPosition = pass.InForce.Position, Changes = promise.Changes + 1 };
        if (!PromiseClock.TryRebase(ref bare, due, calendar))
        {
            return false;
        }

        bare = PromiseClock.OnLine(bare);
        var passed = PassedOf(promise, rules.Old, pass);
        var steps = CharterEngine.StepsOf(bare, rules.Now, calendar);
        var behind = 0;
        for (var i = 0; i < steps.Count; i++)
        {
            behind = passed.Contains((steps[i].Level.Key, steps[i].Step)) ? i + 1 : behind;
        }

        after = CharterEngine.WithNextStep(bare with { LevelsPassed = behind }, rules.Now, calendar);
        return true;
    }

    // A level that was told is not told again under the new rules.
    private static HashSet<(LevelKey Level, int Step)> PassedOf(Promise promise, TimedExpectation old, FoldPass pass) =>
        promise.LevelsPassed == 0
            ? []
            : [.. LevelSteps.Of(promise, old, pass.CalendarOf(promise)).Take(promise.LevelsPassed).Select(step => (step.Level.Key, step.Step))];
}
