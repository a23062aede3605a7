using System.Collections.Immutable;
using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>Where the relationship stands, and how long it stood in each phase; what holds it there, and what the person is to the company besides.</summary>
public sealed record LifecycleSlice
{
    /// <summary>The largest number of roles that a person ever had.</summary>
    public const int MostRoles = 32;

    /// <summary>Gets the phase.</summary>
    public required Phase Phase { get; init; }

    /// <summary>Gets since when.</summary>
    public required Instant Since { get; init; }

    /// <summary>Gets how often the phase changed; numbers the announcements of changes.</summary>
    public int Changes { get; init; }

    /// <summary>Gets a value indicating whether the candidate ever spoke to us; a click or a visit is no word.</summary>
    public bool HasSpoken { get; init; }

    /// <summary>Gets the stays that have ended, summed by phase, in the order of the first visit.</summary>
    public ImmutableArray<PhaseStay> Past { get; init; } = [];

    /// <summary>Gets what holds the phase.</summary>
    public LifecycleOverlays Overlays { get; init; } = LifecycleOverlays.None;

    /// <summary>Gets how often the person was set aside until a date; numbers the announcements that one is over.</summary>
    public int Snoozes { get; init; }

    /// <summary>Gets the roles that are or were held, in the order in which they first began: at most 32.</summary>
    public ImmutableArray<RoleState> Roles { get; init; } = [];

    /// <summary>Gets the onboardings, one for each application that ever led to a hire, in the order of the first hires.</summary>
    public ImmutableArray<Onboarding> Onboardings { get; init; } = [];

    /// <summary>Says whether a role is held.</summary>
    public bool Holds(PersonRole role) => Find(role) is { IsHeld: true };

    /// <summary>Returns a role that is or was held, or null.</summary>
    public RoleState? Find(PersonRole role)
    {
        foreach (var state in Roles)
        {
            if (state.Role == role)
            {
                return state;
            }
        }

        return null;
    }

    /// <summary>Returns the onboarding of an application, or null.</summary>
    public Onboarding? Find(JobApplicationId application)
    {
        foreach (var onboarding in Onboardings)
        {
            if (onboarding.Application == application)
            {
                return onboarding;
            }
        }

        return null;
    }

    /// <summary>Returns all stays at an instant, summed by phase in the order of the first visit, with the one that goes on: how often, and the total time.</summary>
    /// <param name="at">An instant at or after <see cref="Since"/>, up to which nothing else was told.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the current stay: ask the relationship as of that instant.</exception>
    public ImmutableArray<PhaseStay> StaysAt(Instant at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, Since);
        return WithStay(at);
    }

    /// <summary>Returns the past with the current stay, as if it ended at an instant.</summary>
    internal ImmutableArray<PhaseStay> WithStay(Instant at)
    {
        for (var i = 0; i < Past.Length; i++)
        {
            if (Past[i].Phase == Phase)
            {
                return Past.SetItem(i, Past[i] with { Visits = Past[i].Visits + 1, Total = Past[i].Total + (at - Since) });
            }
        }

        return Past.Add(new PhaseStay { Phase = Phase, Visits = 1, Total = at - Since });
    }
}
