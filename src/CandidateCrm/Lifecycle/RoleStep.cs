using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>Begins and ends roles.</summary>
internal static class RoleStep
{
    /// <summary>Takes over what was told of a role. What follows from hires is not told that way.</summary>
    internal static void Told(FoldPass pass, RoleTaken taken)
    {
        var slice = pass.Draft.Lifecycle!;
        var isEmployed = slice.Holds(PersonRole.Employee) || slice.Holds(PersonRole.Onboarding);
        var contradicts = taken.Role == PersonRole.Onboarding || (taken.Role == PersonRole.Alumni && isEmployed);
        var isTooMany = slice.Roles.Length >= LifecycleSlice.MostRoles && slice.Find(taken.Role) is null;
        if (contradicts || isTooMany || slice.Holds(taken.Role))
        {
            pass.Note(FindingCodes.RoleUnchanged, taken.Role.ToString());
            return;
        }

        if (taken.Role == PersonRole.Employee)
        {
            End(pass, PersonRole.Alumni);
        }

        Begin(pass, taken.Role);
    }

    /// <summary>Takes over that a role was left.</summary>
    internal static void Told(FoldPass pass, RoleLeft left)
    {
        if (left.Role == PersonRole.Onboarding || left.Role == PersonRole.Employee || !pass.Draft.Lifecycle!.Holds(left.Role))
        {
            pass.Note(FindingCodes.RoleUnchanged, left.Role.ToString());
            return;
        }

        End(pass, left.Role);
    }

    /// <summary>Begins a role; nothing where it is held.</summary>
    internal static void Begin(FoldPass pass, PersonRole role)
    {
        var slice = pass.Draft.Lifecycle!;
        var before = slice.Find(role) ?? new RoleState { Role = role, Visits = 0 };
        if (before.IsHeld)
        {
            return;
        }

        var after = before with { Since = pass.At, Visits = before.Visits + 1 };
        pass.Draft.Lifecycle = slice with { Roles = With(slice.Roles, after) };
        pass.Raise(new RoleBegan { Role = role, Ordinal = after.Visits });
    }

    /// <summary>Ends a role; nothing where it is not held.</summary>
    internal static void End(FoldPass pass, PersonRole role)
    {
        var slice = pass.Draft.Lifecycle!;
        if (slice.Find(role) is { IsHeld: true } before)
        {
            pass.Draft.Lifecycle = slice with { Roles = With(slice.Roles, before with { Since = null, Total = before.TotalAt(pass.At) }) };
            pass.Raise(new RoleEnded { Role = role, Ordinal = before.Visits });
        }
    }

    /// <summary>Takes over the roles that would be held, had the lifecycle always been there. Numbers of stays go on.</summary>
    internal static void TakeOver(FoldPass pass, LifecycleSlice? shown)
    {
        foreach (var known in shown?.Roles ?? [])
        {
            var slice = pass.Draft.Lifecycle!;
            var made = slice.Find(known.Role);
            var isHeld = made is { IsHeld: true };

            // A stay that nobody was told of yet needs a number that nobody was told.
            var visits = Math.Max(known.Visits + (isHeld && !known.IsHeld ? 1 : 0), made?.Visits ?? 0);
            pass.Draft.Lifecycle = slice with { Roles = With(slice.Roles, (made ?? new RoleState { Role = known.Role, Visits = 0 }) with { Visits = visits }) };
            if (known.IsHeld && !isHeld)
            {
                pass.Raise(new RoleEnded { Role = known.Role, Ordinal = visits });
            }
        }

        foreach (var made in pass.Draft.Lifecycle!.Roles)
        {
            if (made.IsHeld && shown?.Holds(made.Role) != true)
            {
                pass.Raise(new RoleBegan { Role = made.Role, Ordinal = made.Visits });
            }
        }
    }

    private static ImmutableArray<RoleState> With(ImmutableArray<RoleState> roles, RoleState after)
    {
        for (var i = 0; i < roles.Length; i++)
        {
            if (roles[i].Role == after.Role)
            {
                return roles.SetItem(i, after);
            }
        }

        return roles.Add(after);
    }
}
